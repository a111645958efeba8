// Short marks with colour, sign and words together: never colour alone.
import type { ComponentChildren } from 'preact';
import type { ItemRow, PlaceView } from '../contract.ts';
import { useFrameWords } from '../hooks.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'calm' | 'good' | 'care' | 'bad' | 'over';

export const Status = ({ tone, icon, children }: { tone: Tone; icon: IconName; children: ComponentChildren }) => (
  <span class={`status ${tone}`}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
);

const looks: Record<ItemRow['status'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'good', icon: 'parcel' },
  'at-desk': { tone: 'good', icon: 'shelf' },
  placing: { tone: 'calm', icon: 'receive' },
  taking: { tone: 'calm', icon: 'handOver' },
  collected: { tone: 'over', icon: 'check' },
  disputed: { tone: 'care', icon: 'question' },
  returned: { tone: 'over', icon: 'courier' },
  withdrawn: { tone: 'over', icon: 'restart' },
  'to-return': { tone: 'care', icon: 'courier' },
  lost: { tone: 'bad', icon: 'warning' },
};

export const ItemStatus = ({ status }: { status: ItemRow['status'] }) => (
  <Status {...looks[status]}>{useFrameWords().item.status[status]}</Status>
);

/** Where something lies: 「A07」 or 「S03」, read out in full. */
export const Place = ({ place }: { place: PlaceView | null }) => {
  const words = useFrameWords().place;
  if (place === null) return <span class="place none">–</span>;
  return (
    <span class={`place ${place.kind}`} role="img" aria-label={words[place.kind](place.label)}>
      <Icon name={place.kind === 'shelf' ? 'shelf' : 'door'} />
      <b>{place.label}</b>
    </span>
  );
};
