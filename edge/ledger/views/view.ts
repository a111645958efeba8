// A view: a table folded from the events for people to read; it may lag, and is rebuilt from zero by one call.
import { writeCheckpoints } from '../checkpoints.ts';
import type { Ledger } from '../ledger.ts';
import { pageRows } from '../readers.ts';
import type { Body, Position } from '../unit.ts';

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

/** How far a view has come, durably. */
export const viewPlace = <T>(ledger: Ledger, view: View<T>): Promise<Position> =>
  ledger.checkpoint(checkpointOf(view.name));

/**
 * Folds the page after `from` over the rows it touches and stores them together with the checkpoint: each event counts exactly once. A short page that touches
 * none is not worth a commit: it is read again after a restart.
 * @returns how far it has come; undefined when there is nothing new. Nobody else may be folding this view.
 */
export const foldNext = async <T>(ledger: Ledger, view: View<T>, from: Position): Promise<Position | undefined> => {
  const page = await ledger.read(from.seq, pageRows, from.epoch);
  const last = page.at(-1);
  if (last === undefined) return undefined;
  const place = { epoch: last.epoch, seq: last.seq };
  const events = page.flatMap(({ body }) => {
    const event: Body = JSON.parse(body);
    const id = view.key(event);
    return id === undefined ? [] : [{ id, event }];
  });
  if (events.length === 0 && page.length < pageRows) return place;
  const rows = await readView(ledger, view, [...new Set(events.map(({ id }) => id))]);
  for (const { id, event } of events) {
    const row = view.fold(rows.get(id), event);
    if (row !== undefined) rows.set(id, row);
  }
  const texts = [...rows].map(([id, row]) => [id, JSON.stringify(row)]);
  await ledger.writeView(async (db) => {
    if (texts.length > 0) await db.run(upsert, [view.name, JSON.stringify(texts)]);
    await writeCheckpoints(db, new Map([[checkpointOf(view.name), place]]));
  });
  return place;
};

/** Brings a view up to the head once. Nobody else may be folding this view. */
export const catchUp = async <T>(ledger: Ledger, view: View<T>): Promise<void> => {
  let place: Position | undefined = await viewPlace(ledger, view);
  while (place !== undefined) place = await foldNext(ledger, view, place);
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
 * Folds a view again from zero beside the old one and takes its place. Nobody else may be folding this view.
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
