// The site at a glance: what waits, what needs somebody, every door, the shelf, the devices.
import { useEffect, useState } from 'preact/hooks';
import type { SiteView } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { go } from '../model/route.ts';
import { Icon } from '../parts/icon.tsx';
import { Note, Panel, Sheet } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { siteWords } from '../words/site.ts';
import { Attention } from './attention.tsx';
import { CabinetMap } from './cabinet-map.tsx';
import { CompartmentDialog } from './compartment-dialog.tsx';
import { Counts } from './counts.tsx';
import { Devices } from './devices.tsx';

export interface Door {
  cabinet: string;
  compartment: number;
}

const Shelf = ({ shelf }: { shelf: SiteView['shelf'] }) => {
  const { session } = useConsole();
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const mayLook = session.value?.may.includes('see-items');
  return (
    <Sheet title={words.shelf} aside={<span class="soft">{words.shelfTaken(shelf.taken.length, shelf.places)}</span>}>
      <div class="shelf-places">
        {shelf.taken.length === 0 && <p class="soft">{words.shelfEmpty}</p>}
        {shelf.taken.map(({ label, holdId }) => (
          <button
            key={label}
            type="button"
            class="leaf occupied"
            disabled={!mayLook}
            data-do={`shelf-${label}`}
            aria-label={frame.place.shelf(label)}
            onClick={() => go('items', 'item', holdId)}
          >
            <Icon name="shelf" />
            <b>{label}</b>
          </button>
        ))}
      </div>
    </Sheet>
  );
};

const everyMs = 30_000;
/** "5 minutes ago" must not stand still. */
const useClock = (): void => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), everyMs);
    return () => clearInterval(timer);
  }, []);
};

export const Site = () => {
  const { site } = useConsole();
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const times = useTimes();
  const [door, setDoor] = useState<Door | null>(null);
  useClock();
  const view = site.value;
  if (view === null) {
    return (
      <Panel name="site" title={words.title}>
        <Note tone="calm">{frame.shell.loading}</Note>
      </Panel>
    );
  }
  return (
    <Panel name="site" title={words.title} lead={words.asOf(times.time(view.asOf))}>
      <Counts counts={view.counts} />
      <div class="site-columns">
        <div class="column">
          {view.cabinets.map((cabinet) => (
            <CabinetMap key={cabinet.id} cabinet={cabinet} onDoor={setDoor} />
          ))}
          <Shelf shelf={view.shelf} />
        </div>
        <div class="column">
          <Attention view={view} onDoor={setDoor} />
          <Devices view={view} />
        </div>
      </div>
      {door && <CompartmentDialog door={door} view={view} onClose={() => setDoor(null)} />}
    </Panel>
  );
};
