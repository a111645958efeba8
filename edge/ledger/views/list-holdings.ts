// Finds holdings among hundreds of thousands: by when, whose, which carrier or part of the waybill, each by an index of its own.
import type { EventData } from '../../contract/events.ts';
import type { Ledger } from '../ledger.ts';
import type { Holding } from './holding.ts';

export interface HoldingsAsked {
  /** The time that orders, and that `from` and `to` are about. Default: `received`. `ended` shows only what has left. */
  by?: 'received' | 'ended';
  /** Wall ms: `from` itself counts, `to` does not. */
  from?: number;
  to?: number;
  /** True: only what has left the house; false: only what is in it. */
  isEnded?: boolean;
  kind?: EventData<'ItemReceived'>['kind'];
  carrier?: string;
  /** A cabinet's id, or `shelf`. */
  where?: string;
  /** What is for one of these, or has this in its waybill. Only by when received. */
  match?: { personIds: readonly string[]; waybill: string };
  /** Only by when received. */
  householdIds?: readonly string[];
  order: 'asc' | 'desc';
  limit: number;
  /** `next` of the page before. */
  after?: string;
}
export interface HoldingsPage {
  rows: Holding[];
  next: string | null;
  /** Counted up to 10,000: what is more is narrowed by a search or a filter, not counted. */
  total: number;
}

const countMost = 10_000;
/** A beginning shorter than this, or an end shorter than four, would be half of all waybills. */
const shortestBeginning = 6;
const tailLength = 4;
const beginningsMost = 200;
const latest = Number.MAX_SAFE_INTEGER;

const waybill = "upper(row->>'waybill')";
const where = "iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')";
/** Letter by letter the expressions of the indexes in migration 2. `:name` is what was asked. */
const narrowed = (time: string): string => `view = 'holdings' AND ${time} >= :from AND ${time} < :to
  AND (:kind IS NULL OR row->>'kind' = :kind) AND (:carrier IS NULL OR row->>'carrier' = :carrier)
  AND (:where IS NULL OR ${where} = :where) AND (:isEnded IS NULL OR (row->>'endedAt' IS NOT NULL) = :isEnded)`;

const byIndex = (index: string, more = ''): string =>
  `SELECT id, row->>'receivedAt' AS time FROM view_row INDEXED BY ${index} WHERE ${narrowed("row->>'receivedAt'")} ${more}`;

const sources = {
  received: byIndex('holding_received'),
  ended: `SELECT id, row->>'endedAt' AS time FROM view_row INDEXED BY holding_ended
    WHERE ${narrowed("row->>'endedAt'")} AND row->>'endedAt' IS NOT NULL`,
  carrier: byIndex('holding_carrier', "AND row->>'carrier' = :carrier"),
  where: byIndex('holding_where', `AND ${where} = :where`),
  kind: byIndex('holding_kind', "AND row->>'kind' = :kind"),
  household: byIndex('holding_household', "AND row->>'householdId' IN (SELECT value FROM json_each(:ids))"),
  match: `${byIndex('holding_person', "AND row->>'personId' IN (SELECT value FROM json_each(:ids))")}
    UNION SELECT * FROM (
      ${byIndex('holding_waybill', `AND ${waybill} >= :beginning AND ${waybill} < :beginningEnd`)} LIMIT ${beginningsMost})
    UNION ${byIndex('holding_waybill_tail', `AND substr(${waybill}, -4) = :tail AND ${waybill} LIKE :ending`)}`,
};
type Source = keyof typeof sources;

/** The narrowest way there is. */
const sourceOf = ({ by, match, householdIds, carrier, where, kind }: HoldingsAsked): Source => {
  if (by === 'ended') return 'ended';
  if (match) return 'match';
  if (householdIds) return 'household';
  if (carrier !== undefined) return 'carrier';
  if (where !== undefined) return 'where';
  return kind === undefined ? 'received' : 'kind';
};

const pageSql = (source: Source, order: HoldingsAsked['order']): string => {
  const [side, sort] = order === 'asc' ? ['>', 'ASC'] : ['<', 'DESC'];
  return `SELECT id, time FROM (${sources[source]}) WHERE time <> :time OR id ${side} :id
    ORDER BY time ${sort}, id ${sort} LIMIT :limit`;
};
const countSql = (source: Source): string =>
  `SELECT count(*) AS total FROM (SELECT 1 FROM (${sources[source]}) LIMIT ${countMost})`;

type Values = Record<string, string | number | boolean | null | undefined>;
/** The statement with its places numbered, and what is bound to each. */
const bound = (sql: string, values: Values): [sql: string, params: (string | number | null)[]] => {
  const params: (string | number | null)[] = [];
  const text = sql.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name] ?? null;
    params.push(typeof value === 'boolean' ? Number(value) : value);
    return '?';
  });
  return [text, params];
};

/** What fits no waybill is compared with the empty text: no waybill is empty. */
const waybillParams = (part: string) => {
  const plain = /^[A-Z0-9-]+$/.test(part.toUpperCase()) ? part.toUpperCase() : '';
  const beginning = plain.length >= shortestBeginning ? plain : '';
  const end = plain.length >= tailLength ? plain : '';
  return { beginning, beginningEnd: beginning && `${beginning}~`, tail: end.slice(-tailLength), ending: `%${end}` };
};

/** Where the page begins: narrowed to times from there on, so that the index begins there too. */
const begunAt = ({ after, order, from = 0, to = latest }: HoldingsAsked) => {
  const [time, id] = after?.split('~') ?? [];
  if (time === undefined || id === undefined) return { from, to, time: -1, id: '' };
  return order === 'asc'
    ? { from: Math.max(from, Number(time)), to, time: Number(time), id }
    : { from, to: Math.min(to, Number(time) + 1), time: Number(time), id };
};

/** One page of holdings, as far as the view has come. Rejects with a StatementFault when the ledger cannot be read. */
export const listHoldings = async (
  ledger: Pick<Ledger, 'queryViews' | 'viewRows'>,
  asked: HoldingsAsked,
): Promise<HoldingsPage> => {
  const { from = 0, to = latest, kind, carrier, where, isEnded, match, householdIds, limit, order } = asked;
  const source = sourceOf(asked);
  const ids = JSON.stringify(match?.personIds ?? householdIds ?? []);
  const filter = { from, to, kind, carrier, where, isEnded, ids, ...waybillParams(match?.waybill ?? '') };
  const start = { ...filter, ...begunAt(asked), limit: limit + 1 };
  const [keys, counted] = await Promise.all([
    ledger.queryViews<{ id: string; time: number }>(...bound(pageSql(source, order), start)),
    ledger.queryViews<{ total: number }>(...bound(countSql(source), filter)),
  ]);
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  const found = page.map(({ id }) => id);
  const rows = new Map((await ledger.viewRows('holdings', found)).map(({ id, row }) => [id, row]));
  return {
    // This view's own fold wrote these rows.
    rows: found.flatMap((id) => (rows.has(id) ? [rows.get(id) as Holding] : [])),
    next: keys.length > limit && last ? `${last.time}~${last.id}` : null,
    total: counted[0]?.total ?? 0,
  };
};
