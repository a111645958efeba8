// 「在库」: lists of items by what they wait for, with filters that stay in view, several at once, and one's whole story beside them.
import { useState } from 'preact/hooks';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { addressOf, go } from '../model/route.ts';
import { Note, Panel } from '../parts/panel.tsx';
import { Table } from '../parts/table.tsx';
import { BulkBar, type Sort } from '../parts/table-head.tsx';
import { deskItems } from '../words/desk-items.ts';
import { BulkActs } from './bulk-acts.tsx';
import type { ItemList, ItemsAsked } from './contract.ts';
import { Export } from './export.tsx';
import { useItemColumns } from './item-columns.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { ItemFilters, noWish, type Wish } from './item-filters.tsx';
import { useSettled } from './use-settled.ts';

const lists: readonly ItemList[] = ['waiting', 'today', 'due', 'disputed', 'to-return', 'ended'];
const listOf = (name: string | undefined): ItemList => lists.find((one) => one === name) ?? 'waiting';

/** Rows are read again as a whole with each piece of news: no more of them than somebody has scrolled to. */
const rowsAtOnce = 250;
const rowsMost = 2_000;
const sorts = ['received', 'room', 'carrier', 'place', 'due'] as const;

const useTabCounts = (): Partial<Record<ItemList, number>> => {
  const { site } = useConsole();
  const counts = site.value?.counts;
  return counts
    ? {
        waiting: counts.waiting,
        today: counts.today,
        due: counts.due,
        disputed: counts.disputed,
        'to-return': counts.toReturn,
      }
    : {};
};

const Tabs = ({ list }: { list: ItemList }) => {
  const words = useWords(deskItems);
  const counts = useTabCounts();
  return (
    <nav class="tabs" aria-label={words.lists}>
      {lists.map((one) => (
        <a
          key={one}
          class="tab"
          href={addressOf('items', one)}
          aria-current={one === list ? 'true' : undefined}
          data-tab={one}
        >
          <span>{words.list[one]}</span>
          {(counts[one] ?? 0) > 0 && <b class="count">{counts[one]}</b>}
        </a>
      ))}
    </nav>
  );
};

const ItemTable = ({ list, holdId }: { list: ItemList; holdId: string | undefined }) => {
  const { search, staleSince } = useConsole();
  const words = useWords(deskItems);
  const frame = useFrameWords();
  const [wish, setWish] = useState<Wish>(noWish);
  const [sort, setSort] = useState<Sort | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const searched = useSettled(search.value.trim());
  const shape = JSON.stringify([wish, sort, searched]);
  // Another question begins with its first rows again.
  const [reach, setReach] = useState({ shape, limit: rowsAtOnce });
  const limit = reach.shape === shape ? reach.limit : rowsAtOnce;
  const by = sorts.find((one) => one === sort?.by);
  const asked: ItemsAsked = {
    list,
    ...wish,
    search: searched === '' ? undefined : searched,
    ...(sort && by ? { sort: by, order: sort.order } : {}),
  };
  const { body, trouble, isReading } = useReading('listItems', { query: { ...asked, limit } }, ['items']);
  const rows = body?.rows ?? [];
  const total = body?.total ?? 0;
  const chosenRows = rows.filter((row) => chosen.has(row.holdId));
  const columns = useItemColumns(list);
  const more = (): void => {
    if (!isReading && rows.length < total && limit < rowsMost)
      setReach({ shape, limit: Math.min(limit + rowsAtOnce, rowsMost) });
  };
  return (
    <>
      <ItemFilters
        wish={wish}
        onWish={setWish}
        rows={rows}
        searched={searched}
        onNoSearch={() => {
          search.value = '';
        }}
        aside={<Export asked={asked} total={total} />}
      />
      <BulkBar chosen={new Set(chosenRows.map((row) => row.holdId))} onNone={() => setChosen(new Set())}>
        <BulkActs rows={chosenRows} onDone={() => setChosen(new Set())} />
      </BulkBar>
      {trouble && <Note tone="bad">{frame.refused[trouble]}</Note>}
      <Table
        name="items"
        label={words.list[list]}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.holdId}
        onOpen={(row) => go('items', list, row.holdId)}
        openKey={holdId ?? null}
        sort={sort}
        onSort={setSort}
        chosen={chosen}
        onChoose={setChosen}
        isLoading={isReading && body === null}
        isStale={staleSince.value !== null}
        empty={searched !== '' || wish !== noWish ? frame.table.noMatch : words.empty[list]}
        onEnd={more}
      />
    </>
  );
};

export const Items = ({ path }: { path: readonly string[] }) => {
  const words = useWords(deskItems);
  const list = listOf(path[0]);
  const [, holdId] = path;
  return (
    <Panel name="items" title={words.title} fills>
      <Tabs list={list} />
      <ItemTable key={list} list={list} holdId={holdId} />
      {holdId !== undefined && <ItemDrawer key={holdId} holdId={holdId} onClose={() => go('items', list)} />}
    </Panel>
  );
};
