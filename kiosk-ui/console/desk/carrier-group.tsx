// All that goes back with one carrier: everything that lies at the desk is chosen, the rest is fetched first.
import { useState } from 'preact/hooks';
import type { ItemRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Place } from '../parts/badges.tsx';
import { Button } from '../parts/button.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { deskReturns } from '../words/desk-returns.ts';
import { DoorFollow } from './door-follow.tsx';
import { DueMark, useRule } from './due-mark.tsx';
import { ItemName } from './item-columns.tsx';
import { mayGo, type ReturnGroup } from './return-groups.ts';
import { type Fetching, useFetch } from './use-fetch.ts';

interface RowProps {
  row: ItemRow;
  isChosen: boolean;
  onFlip(): void;
  fetching: Fetching;
}

const ReturnRow = ({ row, isChosen, onFlip, fetching }: RowProps) => {
  const words = useWords(deskReturns);
  return (
    <li class={`pick-item${isChosen ? ' chosen' : ''}`} data-item={row.holdId}>
      <label>
        <input
          type="checkbox"
          data-field={`return-${row.holdId}`}
          checked={isChosen}
          disabled={!mayGo(row)}
          onChange={onFlip}
        />
        <Place place={row.place} />
        <span class="pick-words">
          <ItemName row={row} />
          <span class="soft">
            {row.room} {row.name}
          </span>
        </span>
        {row.due && <DueMark due={row.due} />}
      </label>
      {row.actions.includes('fetch') && (
        <Button
          does={`fetch-${row.holdId}`}
          icon="door"
          disabled={fetching.isBusy}
          onTap={() => void fetching.start(row.holdId)}
        >
          {words.fetch}
        </Button>
      )}
    </li>
  );
};

export const CarrierGroup = ({ group, onReturn }: { group: ReturnGroup; onReturn(rows: ItemRow[]): void }) => {
  const words = useWords(deskReturns);
  const frame = useFrameWords();
  const rule = useRule();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fetching = useFetch();
  const going = group.rows.filter((row) => mayGo(row) && !left.has(row.holdId));
  const flip = ({ holdId }: ItemRow): void => {
    const next = new Set(left);
    if (!next.delete(holdId)) next.add(holdId);
    setLeft(next);
  };
  const rules = [...new Set(group.rows.flatMap(({ due }) => due?.rule ?? []))];
  return (
    <Sheet
      name="carrier-group"
      title={`${group.carrier || frame.none} · ${words.items(group.rows.length)}`}
      aside={
        <Button
          does={`return-${group.carrier}`}
          kind="main"
          icon="courier"
          disabled={going.length === 0}
          onTap={() => onReturn(going)}
        >
          {words.returnTo(group.carrier, going.length)}
        </Button>
      }
    >
      {rules.map((one) => (
        <p key={one} class="soft rule">
          {one} · {rule(one)}
        </p>
      ))}
      <ul class="picks">
        {group.rows.map((row) => (
          <ReturnRow
            key={row.holdId}
            row={row}
            isChosen={going.includes(row)}
            onFlip={() => flip(row)}
            fetching={fetching}
          />
        ))}
      </ul>
      {fetching.told && <Note tone="bad">{fetching.told}</Note>}
      {fetching.door && (
        <DoorFollow
          key={fetching.door.visitId}
          visitId={fetching.door.visitId}
          first={fetching.door.first}
          onAgain={() => void (fetching.door && fetching.start(fetching.door.holdId))}
        />
      )}
    </Sheet>
  );
};
