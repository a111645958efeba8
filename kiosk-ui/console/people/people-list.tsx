// The list of residents or couriers: found, filtered, opened at the side.
import { useRef, useState } from 'preact/hooks';
import type { PersonRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Note } from '../parts/panel.tsx';
import { Table } from '../parts/table.tsx';
import { type Filter, Filters } from '../parts/table-head.tsx';
import { peopleWords, type Relation } from '../words/people.ts';
import { usePeopleColumns } from './people-columns.tsx';
import { PersonPanel } from './person-panel.tsx';
import { useSettled } from './settled.ts';

const relations: readonly Relation[] = ['owner', 'family', 'tenant', 'trustee'];
/** As many as an answer takes: a table holds only what is in view. */
const limit = 2000;

const useFilters = (relation: Relation | null, drop: () => void): readonly Filter[] => {
  const { search } = useConsole();
  const words = useWords(peopleWords);
  const text = search.value.trim();
  return [
    ...(text === ''
      ? []
      : [
          {
            key: 'search',
            words: words.find.filter(text),
            remove: () => {
              search.value = '';
            },
          },
        ]),
    ...(relation === null
      ? []
      : [{ key: 'relation', words: words.filterRelation(words.relation[relation]), remove: drop }]),
  ];
};

const Find = ({ kind }: { kind: PersonRow['role'] }) => {
  const { search } = useConsole();
  const words = useWords(peopleWords).find;
  return (
    <Field
      name="find"
      label={words.label}
      hint={kind === 'courier' ? words.courierHint : words.hint}
      value={search.value}
      onInput={(value) => {
        search.value = value;
      }}
      maxLength={40}
    />
  );
};

export const PeopleList = ({ kind, empty }: { kind: PersonRow['role']; empty: string }) => {
  const { search, staleSince } = useConsole();
  const frame = useFrameWords();
  const words = useWords(peopleWords);
  const [relation, setRelation] = useState<Relation | null>(null);
  const [opened, setOpened] = useState<PersonRow | null>(null);
  const text = useSettled(search.value.trim());
  const query = { role: kind, limit, search: text || undefined, relation: relation ?? undefined };
  const people = useReading('listPeople', { query }, ['people', 'items']);
  const rows = people.body?.rows ?? [];
  const asOf = people.body?.asOf ?? 0;
  const columns = usePeopleColumns(kind, asOf);
  const filters = useFilters(relation, () => setRelation(null));
  // Somebody who has left the list by a change of theirs is still shown as they were last.
  const last = useRef<PersonRow | null>(null);
  const row = opened && (rows.find(({ personId }) => personId === opened.personId) ?? last.current ?? opened);
  last.current = row;
  return (
    <>
      <div class="find-bar">
        <Find kind={kind} />
        {kind === 'resident' && (
          <Choice<Relation | 'all'>
            name="relation-filter"
            label={words.column.relation}
            options={[
              { value: 'all', label: words.anyRelation },
              ...relations.map((value) => ({ value, label: words.relation[value] })),
            ]}
            value={relation ?? 'all'}
            onChoose={(value) => setRelation(value === 'all' ? null : value)}
          />
        )}
        {people.body && (
          <p class="find-count soft" role="status">
            {people.body.total > rows.length
              ? words.cut(rows.length, people.body.total)
              : words.count(people.body.total)}
          </p>
        )}
      </div>
      <Filters
        filters={filters}
        removeAll={() => {
          search.value = '';
          setRelation(null);
        }}
      />
      {people.trouble && <Note tone="bad">{frame.refused[people.trouble]}</Note>}
      <Table
        name={kind === 'courier' ? 'couriers' : 'people'}
        label={kind === 'courier' ? words.couriers.title : words.people.title}
        columns={columns}
        rows={rows}
        keyOf={({ personId }) => personId}
        onOpen={(one) => setOpened(one)}
        openKey={row?.personId ?? null}
        isLoading={people.isReading && people.body === null}
        isStale={staleSince.value !== null}
        empty={filters.length > 0 ? frame.table.noMatch : empty}
      />
      {row && <PersonPanel row={row} asOf={asOf} onChanged={people.again} onClose={() => setOpened(null)} />}
    </>
  );
};
