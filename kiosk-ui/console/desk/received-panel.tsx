// What was received last, large enough to read from the shelf: its place, or the door that is opening for it.
import { useFrameWords, useWords } from '../hooks.ts';
import { Icon } from '../parts/icon.tsx';
import { Note } from '../parts/panel.tsx';
import { deskReceive } from '../words/desk-receive.ts';
import { DoorFollow } from './door-follow.tsx';
import type { LastReceived } from './receiving.ts';

export const ReceivedPanel = ({ last, onShelved }: { last: LastReceived | null; onShelved(): void }) => {
  const words = useWords(deskReceive);
  const frame = useFrameWords();
  if (last === null)
    return (
      <section class="received empty">
        <Note tone="calm">{words.ready}</Note>
      </section>
    );
  const { item, door, visitId } = last;
  return (
    <section class="received" data-received={item.holdId} aria-live="polite">
      {door === null ? (
        <p class="big" data-place={item.place?.label}>
          <Icon name="shelf" />
          <span>{item.place === null ? frame.place.none : frame.place[item.place.kind](item.place.label)}</span>
        </p>
      ) : (
        <DoorFollow key={visitId} visitId={visitId} first={door} onShelved={onShelved} />
      )}
      <p>
        <b>{item.room}</b> {item.name}
        <span class="soft">
          {item.carrier} {item.waybillTail !== null && frame.item.tail(item.waybillTail)}
        </span>
      </p>
    </section>
  );
};
