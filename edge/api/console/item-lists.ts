// The lists of items that are held in memory: which item stands in which list, in which order, and page by page. Pure.
import type { ConsoleQuery } from '../../contract/console/routes.ts';
import type { Instant } from '../../contract/events.ts';
import { isOver } from '../../domain/custody/hold.ts';
import { dueOf } from '../../domain/custody/terms.ts';
import { carrierOf } from '../../words/carriers.ts';
import { placeView } from '../../words/places.ts';
import type { Scene } from '../visit-view.ts';
import type { Item } from './item-row.ts';

export type ItemsQuery = ConsoleQuery<'listItems'>;
type LiveList = Exclude<ItemsQuery['list'], 'ended' | 'today'>;

/** What a search has found: whose items, and what their waybills contain. */
export interface Match {
  personIds: readonly string[];
  waybill: string;
}

const dayMs = 86_400_000;

/** What must go back always is due; what waits is due in its last day. */
const isDue = (item: Item, now: Instant): boolean => {
  const due = dueOf(item, now);
  return due !== null && (due.rule === 'M5' || due.at < now.wallMs + dayMs);
};

/** Whether an item that has not left the house stands in this list. What somebody took along in dispute is no longer in the house. */
export const isListed = (list: LiveList, item: Item, now: Instant): boolean => {
  if (isOver(item.status)) return false;
  switch (list) {
    case 'waiting':
      return item.dispute?.where !== 'with-person';
    case 'due':
      return isDue(item, now);
    case 'disputed':
    case 'to-return':
      return item.status === list;
  }
};

const carrierName = ({ carrier, waybill }: Item): string => carrier ?? carrierOf(waybill ?? '');
const whereOf = ({ place }: Item): string | undefined => (place && 'shelf' in place ? 'shelf' : place?.cabinet);

/** Whether an item passes the filters of the query and what its search has found. */
export const passes = (item: Item, { kind, carrier, where }: ItemsQuery, match: Match | undefined): boolean =>
  (kind === undefined || item.kind === kind) &&
  (carrier === undefined || carrierName(item) === carrier) &&
  (where === undefined || whereOf(item) === where) &&
  (match === undefined ||
    match.personIds.includes(item.personId) ||
    (match.waybill !== '' && (item.waybill ?? '').toUpperCase().includes(match.waybill)));

/** 2-101 before 10-101. */
const byPeople = new Intl.Collator('zh-CN', { numeric: true });

const keyOf = (
  { personal, site }: Scene,
  sort: ItemsQuery['sort'],
  now: Instant,
): ((item: Item) => string | number) => {
  switch (sort) {
    case 'received':
      return ({ receivedAt }) => receivedAt;
    case 'room':
      return ({ householdId }) => personal(householdId)?.room ?? '';
    case 'carrier':
      return carrierName;
    case 'place':
      return ({ place }) => (place ? placeView(site, place).label : '');
    case 'due':
      return (item) => dueOf(item, now)?.at ?? Number.MAX_SAFE_INTEGER;
  }
};

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : byPeople.compare(String(one), String(other));

/** Sorted as asked; items that are alike in it stand by when they were received, the ids being times. */
export const sorted = (scene: Scene & { now: Instant }, items: readonly Item[], query: ItemsQuery): Item[] => {
  // What is due first is what this list is for.
  const isSoonest = query.list === 'due' && query.sort === 'received';
  const key = keyOf(scene, isSoonest ? 'due' : query.sort, scene.now);
  const sign = isSoonest || query.order === 'asc' ? 1 : -1;
  return items
    .map((item) => ({ item, by: key(item) }))
    .sort((one, other) => sign * (compare(one.by, other.by) || (one.item.id < other.item.id ? -1 : 1)))
    .map(({ item }) => item);
};

/** The page after `after`: behind the item it names, or where that stood when it has left the list. */
export const pageOf = (items: readonly Item[], { after, limit }: ItemsQuery): { page: Item[]; next: string | null } => {
  const [place, id] = after?.split('~') ?? ['0'];
  const former = id === undefined ? -1 : items.findIndex((item) => item.id === id);
  const from = former < 0 ? Number(place) : former + 1;
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  return { page, next: last && from + limit < items.length ? `${from + limit}~${last.id}` : null };
};
