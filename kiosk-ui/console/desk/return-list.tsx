// One list back to one carrier: what goes, who takes it, one signature for all [M5, M6].
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Place } from '../parts/badges.tsx';
import { Field } from '../parts/field.tsx';
import { SignaturePad, type Strokes } from '../parts/signature-pad.tsx';
import { deskReturns } from '../words/desk-returns.ts';
import { Confirm } from './confirm.tsx';
import { ItemName } from './item-columns.tsx';
import { useIds } from './use-ids.ts';

interface ReturnListProps {
  /** All of one carrier. */
  rows: readonly ItemRow[];
  onClose(): void;
  onReturned(items: readonly ItemRow[]): void;
}

export const ReturnList = ({ rows, onClose, onReturned }: ReturnListProps) => {
  const { toasts } = useConsole();
  const words = useWords(deskReturns);
  const [person, setPerson] = useState('');
  const [strokes, setStrokes] = useState<Strokes | null>(null);
  const holdIds = rows.map(({ holdId }) => holdId);
  const { id: returnId } = useIds(JSON.stringify([holdIds, person, strokes]));
  const { told, isBusy, send } = useAsk('returnItems');
  const carrier = rows[0]?.carrier ?? '';
  const giveBack = async (): Promise<void> => {
    if (strokes === null) return;
    const answer = await send({ returnId, holdIds, person: person.trim(), strokes });
    if (answer === null) return;
    toasts.good(words.returned(holdIds.length, carrier));
    onReturned(answer.items);
  };
  return (
    <Confirm
      name="return"
      shape="wide"
      title={words.returnTo(carrier, rows.length)}
      does={words.confirm(rows.length)}
      told={told}
      isBusy={isBusy}
      isMissing={person.trim() === '' || strokes === null}
      onClose={onClose}
      onDo={() => void giveBack()}
    >
      <div class="return-list">
        <ul class="lines">
          {rows.map((row) => (
            <li key={row.holdId}>
              <ItemName row={row} />
              <span class="soft">{row.room}</span>
              <Place place={row.place} />
            </li>
          ))}
        </ul>
        <div class="form">
          <Field
            name="carrier-person"
            label={words.person(carrier)}
            value={person}
            maxLength={60}
            takesFocus
            onInput={setPerson}
          />
          <SignaturePad onSign={setStrokes} label={words.signature} />
        </div>
      </div>
    </Confirm>
  );
};
