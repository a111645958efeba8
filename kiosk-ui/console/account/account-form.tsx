// A new account: name, user name, a password twice, and the second step where the role needs one.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Qr } from '../../parts/qr.tsx';
import type { ConsoleAnswer } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Note } from '../parts/panel.tsx';
import { type AccountWords, accountWords } from '../words/account.ts';

type View = ConsoleAnswer<'openInvitation'>;

interface Entry {
  name: string;
  userName: string;
  password: string;
  again: string;
  totp: string;
}
const blank: Entry = { name: '', userName: '', password: '', again: '', totp: '' };

/** As the contract has them: told here while one types, checked again by the edge. */
const userNameShape = /^[a-z0-9._-]{3,30}$/;
export const leastPassword = 10;

/** What is wrong with an entry so far; empty fields are only not done yet. */
export const wrongIn = (entry: Entry, words: AccountWords['invitation']): Partial<Record<keyof Entry, string>> => ({
  ...(entry.userName !== '' && !userNameShape.test(entry.userName) && { userName: words.wrongUserName }),
  ...(entry.password !== '' && entry.password.length < leastPassword && { password: words.tooShort }),
  ...(entry.again !== '' && !entry.password.startsWith(entry.again) && { again: words.differs }),
});

interface SecondStepProps {
  factor: NonNullable<View['secondFactor']>;
  words: AccountWords['invitation'];
  /** The field for the six digits. */
  children: ComponentChildren;
}

const SecondStep = ({ factor, words, children }: SecondStepProps) => (
  <section class="second-step">
    <div>
      <h2>{words.second}</h2>
      <p>{words.secondLead}</p>
      <p class="soft">{words.key}</p>
      <p class="secret">{factor.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      {children}
    </div>
    <Qr text={factor.otpauth} label={words.qr} />
  </section>
);

export const AccountForm = ({ token, invitation }: { token: string; invitation: View }) => {
  const { makeAccount } = useConsole();
  const frame = useFrameWords();
  const { invitation: words, signIn } = useWords(accountWords);
  const [entry, setEntry] = useState(blank);
  const [told, setTold] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const factor = invitation.secondFactor;
  const put = (field: keyof Entry) => (value: string) => setEntry((now) => ({ ...now, [field]: value }));
  const wrong = wrongIn(entry, words);
  const isDone =
    entry.name.trim() !== '' &&
    entry.userName !== '' &&
    entry.password === entry.again &&
    entry.password !== '' &&
    (factor === null || entry.totp.length === 6) &&
    Object.keys(wrong).length === 0;
  const submit = async (): Promise<void> => {
    setBusy(true);
    const { name, userName, password, totp } = entry;
    const answer = await makeAccount({ token, name, userName, password, totp: factor === null ? null : totp });
    setBusy(false);
    if (answer.kind === 'lost') setTold(frame.refused.lost);
    if (answer.kind === 'refused') setTold(frame.refused[answer.refusal.refused]);
  };
  return (
    <form
      class="form pairs"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDone) void submit();
      }}
    >
      <p class="across">
        {words.you}
        {frame.colon}
        <b>{invitation.roles.map((role) => frame.role[role]).join(frame.dot)}</b>
      </p>
      <Field name="name" label={words.name} hint={words.nameHint} value={entry.name} onInput={put('name')} takesFocus />
      <Field
        name="username"
        label={signIn.userName}
        hint={words.userNameHint}
        error={wrong.userName ?? null}
        value={entry.userName}
        onInput={put('userName')}
        autocomplete="username"
      />
      <Field
        name="password"
        type="password"
        label={signIn.password}
        hint={words.passwordHint}
        error={wrong.password ?? null}
        value={entry.password}
        onInput={put('password')}
        autocomplete="new-password"
      />
      <Field
        name="again"
        type="password"
        label={words.again}
        error={wrong.again ?? null}
        value={entry.again}
        onInput={put('again')}
        autocomplete="new-password"
      />
      {factor && (
        <SecondStep factor={factor} words={words}>
          <Field
            name="totp"
            label={words.digits}
            value={entry.totp}
            onInput={put('totp')}
            autocomplete="one-time-code"
            digits
            maxLength={6}
          />
        </SecondStep>
      )}
      {told && <Note tone="bad">{told}</Note>}
      <div class="actions across">
        <Button does="make-account" kind="main" submits busy={isBusy} disabled={!isDone}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
};
