// A new pickup code after a document was checked: shown once, never kept.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Check } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { deskItems } from '../words/desk-items.ts';
import { Confirm } from './confirm.tsx';

/** 123-456-789, as people read it out. */
const inThrees = (code: string): string => code.replaceAll(/(\d{3})(?=\d)/g, '$1-');

export const Reissue = ({ item, onClose }: { item: ItemRow; onClose(): void }) => {
  const frame = useFrameWords();
  const words = useWords(deskItems);
  const [isChecked, setChecked] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const { told, isBusy, send } = useAsk('reissueParcelCode');
  const reissue = async (): Promise<void> => {
    const answer = await send({ holdId: item.holdId });
    if (answer !== null) setCode(answer.code);
  };
  if (code !== null)
    return (
      <Dialog
        name="code"
        title={words.newCode}
        icon="key"
        onClose={onClose}
        actions={
          <Button does="done" kind="main" icon="check" onTap={onClose}>
            {frame.close}
          </Button>
        }
      >
        <p class="code-shown">{inThrees(code)}</p>
        <Note tone="care">{words.codeOnce}</Note>
      </Dialog>
    );
  return (
    <Confirm
      name="reissue-code"
      title={words.action['reissue-code']}
      does={words.reissueConfirm}
      told={told}
      isBusy={isBusy}
      isMissing={!isChecked}
      onClose={onClose}
      onDo={() => void reissue()}
    >
      <p>{words.reissueLead(`${item.room} ${item.name}`)}</p>
      <Check name="document-checked" label={words.documentChecked} value={isChecked} onChange={setChecked} />
    </Confirm>
  );
};
