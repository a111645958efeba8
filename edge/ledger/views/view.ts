// A view: a table folded from the events for people to read; it may lag, and is rebuilt from zero by one call.
import { writeCheckpoints } from '../checkpoints.ts';
import type { Ledger } from '../ledger.ts';
import { type Follower, follow, pageRows } from '../readers.ts';
import type { Body, Row } from '../unit.ts';

/** How one table follows from the events: pure. */
export interface View<T> {
  name: string;
  /** The id of the row that an event changes; undefined when it changes none. */
  key(event: Body): string | undefined;
  /** The row after the event; undefined while there is none. */
  fold(row: T | undefined, event: Body): T | undefined;
}

const upsert = `INSERT INTO view_row (view, id, row) SELECT ?1, value->>0, value->>1 FROM json_each(?2) WHERE true
  ON CONFLICT DO UPDATE SET row = excluded.row`;

const checkpointOf = (table: string): string => `view:${table}`;

/** Rows of a view, by id or all, as this view's own fold wrote them. */
export const readView = async <T>(ledger: Ledger, { name }: View<T>, ids?: string[]): Promise<Map<string, T>> =>
  new Map((await ledger.viewRows(name, ids)).map(({ id, row }) => [id, row as T]));

/** Folds a page over the rows it touches and stores them together with the checkpoint: each event counts exactly once. */
const foldPage = async <T>(ledger: Ledger, view: View<T>, page: readonly Row[]): Promise<void> => {
  const events = page.flatMap(({ body }) => {
    const event: Body = JSON.parse(body);
    const id = view.key(event);
    return id === undefined ? [] : [{ id, event }];
  });
  const ids = [...new Set(events.map(({ id }) => id))];
  const rows = await readView(ledger, view, ids);
  for (const { id, event } of events) {
    const row = view.fold(rows.get(id), event);
    if (row !== undefined) rows.set(id, row);
  }
  const texts = [...rows].map(([id, row]) => [id, JSON.stringify(row)]);
  const places = new Map(page.slice(-1).map(({ epoch, seq }) => [checkpointOf(view.name), { epoch, seq }]));
  await ledger.writeView(async (db) => {
    if (texts.length > 0) await db.run(upsert, [view.name, JSON.stringify(texts)]);
    await writeCheckpoints(db, places);
  });
};

/** Keeps a view up with the ledger until it is stopped. */
export const followView = <T>(ledger: Ledger, view: View<T>): Follower =>
  follow(ledger, checkpointOf(view.name), (page) => foldPage(ledger, view, page));

/** Brings a view up to the head once. No follower of this view may be running. */
export const catchUp = async <T>(ledger: Ledger, view: View<T>): Promise<void> => {
  for (;;) {
    const { epoch, seq } = await ledger.checkpoint(checkpointOf(view.name));
    const page = await ledger.read(seq, pageRows, epoch);
    if (page.length === 0) return;
    await foldPage(ledger, view, page);
  }
};

const countDiffering = `SELECT count(*) AS count FROM (
  SELECT id, row FROM (SELECT id, row FROM view_row WHERE view = ?1 EXCEPT SELECT id, row FROM view_row WHERE view = ?2)
  UNION SELECT id, row FROM (SELECT id, row FROM view_row WHERE view = ?2 EXCEPT SELECT id, row FROM view_row WHERE view = ?1))`;

const drop = (ledger: Ledger, name: string): Promise<void> =>
  ledger.writeView(async (db) => {
    await db.run('DELETE FROM view_row WHERE view = ?', [name]);
    await db.run('DELETE FROM checkpoint WHERE reader = ?', [checkpointOf(name)]);
  });

/**
 * Folds a view again from zero beside the old one and takes its place. No follower of this view may be running.
 * @returns how many rows it has, and how many entries only one of the two had (0 = the incremental view was right).
 */
export const rebuildView = async <T>(ledger: Ledger, view: View<T>): Promise<{ rows: number; differing: number }> => {
  await catchUp(ledger, view);
  const fresh = { ...view, name: `${view.name}~` };
  await drop(ledger, fresh.name);
  await catchUp(ledger, fresh);
  return ledger.writeView(async (db) => {
    const [differing] = await db.all<{ count: number }>(countDiffering, [view.name, fresh.name]);
    await db.run('DELETE FROM view_row WHERE view = ?', [view.name]);
    const rows = await db.run('UPDATE view_row SET view = ? WHERE view = ?', [view.name, fresh.name]);
    await db.run('DELETE FROM checkpoint WHERE reader = ?', [checkpointOf(fresh.name)]);
    return { rows, differing: differing?.count ?? 0 };
  });
};
