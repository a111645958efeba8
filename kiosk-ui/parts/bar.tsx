// The row at the foot of every screen: what must be within reach whatever happens.
import type { Face } from './face.ts';
import { Icon, type IconName } from './icon.tsx';

interface ItemProps {
  does: string;
  icon: IconName;
  label: string;
  isOn?: boolean;
  onTap(): void;
}

const Item = ({ does, icon, label, isOn = false, onTap }: ItemProps) => (
  <button type="button" class={isOn ? 'bar-item on' : 'bar-item'} data-do={does} onClick={onTap}>
    <Icon name={icon} />
    <span>{label}</span>
  </button>
);

export const Bar = ({ face }: { face: Face }) => {
  const { flow, words, put } = face;
  const { elder, low } = flow.wish;
  const isCalled = flow.kiosk?.calledAt != null;
  return (
    <nav class="bar" aria-label={words.bar.label}>
      <Item
        does="language"
        icon="globe"
        label={words.bar.language}
        onTap={() => put({ kind: 'dialog', dialog: 'language' })}
      />
      <Item
        does="elder"
        icon="letters"
        label={elder ? words.bar.elderOff : words.bar.elder}
        isOn={elder}
        onTap={() => put({ kind: 'wish', wish: { elder: !elder } })}
      />
      <Item
        does="low"
        icon="lower"
        label={low ? words.bar.lowOff : words.bar.low}
        isOn={low}
        onTap={() => put({ kind: 'wish', wish: { low: !low } })}
      />
      <Item does="restart" icon="restart" label={words.bar.restart} onTap={() => put({ kind: 'restart' })} />
      <Item
        does="call"
        icon="phone"
        label={isCalled ? words.bar.called : words.bar.call}
        isOn={isCalled}
        onTap={face.callPerson}
      />
    </nav>
  );
};
