// One person leaves: why, and in plain words what ends with them.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { PersonRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Note } from '../parts/panel.tsx';
import { type EndReason, personWords } from '../words/people-person.ts';
import { Confirm } from './confirm.tsx';

const reasons: Record<PersonRow['role'], readonly EndReason[]> = {
  resident: ['moved-out', 'left', 'entered-twice'],
  courier: ['left', 'entered-twice'],
};

/** What ends with these people, one line each. */
export const EndsWith = ({ rows }: { rows: readonly PersonRow[] }) => {
  const words = useWords(personWords).end;
  const sum = (of: (row: PersonRow) => number): number => rows.reduce((n, row) => n + of(row), 0);
  const cards = sum((row) => row.cards.length);
  const waiting = sum((row) => row.waiting);
  const isResident = rows.some(({ role }) => role === 'resident');
  return (
    <ul class="ends">
      {cards > 0 && <li>{words.cards(cards)}</li>}
      <li>{words.codes[isResident ? 'resident' : 'courier']}</li>
      {isResident && <li>{words.trustees}</li>}
      {waiting > 0 && <li>{words.shelf(waiting)}</li>}
    </ul>
  );
};

export const EndPerson = ({ row, onClose, onEnded }: { row: PersonRow; onClose(): void; onEnded(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(personWords).end;
  const asked = useAsk('endPerson');
  const [reason, setReason] = useState<EndReason | null>(null);
  const isBarred = reason === 'entered-twice' && row.waiting > 0;
  const end = async (): Promise<void> => {
    if (reason === null || (await asked.send({ personId: row.personId, reason })) === null) return;
    toasts.good(words.done);
    onEnded();
  };
  return (
    <Confirm
      name="end-person"
      title={words.title}
      icon="blocked"
      does="end"
      label={words.button}
      isReady={reason !== null && !isBarred}
      asked={asked}
      onClose={onClose}
      onDo={() => void end()}
    >
      <Choice
        name="end-reason"
        label={words.reason}
        options={reasons[row.role].map((value) => ({ value, label: words.reasons[value] }))}
        value={reason}
        onChoose={setReason}
      />
      {isBarred ? (
        <Note tone="care">{words.noTwice}</Note>
      ) : (
        <div>
          <p>{words.endsNow}</p>
          <EndsWith rows={[row]} />
        </div>
      )}
      <p class="soft">{words.kept}</p>
    </Confirm>
  );
};
