// Refused, or found damaged by whoever came for it: recorded on the spot, and it goes back [M5].
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { deskHandOver } from '../words/desk-hand-over.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { Confirm } from './confirm.tsx';
import type { RefuseReason } from './contract.ts';
import { keysOf } from './keys-of.ts';

interface RefuseProps {
  holdIds: readonly string[];
  onClose(): void;
  onDone(items: readonly ItemRow[]): void;
}

export const Refuse = ({ holdIds, onClose, onDone }: RefuseProps) => {
  const { toasts } = useConsole();
  const words = useWords(deskHandOver);
  const terms = useWords(deskTerms);
  const [reason, setReason] = useState<RefuseReason>('refused');
  const { told, isBusy, send } = useAsk('refuse');
  const refuse = async (): Promise<void> => {
    const answer = await send({ holdIds: [...holdIds], reason });
    if (answer === null) return;
    toasts.good(words.refused(holdIds.length));
    onDone(answer.items);
  };
  return (
    <Confirm
      name="refuse"
      title={words.refuse}
      does={words.refuseConfirm}
      told={told}
      isBusy={isBusy}
      onClose={onClose}
      onDo={() => void refuse()}
    >
      <p>{words.refuseLead(holdIds.length)}</p>
      <Choice
        name="reason"
        label={words.reason}
        options={keysOf(terms.refuse).map((value) => ({ value, label: terms.refuse[value] }))}
        value={reason}
        onChoose={(chosen) => setReason(chosen)}
        firstKey={1}
      />
    </Confirm>
  );
};
