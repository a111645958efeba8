// One cabinet as one stands before it: each door with colour, sign and label, and below how many there are of each.
import type { CabinetView, CompartmentState, CompartmentView } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import type { Tone } from '../parts/badges.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Sheet } from '../parts/panel.tsx';
import { siteWords } from '../words/site.ts';
import { PresenceStatus } from './devices.tsx';
import type { Door } from './site.tsx';

export const doorLooks: Record<CompartmentState, { tone: Tone; icon: IconName }> = {
  forced: { tone: 'bad', icon: 'warning' },
  open: { tone: 'care', icon: 'door' },
  blocked: { tone: 'bad', icon: 'blocked' },
  unknown: { tone: 'care', icon: 'question' },
  reserved: { tone: 'calm', icon: 'receive' },
  occupied: { tone: 'good', icon: 'parcel' },
  free: { tone: 'over', icon: 'dot' },
};

const Leaf = ({ door, cabinet, onDoor }: { door: CompartmentView; cabinet: string; onDoor(door: Door): void }) => {
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const about = [
    words.compartment(door.label),
    words.state[door.state],
    frame.size[door.size],
    ...(door.low ? [words.low] : []),
  ].join(frame.dot);
  return (
    <button
      type="button"
      class={`leaf ${door.state} size-${door.size}`}
      data-do={`door-${door.label}`}
      aria-label={about}
      title={about}
      onClick={() => onDoor({ cabinet, compartment: door.compartment })}
    >
      <Icon name={doorLooks[door.state].icon} />
      <b>{door.label}</b>
    </button>
  );
};

export const CabinetMap = ({ cabinet, onDoor }: { cabinet: CabinetView; onDoor(door: Door): void }) => {
  const words = useWords(siteWords);
  const doors = cabinet.rows.flat();
  const count = (state: CompartmentState): number => doors.filter((door) => door.state === state).length;
  const states = (Object.keys(doorLooks) as CompartmentState[]).filter((state) => count(state) > 0);
  return (
    <Sheet title={words.cabinet(cabinet.label)} name="cabinet" aside={<PresenceStatus presence={cabinet.presence} />}>
      <ul class="legend">
        {states.map((state) => (
          <li key={state}>
            <span class={`swatch ${state}`}>
              <Icon name={doorLooks[state].icon} />
            </span>
            {words.state[state]} <b>{count(state)}</b>
          </li>
        ))}
      </ul>
      <div class={`cabinet-body ${cabinet.presence}`}>
        {cabinet.rows.map((row) => (
          <div class="cabinet-row" key={row[0]?.compartment ?? 0}>
            {row.map((door) => (
              <Leaf key={door.compartment} door={door} cabinet={cabinet.id} onDoor={onDoor} />
            ))}
          </div>
        ))}
      </div>
    </Sheet>
  );
};
