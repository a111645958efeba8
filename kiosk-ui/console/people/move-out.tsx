// 「搬出 / 过户」: a whole household leaves in one step, after who and what that is has been read.
import { useAsk } from '../asking.ts';
import type { PersonRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { Note } from '../parts/panel.tsx';
import { peopleWords } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { Confirm } from './confirm.tsx';
import { EndsWith } from './end-person.tsx';

interface MoveOutProps {
  householdId: string;
  room: string;
  onClose(): void;
  onEnded(): void;
}

export const MoveOut = ({ householdId, room, onClose, onEnded }: MoveOutProps) => {
  const { toasts } = useConsole();
  const frame = useFrameWords();
  const people = useWords(peopleWords);
  const { moveOut: words, end } = useWords(personWords);
  const home = useReading('listPeople', { query: { search: room, limit: 2000 } }, ['people']);
  const asked = useAsk('moveOut');
  const rows: PersonRow[] | undefined = home.body?.rows.filter((row) => row.householdId === householdId);
  const submit = async (): Promise<void> => {
    if ((await asked.send({ householdId })) === null) return;
    toasts.good(words.done);
    onEnded();
  };
  return (
    <Confirm
      name="move-out"
      title={words.title(room)}
      icon="out"
      does="move-out"
      label={words.submit}
      isReady={rows !== undefined}
      asked={asked}
      onClose={onClose}
      onDo={() => void submit()}
    >
      {home.trouble && <Note tone="bad">{frame.refused[home.trouble]}</Note>}
      {rows && (
        <>
          <p>
            <b>{words.people(rows.length)}</b>
          </p>
          <ul class="lines household">
            {rows.map((row) => (
              <li key={row.personId}>
                <span>{row.name}</span>
                <span class="soft">{row.relation ? people.relation[row.relation] : people.noRelation}</span>
              </li>
            ))}
          </ul>
          <div>
            <p>{end.endsNow}</p>
            <EndsWith rows={rows} />
          </div>
        </>
      )}
      <p class="soft">{words.next}</p>
      <Note tone="care">{words.sure}</Note>
    </Confirm>
  );
};
