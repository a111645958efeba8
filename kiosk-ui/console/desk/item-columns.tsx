// The columns of a list of items: what it is, whose, where, since when, and what is owed.
import type { ItemRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { ItemStatus, Place, Status } from '../parts/badges.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Column } from '../parts/table.tsx';
import { useTimes } from '../times.ts';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { ItemList } from './contract.ts';
import { DueMark } from './due-mark.tsx';
import { useWaited } from './waited.ts';

const kindIcon = { parcel: 'parcel', express: 'courier', letter: 'letter' } as const;

export const ItemName = ({ row }: { row: ItemRow }) => {
  const frame = useFrameWords();
  const terms = useWords(deskTerms);
  return (
    <span class="item-name">
      <Icon name={kindIcon[row.kind]} />
      <span class="unseen">{frame.item.kind[row.kind]}</span>
      <span>{row.carrier}</span>
      <b>{row.waybillTail ?? ''}</b>
      {row.condition === 'damaged' && (
        <Status tone="care" icon="warning">
          {terms.damage[row.damage ?? 'other']}
        </Status>
      )}
    </span>
  );
};

const Owner = ({ row }: { row: ItemRow }) => (
  <span class="item-owner">
    <b>{row.room}</b> <span>{row.name}</span>
  </span>
);

export const useItemColumns = (list: ItemList): Column<ItemRow>[] => {
  const words = useWords(deskItems);
  const times = useTimes();
  const waited = useWaited();
  const isOver = list === 'ended';
  return [
    { key: 'carrier', title: words.item, sorts: true, cell: (row) => <ItemName row={row} /> },
    { key: 'room', title: words.owner, sorts: true, cell: (row) => <Owner row={row} /> },
    { key: 'place', title: words.place, width: '5.75rem', sorts: true, cell: ({ place }) => <Place place={place} /> },
    { key: 'status', title: words.status, width: '10rem', cell: ({ status }) => <ItemStatus status={status} /> },
    {
      key: 'received',
      title: isOver ? words.left : words.waited,
      width: isOver ? '9.5rem' : '6.5rem',
      sorts: true,
      cell: ({ receivedAt, placedAt, endedAt }) =>
        endedAt === null ? (
          <span title={times.dayTime(receivedAt)}>{waited(placedAt ?? receivedAt)}</span>
        ) : (
          times.dayTime(endedAt)
        ),
    },
    ...(isOver
      ? []
      : [
          {
            key: 'due',
            title: words.due,
            width: '12.75rem',
            sorts: true,
            cell: ({ due }: ItemRow) => due && <DueMark due={due} />,
          },
        ]),
  ];
};
