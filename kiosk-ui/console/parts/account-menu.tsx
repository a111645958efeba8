// Who is signed in, which language, and the way out.
import { useId, useRef, useState } from 'preact/hooks';
import { ChangePassword } from '../account/change-password.tsx';
import type { SessionView } from '../contract.ts';
import { useConsole, useFrameWords } from '../hooks.ts';
import { frameWords, languages } from '../words/frame.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Four languages, each by its own name. */
export const LanguageChoice = () => {
  const { language } = useConsole();
  const id = useId();
  const words = useFrameWords();
  return (
    <div class="languages">
      <label for={id} class="unseen">
        {words.language}
      </label>
      <Icon name="globe" />
      <select
        id={id}
        data-field="language"
        value={language.value}
        onChange={(event) => {
          language.value = languages.find((one) => one === event.currentTarget.value) ?? language.value;
        }}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {frameWords[one].name}
          </option>
        ))}
      </select>
    </div>
  );
};

export const AccountMenu = ({ session }: { session: SessionView }) => {
  const { signOut } = useConsole();
  const words = useFrameWords();
  const [isAsking, setAsking] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => menu.current?.removeAttribute('open');
  const ask = (): void => {
    close();
    setAsking(true);
  };
  return (
    <>
      <details
        class="account"
        ref={menu}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        onFocusOut={({ relatedTarget }) =>
          !(relatedTarget instanceof Node && menu.current?.contains(relatedTarget)) && close()
        }
      >
        <summary data-do="account">
          <Icon name="person" />
          <span class="account-name">{session.name}</span>
          <Icon name="more" />
        </summary>
        <div class="account-menu">
          <p class="account-who">
            <b>{session.name}</b>
            <span class="soft">{session.roles.map((role) => words.role[role]).join(words.dot)}</span>
          </p>
          <LanguageChoice />
          <Button does="change-password" icon="key" onTap={ask}>
            {words.shell.password}
          </Button>
          <Button does="sign-out" icon="out" onTap={() => void signOut()}>
            {words.shell.signOut}
          </Button>
        </div>
      </details>
      {isAsking && <ChangePassword onClose={() => setAsking(false)} />}
    </>
  );
};
