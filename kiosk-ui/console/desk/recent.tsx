// What this member of staff received last, newest first; a press leads to the item, where it can be put right.
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Place } from '../parts/badges.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { deskReceive } from '../words/desk-receive.ts';

const shown = 10;
/** Others at the counter receive too. */
const read = 40;

export const Recent = () => {
  const { session } = useConsole();
  const words = useWords(deskReceive);
  const frame = useFrameWords();
  const times = useTimes();
  const { body } = useReading('listItems', { query: { list: 'today', limit: read } }, ['items']);
  const own = (body?.rows ?? []).filter(({ byDesk, receivedBy }) => byDesk && receivedBy === session.value?.name);
  return (
    <Sheet title={words.recent} name="recent">
      {own.length === 0 && <Note tone="calm">{words.noneYet}</Note>}
      <ul class="lines">
        {own.slice(0, shown).map(({ holdId, receivedAt, room, name, carrier, waybillTail, place }) => (
          <li key={holdId}>
            <a
              class="recent-item"
              href={addressOf('items', 'today', holdId)}
              data-do={`correct-${holdId}`}
              title={words.correct}
            >
              <span class="soft">{times.time(receivedAt)}</span>
              <b>{room}</b>
              <span>{name}</span>
              <span class="soft">
                {carrier} {waybillTail ?? frame.item.kind.letter}
              </span>
              <Place place={place} />
            </a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
