// A batch of units made ready to be written: rows with their place and hash, and one JSON parameter per statement.
import { chainHash } from './chain.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './sqlite.ts';
import type { Body, Head, Row, SealedChange, TableChange, Unit } from './unit.ts';

export interface Batch {
  before: Head;
  head: Head;
  /** One list for each unit, in its order. */
  rows: Row[][];
  /** JSON text by command id. */
  answers: Map<string, string>;
  units: readonly Unit[];
}

const textOf = (value: unknown): string => {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('only what JSON can say is kept in the ledger');
  return text;
};

/** Gives every event of the units its place and hash after `before`. Throws TypeError for what JSON cannot say. */
export const composeBatch = (site: string, before: Head, units: readonly Unit[]): Batch => {
  let head = before;
  const rows: Row[][] = [];
  const answers = new Map<string, string>();
  for (const unit of units) {
    const own: Row[] = [];
    for (const { id, type, at, actor, data } of unit.events) {
      const { epoch } = head;
      const seq = head.seq + 1;
      // The order of the keys is part of the stored bytes; `followChain` expects the place first.
      const content: Body = { v: 1, site, epoch, seq, id, type, at, command: unit.commandId, actor, data };
      const body = JSON.stringify(content);
      const row = { epoch, seq, hash: chainHash(head.hash, seq, body), body };
      own.push(row);
      head = { epoch, seq, hash: row.hash };
    }
    rows.push(own);
    answers.set(unit.commandId, textOf(unit.answer));
  }
  return { before, head, rows, answers, units };
};

const insertEvents = `INSERT INTO event (epoch, seq, hash, body)
  SELECT ?1, ?2 + key, substr(value, 1, 64), substr(value, 65) FROM json_each(?3)`;

const insertAnswers = `INSERT INTO answer (command, epoch, first, count, answer, crc)
  SELECT value->>0, ?1, value->>1, value->>2, value->>3, value->>4 FROM json_each(?2)`;

const moveHead = 'UPDATE head SET seq = ?1, hash = ?2 WHERE epoch = ?3 AND seq = ?4 AND hash = ?5';

/** Writes a batch within the caller's transaction. Rejects with a StatementFault, or throws when the head is not where it was left. */
export const writeBatch = async (db: Connection, { before, head, rows, answers, units }: Batch): Promise<void> => {
  const events = rows.flat();
  if (events.length > 0) {
    const texts = events.map(({ hash, body }) => hash + body);
    await db.run(insertEvents, [head.epoch, before.seq + 1, JSON.stringify(texts)]);
  }
  await writeChanges(
    db,
    units.flatMap((unit) => unit.changes),
  );
  const personal = units.flatMap((unit) => unit.personal ?? []);
  await writeSealed(db, 'personal', personal);
  const receipts = units.flatMap((unit) => unit.receipts ?? []);
  await writeSealed(db, 'receipt', receipts);
  let first = before.seq + 1;
  const kept = units.map(({ commandId, events: own }) => {
    const answer = answers.get(commandId) ?? '';
    const entry = [commandId, first, own.length, answer, checksum(commandId, answer)];
    first += own.length;
    return entry;
  });
  await db.run(insertAnswers, [head.epoch, JSON.stringify(kept)]);
  if (events.length === 0) return;
  const moved = await db.run(moveHead, [head.seq, head.hash, before.epoch, before.seq, before.hash]);
  if (moved !== 1) throw new Error('the head of the ledger is not where this process left it');
};

const upsertRows = `INSERT INTO live (tbl, id, row, crc)
  SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?) WHERE true
  ON CONFLICT DO UPDATE SET row = excluded.row, crc = excluded.crc`;

const deleteRows = `DELETE FROM live WHERE (tbl, id) IN (SELECT value->>0, value->>1 FROM json_each(?))`;

/** Sets and deletes table rows; of several changes of one row the last counts. */
export const writeChanges = async (db: Connection, changes: readonly TableChange[]): Promise<void> => {
  const last = new Map(changes.map((change) => [`${change.table}\0${change.id}`, change]));
  const set: (string | number)[][] = [];
  const gone: string[][] = [];
  for (const { table, id, row } of last.values()) {
    if (row === null) gone.push([table, id]);
    else {
      const text = textOf(row);
      set.push([table, id, text, checksum(table, id, text)]);
    }
  }
  if (set.length > 0) await db.run(upsertRows, [JSON.stringify(set)]);
  if (gone.length > 0) await db.run(deleteRows, [JSON.stringify(gone)]);
};

const sealedTables = {
  personal: {
    write: `INSERT INTO personal (id, sealed, crc)
      SELECT value->>0, value->>1, value->>2 FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET sealed = excluded.sealed, crc = excluded.crc`,
    erase: 'DELETE FROM personal WHERE id IN (SELECT value FROM json_each(?))',
  },
  receipt: {
    /** What was signed is never written over: a second one under its id fails. */
    write: `INSERT INTO receipt (id, sealed, crc)
      SELECT value->>0, value->>1, value->>2 FROM json_each(?)`,
    erase: 'DELETE FROM receipt WHERE id IN (SELECT value FROM json_each(?))',
  },
};

const writeSealed = async (
  db: Connection,
  table: keyof typeof sealedTables,
  changes: readonly SealedChange[],
): Promise<void> => {
  const { write, erase } = sealedTables[table];
  const last = new Map(changes.map((change) => [change.id, change.sealed]));
  const set: (string | number)[][] = [];
  const gone: string[] = [];
  for (const [id, sealed] of last) {
    if (sealed === null) gone.push(id);
    else {
      const text = Buffer.from(sealed).toString('base64');
      set.push([id, text, checksum('', id, text)]);
    }
  }
  if (set.length > 0) await db.run(write, [JSON.stringify(set)]);
  if (gone.length > 0) await db.run(erase, [JSON.stringify(gone)]);
};
