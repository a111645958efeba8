// What became of a disputed item 「待核实」: what to do first in words, then what was found out.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Note } from '../parts/panel.tsx';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { Confirm } from './confirm.tsx';
import type { Settlement } from './contract.ts';
import { keysOf } from './keys-of.ts';

/** It lies in the house as far as anybody knows: whoever gets it signs for it [M4]. */
const isHere = ({ place, dispute }: ItemRow): boolean =>
  place !== null && (place.kind === 'shelf' || dispute?.where === 'compartment');

export const Settle = ({ item, onClose }: { item: ItemRow; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(deskItems);
  const terms = useWords(deskTerms);
  const [outcome, setOutcome] = useState<Settlement | null>(null);
  const { told, isBusy, send } = useAsk('settle');
  const settle = async (): Promise<void> => {
    if (outcome === null || (await send({ holdId: item.holdId, outcome })) === null) return;
    toasts.good(words.settled);
    onClose();
  };
  const outcomes = keysOf(terms.settle).filter((one) => one !== 'delivered' || !isHere(item));
  return (
    <Confirm
      name="settle"
      title={words.action.settle}
      does={words.settleConfirm}
      told={told}
      isBusy={isBusy}
      isMissing={outcome === null}
      onClose={onClose}
      onDo={() => void settle()}
    >
      {item.dispute && <Note tone="care">{words.settleFirst[item.dispute.where]}</Note>}
      <Choice
        name="outcome"
        label={words.outcome}
        options={outcomes.map((value) => ({ value, label: terms.settle[value] }))}
        value={outcome}
        onChoose={(chosen) => setOutcome(chosen)}
        firstKey={1}
      />
      {isHere(item) && <p class="soft">{words.handOverInstead}</p>}
    </Confirm>
  );
};
