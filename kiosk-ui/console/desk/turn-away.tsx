// 「不予接收」: an item that is not taken, handed back at once and recorded with its reason [M7, M8].
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { deskReceive } from '../words/desk-receive.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { Confirm } from './confirm.tsx';
import type { TurnAwayReason } from './contract.ts';
import type { Draft } from './draft.ts';
import { keysOf } from './keys-of.ts';
import { useCarriers } from './use-carriers.ts';

export const TurnAway = ({ draft, onClose }: { draft: Draft; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(deskReceive);
  const terms = useWords(deskTerms);
  const carriers = useCarriers();
  const [carrier, setCarrier] = useState(draft.carrier);
  const [waybillTail, setTail] = useState(draft.waybill.slice(-4));
  const [reason, setReason] = useState<TurnAwayReason>('address-unclear');
  const { told, isBusy, send } = useAsk('turnAway');
  const turnAway = async (): Promise<void> => {
    if (carrier.trim() === '' || (await send({ carrier: carrier.trim(), waybillTail, reason })) === null) return;
    toasts.good(words.turnedAway);
    onClose();
  };
  return (
    <Confirm
      name="turn-away"
      title={words.turnAway}
      does={words.turnAwayConfirm}
      told={told}
      isBusy={isBusy}
      isMissing={carrier.trim() === ''}
      onClose={onClose}
      onDo={() => void turnAway()}
    >
      <p>{words.turnAwayLead}</p>
      <Choice
        name="reason"
        label={words.reason}
        options={keysOf(terms.turnAway).map((value) => ({ value, label: terms.turnAway[value] }))}
        value={reason}
        onChoose={(chosen) => setReason(chosen)}
        firstKey={1}
      />
      <Field
        name="turned-carrier"
        label={words.carrier}
        value={carrier}
        maxLength={30}
        list={carriers}
        onInput={setCarrier}
      />
      <Field
        name="turned-tail"
        label={words.tail}
        isOptional
        value={waybillTail}
        maxLength={4}
        onInput={(text) => setTail(text.toUpperCase())}
      />
    </Confirm>
  );
};
