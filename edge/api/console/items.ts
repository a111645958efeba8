// Lists of items, one item's story, and a list as a file: what is in the house from live rows, what has left it from the ledger's view.

import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import { mayDo, type StaffRole } from '../../contract/rights.ts';
import type { Dispatch } from '../../dispatch.ts';
import { type Answer, isRefused, type SiteLayout } from '../../domain/decision.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Holding } from '../../ledger/views/holding.ts';
import { listHoldings } from '../../ledger/views/list-holdings.ts';
import { itemListText } from '../../words/item-list.ts';
import { openSiteTime } from '../../words/site-time.ts';
import { csvText, csvType } from './csv.ts';
import type { FileHandlers, Handlers } from './handlers.ts';
import { type ItemsQuery, isListed, type Match, pageOf, passes, sorted } from './item-lists.ts';
import { type Item, type ItemScene, itemRow } from './item-row.ts';
import { stepsOf } from './item-story.ts';
import type { Lists } from './lists.ts';
import type { Search } from './search.ts';

export interface ItemsOptions {
  dispatch: Dispatch;
  ledger: Ledger;
  site: SiteLayout;
  timeZone: string;
  lists: Pick<Lists, 'asOf'>;
  search: Pick<Search, 'find'>;
  now: () => Instant;
  newId: () => string;
}

/** More than this is sorted by time only: another order would read everything for each page. */
const sortedMost = 2_000;
const foundMost = 100;
const ourCursor = /^\d{1,16}~[0-9a-f-]{36}$/;

type Listed = { items: Item[]; next: string | null; total: number; asOf: number };
interface Asking {
  by: By;
  roles: readonly StaffRole[];
  query: ItemsQuery;
}

export const openItems = (
  options: ItemsOptions,
): Pick<Handlers, 'listItems' | 'readItem'> & Pick<FileHandlers, 'itemsCsv'> => {
  const { dispatch, ledger, site, lists, search, now, newId } = options;
  const time = openSiteTime(options.timeZone);
  const scene = (): ItemScene => ({ state: dispatch.state, site, personal: (id) => dispatch.personal(id), now: now() });

  /** By person only for who may search people; recorded once, not again for each further page [P1]. */
  const matchOf = async ({ by, roles, query }: Asking): Promise<Match | undefined | Refusal> => {
    if (!query.search) return undefined;
    const waybill = query.search.toUpperCase();
    if (!mayDo(roles, 'search-people')) return { personIds: [], waybill };
    const people = await search.find(query.search, foundMost);
    const found = people.length;
    const recorded: Answer =
      query.after === undefined
        ? await dispatch.execute({ commandId: newId(), kind: 'RecordSearch', by, found })
        : { done: true };
    return isRefused(recorded) ? recorded : { personIds: people.map(({ personId }) => personId), waybill };
  };

  const inMemory = (
    items: Item[],
    { query, match, asOf }: { query: ItemsQuery; match: Match | undefined; asOf: number },
  ): Listed => {
    const passing = items.filter((item) => passes(item, query, match));
    const { page, next } = pageOf(sorted(scene(), passing, query), query);
    return { items: page, next, total: passing.length, asOf };
  };

  /** What has left already is told by the view, what has not by the live row, which is never behind. */
  const today = async (query: ItemsQuery, match: Match | undefined): Promise<Listed> => {
    const from = time.startOf(time.day(now().wallMs)) ?? 0;
    const asOf = await lists.asOf();
    const items = new Map<string, Item>();
    for (let after: string | undefined; ; ) {
      const page = await listHoldings(ledger, { from, order: 'asc', limit: sortedMost, ...(after && { after }) });
      for (const item of page.rows) items.set(item.id, item);
      if (page.next === null) break;
      after = page.next;
    }
    for (const item of dispatch.state.all('holds')) if (item.receivedAt >= from) items.set(item.id, item);
    return inMemory([...items.values()], { query, match, asOf });
  };

  const ended = async (query: ItemsQuery, match: Match | undefined): Promise<Listed | Refusal> => {
    const { kind, carrier, where, order, sort, limit, after } = query;
    const asOf = await lists.asOf();
    const asked = {
      ...(kind && { kind }),
      ...(carrier && { carrier }),
      ...(where && { where }),
      ...(match && { match }),
      isEnded: true,
    };
    if (sort === 'received') {
      const { rows, ...page } = await listHoldings(ledger, { ...asked, order, limit, ...(after && { after }) });
      return { items: rows, asOf, ...page };
    }
    const all = await listHoldings(ledger, { ...asked, order, limit: sortedMost });
    return all.next === null
      ? inMemory(all.rows, { query, match, asOf })
      : { refused: 'bad-request', field: 'sort', remedy: 'narrow the list by a search or a filter before sorting it' };
  };

  const list = async (asking: Asking): Promise<Listed | Refusal> => {
    const { query } = asking;
    if (query.after !== undefined && !ourCursor.test(query.after))
      return { refused: 'bad-request', field: 'after', remedy: 'go on with the cursor of the page before' };
    const match = await matchOf(asking);
    if (match && 'refused' in match) return match;
    if (query.list === 'ended') return ended(query, match);
    if (query.list === 'today') return today(query, match);
    const { list: name } = query;
    const at = now();
    const items = [...dispatch.state.all('holds')].filter((item) => isListed(name, item, at));
    return inMemory(items, { query, match, asOf: at.wallMs });
  };

  const rowsOf = (items: Item[]): ConsoleAnswer<'listItems'>['rows'] => {
    const seen = scene();
    return items.map((item) => itemRow(seen, item));
  };

  return {
    listItems: async (asked) => {
      const listed = await list(asked);
      if ('refused' in listed) return listed;
      const { items, next, total, asOf } = listed;
      return { body: { asOf, rows: rowsOf(items), next, total } };
    },

    readItem: async ({ params: { id } }) => {
      await lists.asOf();
      const [kept] = await ledger.viewRows('holdings', [id]);
      // The view's own fold wrote this row.
      const holding = kept?.row as Holding | undefined;
      const item = dispatch.state.get('holds', id) ?? holding;
      if (!item) return { refused: 'unknown-item' };
      const seen = scene();
      return { body: { item: itemRow(seen, item), steps: stepsOf(seen, await ledger.readAt(holding?.events ?? [])) } };
    },

    itemsCsv: async ({ by, roles, query }) => {
      const listed = await list({ by, roles, query });
      if ('refused' in listed) return listed;
      const rows = rowsOf(listed.items);
      const recorded = await dispatch.execute({
        commandId: newId(),
        kind: 'RecordExport',
        by,
        what: 'items',
        subject: null,
        rows: rows.length,
      });
      if (isRefused(recorded)) return recorded;
      const name = `${query.list}-${time.day(now().wallMs)}.csv`;
      const { head, lines } = itemListText(rows, { language: query.language, minute: time.minute });
      return { type: csvType, name, body: csvText(head, lines) };
    },
  };
};
