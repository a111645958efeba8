// The figures of the day, each leading to its list.
import type { SiteView } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useTimes } from '../times.ts';
import { siteWords } from '../words/site.ts';

const lists = {
  waiting: 'waiting',
  today: 'today',
  due: 'due',
  disputed: 'disputed',
  toReturn: 'to-return',
} as const;
const icons = { waiting: 'parcel', today: 'receive', due: 'clock', disputed: 'question', toReturn: 'courier' } as const;
/** These are to be brought down to nothing. */
const burdens: readonly (keyof typeof lists)[] = ['due', 'disputed', 'toReturn'];

const Figure = ({ icon, label, n, note, isCare }: FigureProps) => (
  <>
    <Icon name={icon} />
    <span class="figure-words">
      <span>{label}</span>
      {note && <span class="soft">{note}</span>}
    </span>
    <b class={isCare ? 'care' : ''}>{n}</b>
  </>
);
interface FigureProps {
  icon: IconName;
  label: string;
  n: number;
  note: string | null;
  isCare: boolean;
}

export const Counts = ({ counts }: { counts: SiteView['counts'] }) => {
  const { session } = useConsole();
  const words = useWords(siteWords);
  const times = useTimes();
  const mayLook = session.value?.may.includes('see-items');
  return (
    <ul class="figures">
      {(Object.keys(lists) as (keyof typeof lists)[]).map((key) => {
        const isOldest = key === 'waiting' && counts.oldestPlacedAt !== null;
        const figure = (
          <Figure
            icon={icons[key]}
            label={words.counts[key]}
            n={counts[key]}
            note={isOldest ? words.oldest(times.ago(counts.oldestPlacedAt ?? 0)) : null}
            isCare={burdens.includes(key) && counts[key] > 0}
          />
        );
        return (
          <li key={key}>
            {mayLook ? (
              <a class="figure" href={addressOf('items', lists[key])} data-do={`list-${lists[key]}`}>
                {figure}
              </a>
            ) : (
              <span class="figure">{figure}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
