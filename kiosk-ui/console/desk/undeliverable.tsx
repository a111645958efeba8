// Items that cannot be delivered: with the reason, back within seven days [M5].
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { Confirm } from './confirm.tsx';
import type { UndeliverableReason } from './contract.ts';
import { keysOf } from './keys-of.ts';

export const Undeliverable = ({ holdIds, onClose }: { holdIds: readonly string[]; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(deskItems);
  const terms = useWords(deskTerms);
  const [reason, setReason] = useState<UndeliverableReason>('unreachable');
  const { told, isBusy, send } = useAsk('undeliverable');
  const mark = async (): Promise<void> => {
    if ((await send({ holdIds: [...holdIds], reason })) === null) return;
    toasts.good(words.toReturn(holdIds.length));
    onClose();
  };
  return (
    <Confirm
      name="undeliverable"
      title={words.action.undeliverable}
      does={words.undeliverableConfirm(holdIds.length)}
      told={told}
      isBusy={isBusy}
      onClose={onClose}
      onDo={() => void mark()}
    >
      <p>{terms.rule.M5}</p>
      <Choice
        name="reason"
        label={words.reason}
        options={keysOf(terms.undeliverable).map((value) => ({ value, label: terms.undeliverable[value] }))}
        value={reason}
        onChoose={(chosen) => setReason(chosen)}
        firstKey={1}
      />
    </Confirm>
  );
};
