// A door that the desk has opened, followed live: what to do at it now, and what to do when it does not open.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useReading, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Note } from '../parts/panel.tsx';
import { type DeskTerms, deskTerms } from '../words/desk-terms.ts';
import type { Door } from './contract.ts';

type Tone = 'calm' | 'good' | 'bad';

const said = (words: DeskTerms['door'], door: Door): { tone: Tone; icon: IconName; text: string; lead?: string } => {
  const { label } = door.place;
  const isFetched = door.purpose === 'fetch' || door.emptying;
  switch (door.stage) {
    case 'unlocking':
      return { tone: 'calm', icon: 'wait', text: words.unlocking(label) };
    case 'retrying':
      return { tone: 'calm', icon: 'wait', text: words.retrying(label) };
    case 'open':
      return { tone: 'good', icon: 'door', text: isFetched ? words.takeOut(label) : words.putIn(label) };
    case 'closed':
      return { tone: 'good', icon: 'check', text: isFetched ? words.isOut(label) : words.isIn(label) };
    case 'stuck':
      return {
        tone: 'bad',
        icon: 'warning',
        text: words.stuck(label),
        lead: isFetched ? words.stuckInside : words.stuckLead,
      };
    case 'aborted':
      return { tone: 'bad', icon: 'warning', text: words.aborted(label), lead: words.abortedLead };
  }
};

interface DoorFollowProps {
  visitId: string;
  /** As the answer to the command had it. */
  first: Door;
  /** The item as it stands now. */
  onItem?(item: ItemRow): void;
  /** It has a place on the shelf instead. */
  onShelved?(): void;
  /** Asks for the door once more, when it was not opened. */
  onAgain?(): void;
}

export const DoorFollow = ({ visitId, first, onItem, onShelved, onAgain }: DoorFollowProps) => {
  const words = useWords(deskTerms).door;
  const reading = useReading('readDoor', { id: visitId }, ['site', 'items']);
  const shelving = useAsk('moveToShelf');
  const [shelved, setShelved] = useState<ItemRow | null>(null);
  const rescue = useRef<HTMLDivElement>(null);
  // Once the visit is over the edge has forgotten its door; what was said last stays.
  const seen = useRef(first);
  seen.current = reading.body?.door ?? seen.current;
  const door = seen.current;
  const item = shelved ?? reading.body?.item ?? null;
  const isOnShelf = item?.place?.kind === 'shelf';
  const hasFailed = door.stage === 'stuck' || door.stage === 'aborted';
  useEffect(() => {
    if (item !== null) onItem?.(item);
  }, [item]);
  useEffect(() => {
    if (hasFailed) rescue.current?.querySelector('button')?.focus();
  }, [hasFailed]);
  const toShelf = async (): Promise<void> => {
    const answer = await shelving.send({ holdId: door.holdId });
    if (answer === null) return;
    setShelved(answer.item?.place?.kind === 'shelf' ? answer.item : null);
    reading.again();
    onShelved?.();
  };
  if (isOnShelf && door.purpose === 'deposit')
    return (
      <div class="door-follow good" role="status" data-door="shelf">
        <p class="big">
          <Icon name="shelf" />
          <span>{words.onShelf(item?.place?.label ?? '')}</span>
        </p>
      </div>
    );
  const { tone, icon, text, lead } = said(words, door);
  const mayShelve = door.purpose === 'deposit' && !door.emptying && (hasFailed || door.stage === 'open');
  return (
    <div class={`door-follow ${tone}`} role="status" data-door={door.stage}>
      <p class="big">
        <Icon name={icon} />
        <span>{text}</span>
      </p>
      {lead && <p>{lead}</p>}
      {isOnShelf && door.stage === 'closed' && <p>{words.onShelf(item?.place?.label ?? '')}</p>}
      {shelving.told && <Note tone="bad">{shelving.told}</Note>}
      <div class="actions" ref={rescue}>
        {mayShelve && (
          <Button
            does="to-shelf"
            icon="shelf"
            kind={hasFailed ? 'main' : 'plain'}
            busy={shelving.isBusy}
            onTap={() => void toShelf()}
          >
            {hasFailed ? words.toShelf : words.tooLarge}
          </Button>
        )}
        {door.stage === 'aborted' && onAgain && (
          <Button does="open-again" icon="restart" kind="main" onTap={onAgain}>
            {words.again}
          </Button>
        )}
      </div>
    </div>
  );
};
