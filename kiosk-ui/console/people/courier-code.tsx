// A courier's own code: large, in threes, shown this once.
import { useState } from 'preact/hooks';
import { inThrees } from '../../words/dictionary.ts';
import { useAsk } from '../asking.ts';
import { useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { personWords } from '../words/people-person.ts';
import { Confirm } from './confirm.tsx';

export const CodeShown = ({ code, onClose }: { code: string; onClose(): void }) => {
  const words = useWords(personWords).code;
  return (
    <Dialog
      name="code"
      title={words.title}
      icon="key"
      onClose={onClose}
      actions={
        <Button does="done" kind="main" icon="check" onTap={onClose}>
          {words.done}
        </Button>
      }
    >
      <Note tone="care">{words.once}</Note>
      <p class="big-code">{inThrees(code)}</p>
      <p>{words.lead}</p>
    </Dialog>
  );
};

/** Asks first, for the former code ends with it. */
export const NewCode = ({ personId, onClose }: { personId: string; onClose(): void }) => {
  const words = useWords(personWords).code;
  const asked = useAsk('reissueCode');
  const [code, setCode] = useState<string | null>(null);
  if (code !== null) return <CodeShown code={code} onClose={onClose} />;
  const reissue = async (): Promise<void> => {
    const answer = await asked.send({ personId });
    if (answer !== null) setCode(answer.code);
  };
  return (
    <Confirm
      name="new-code"
      title={words.reissueTitle}
      icon="key"
      does="reissue"
      label={words.reissue}
      asked={asked}
      onClose={onClose}
      onDo={() => void reissue()}
    >
      <p>{words.reissueLead}</p>
    </Confirm>
  );
};
