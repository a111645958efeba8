// The way in: user name and password, and the second step when the account has one.
import { useState } from 'preact/hooks';
import { countdown } from '../../words/dictionary.ts';
import type { Refusal } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { LanguageChoice } from '../parts/account-menu.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Note } from '../parts/panel.tsx';
import { accountWords } from '../words/account.ts';

const SignInForm = () => {
  const { signIn } = useConsole();
  const frame = useFrameWords();
  const words = useWords(accountWords).signIn;
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksSecond, setAsksSecond] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'lost' | null>(null);

  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await signIn({ userName, password, totp: asksSecond && totp !== '' ? totp : null });
    setBusy(false);
    if (answer.kind === 'lost') setTrouble('lost');
    if (answer.kind !== 'refused') return;
    const isSecond = answer.refusal.refused === 'second-factor';
    setTrouble(isSecond && !asksSecond ? null : answer.refusal);
    setTotp('');
    if (isSecond) setAsksSecond(true);
  };
  const told =
    trouble === null
      ? null
      : trouble === 'lost'
        ? frame.refused.lost
        : trouble.waitSeconds
          ? words.waiting(countdown(trouble.waitSeconds))
          : frame.refused[trouble.refused];
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {told && <Note tone="bad">{told}</Note>}
      <Field
        name="username"
        label={words.userName}
        value={userName}
        onInput={setUserName}
        autocomplete="username"
        takesFocus
      />
      <Field
        name="password"
        type="password"
        label={words.password}
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
      />
      {asksSecond && (
        <Field
          name="totp"
          label={words.totp}
          hint={words.totpHint}
          value={totp}
          onInput={setTotp}
          autocomplete="one-time-code"
          digits
          maxLength={6}
          takesFocus
        />
      )}
      <Button does="sign-in" kind="main" submits busy={isBusy} disabled={userName === '' || password === ''}>
        {words.submit}
      </Button>
      <details class="more">
        <summary>{words.forgot}</summary>
        <p>{words.forgotLead}</p>
      </details>
    </form>
  );
};

export const SignIn = () => {
  const { hello, farewell } = useConsole();
  const words = useWords(accountWords).signIn;
  const farewellWords = farewell.value === null ? null : words.farewell[farewell.value];
  return (
    <main class="gate" data-page="sign-in">
      <div class="gate-box">
        <p class="site-title">{hello.value?.siteTitle ?? ''}</p>
        <h1>{words.title}</h1>
        {farewellWords && (
          <Note tone="calm" icon="out">
            {farewellWords}
          </Note>
        )}
        {hello.value?.isNew ? (
          <>
            <Note tone="care" icon="key">
              {words.isNew}
            </Note>
            <p>{words.isNewLead}</p>
          </>
        ) : (
          <SignInForm />
        )}
      </div>
      <footer class="gate-foot">
        <a class="button quiet" href={addressOf('trust')} data-do="trust">
          <Icon name="shield" />
          <span>{words.trust}</span>
        </a>
        <LanguageChoice />
      </footer>
    </main>
  );
};
