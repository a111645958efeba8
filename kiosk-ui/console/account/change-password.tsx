// One's own password, changed by whoever knows the present one.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Note } from '../parts/panel.tsx';
import { accountWords } from '../words/account.ts';
import { leastPassword } from './account-form.tsx';

export const ChangePassword = ({ onClose }: { onClose(): void }) => {
  const { toasts } = useConsole();
  const { password: words, invitation } = useWords(accountWords);
  const [former, setFormer] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const { told, isBusy, send } = useAsk('changePassword');
  const isDone = former !== '' && fresh.length >= leastPassword && fresh === again;
  const submit = async (): Promise<void> => {
    if ((await send({ former, password: fresh })) === null) return;
    toasts.good(words.done);
    onClose();
  };
  return (
    <Dialog name="change-password" title={words.title} icon="key" onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDone) void submit();
        }}
      >
        {told && <Note tone="bad">{told}</Note>}
        <Field
          name="former"
          type="password"
          label={words.former}
          value={former}
          onInput={setFormer}
          autocomplete="current-password"
          takesFocus
        />
        <Field
          name="fresh"
          type="password"
          label={words.fresh}
          hint={invitation.passwordHint}
          error={fresh !== '' && fresh.length < leastPassword ? invitation.tooShort : null}
          value={fresh}
          onInput={setFresh}
          autocomplete="new-password"
        />
        <Field
          name="again"
          type="password"
          label={invitation.again}
          error={again !== '' && !fresh.startsWith(again) ? invitation.differs : null}
          value={again}
          onInput={setAgain}
          autocomplete="new-password"
        />
        <Button does="change" kind="main" submits busy={isBusy} disabled={!isDone}>
          {words.submit}
        </Button>
      </form>
    </Dialog>
  );
};
