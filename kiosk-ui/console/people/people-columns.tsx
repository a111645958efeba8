// The columns of a list of residents or couriers.
import type { ComponentChildren } from 'preact';
import type { PersonRow } from '../contract.ts';
import { useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import type { Column } from '../parts/table.tsx';
import { peopleWords } from '../words/people.ts';
import { RelationMark } from './person-facts.tsx';

/** `asOf`: wall time at which the rows were true. */
export const usePeopleColumns = (role: PersonRow['role'], asOf: number): Column<PersonRow>[] => {
  const words = useWords(peopleWords);
  const count = (n: number, text: (n: number) => string): ComponentChildren =>
    n === 0 ? <span class="soft">–</span> : text(n);
  const name: Column<PersonRow> = { key: 'name', title: words.column.name, cell: (row) => <b>{row.name}</b> };
  const phone: Column<PersonRow> = {
    key: 'phone',
    title: words.column.phone,
    width: '9.5rem',
    cell: (row) => row.phone || <span class="soft">–</span>,
  };
  const cards: Column<PersonRow> = {
    key: 'cards',
    title: words.column.cards,
    width: '5.5rem',
    cell: (row) => count(row.cards.length, words.cards),
  };
  if (role === 'courier') return [name, phone, cards];
  return [
    { key: 'room', title: words.column.room, width: '7rem', cell: (row) => row.room },
    name,
    phone,
    {
      key: 'relation',
      title: words.column.relation,
      width: '10.5rem',
      cell: (row) => <RelationMark row={row} asOf={asOf} />,
    },
    { key: 'consent', title: words.column.consent, width: '6rem', cell: (row) => words.consent[row.consent] },
    cards,
    {
      key: 'waiting',
      title: words.column.waiting,
      width: '6.5rem',
      cell: (row) =>
        row.waiting === 0 ? (
          <span class="soft">–</span>
        ) : (
          <Status tone="good" icon="parcel">
            {words.items(row.waiting)}
          </Status>
        ),
    },
  ];
};
