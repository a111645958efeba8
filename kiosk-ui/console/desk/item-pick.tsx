// One item that somebody may take: chosen by a press anywhere on it, or fetched out of its compartment first.
import type { ItemRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { ItemStatus, Place, Status } from '../parts/badges.tsx';
import { Button } from '../parts/button.tsx';
import { deskHandOver } from '../words/desk-hand-over.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { useWaited } from './waited.ts';

interface ItemPickProps {
  row: ItemRow;
  isOwn: boolean;
  isChosen: boolean;
  onFlip(): void;
  onFetch: (() => void) | undefined;
}

export const ItemPick = ({ row, isOwn, isChosen, onFlip, onFetch }: ItemPickProps) => {
  const frame = useFrameWords();
  const words = useWords(deskHandOver);
  const terms = useWords(deskTerms);
  const waited = useWaited();
  const mayFetch = row.actions.includes('fetch');
  return (
    <li class={`pick-item${isChosen ? ' chosen' : ''}`} data-item={row.holdId}>
      <label>
        <input
          type="checkbox"
          data-field={`take-${row.holdId}`}
          checked={isChosen}
          disabled={!row.actions.includes('hand-over')}
          onChange={onFlip}
        />
        <Place place={row.place} />
        <span class="pick-words">
          <span>
            {row.carrier} {row.waybillTail === null ? frame.item.kind[row.kind] : frame.item.tail(row.waybillTail)}
            {!isOwn && <b> {row.name}</b>}
          </span>
          <span class="soft">
            {row.kind !== 'parcel' && `${frame.item.kind[row.kind]} · `}
            {waited(row.placedAt ?? row.receivedAt)}
          </span>
        </span>
        {row.condition === 'damaged' && (
          <Status tone="care" icon="warning">
            {row.damage === null ? terms.condition.damaged : terms.damage[row.damage]}
          </Status>
        )}
        {row.status !== 'at-desk' && row.status !== 'waiting' && <ItemStatus status={row.status} />}
      </label>
      {mayFetch && (
        <Button does={`fetch-${row.holdId}`} icon="door" disabled={onFetch === undefined} onTap={onFetch}>
          {words.fetch}
        </Button>
      )}
    </li>
  );
};
