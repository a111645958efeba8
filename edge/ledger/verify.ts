// Proves a ledger whole, on a connection of its own, page by page, also while the edge writes.
import { followChain, genesis } from './chain.ts';
import { isAfter } from './checkpoints.ts';
import { type Finding, found, nowhere, pageRows, type Verdict } from './finding.ts';
import { hashAt, type OwnedHead, readHead } from './head.ts';
import { ledgerVersion } from './migrations/migrate.ts';
import { type Connection, type OpenDatabase, openDatabase, StatementFault } from './sqlite.ts';
import type { Head, Position, Row } from './unit.ts';
import { findBadAnswer, findDamagedRow } from './verify-rows.ts';

const findDamagedPage = async (db: Connection): Promise<Finding | undefined> => {
  const [result] = await db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
  if (result?.integrity_check === 'ok') return undefined;
  return found(nowhere, 'corrupt-page', result?.integrity_check ?? 'no answer from the integrity check');
};

type Counted = { events: number; end: Head };

/** Follows one epoch to its end, but not past the head that was read first: the edge may be appending. */
const followEpoch = async (db: Connection, site: string, start: Head, limit: Head): Promise<Counted | Finding> => {
  let end = start;
  for (;;) {
    const rows = await db.all<Row>(
      'SELECT epoch, seq, hash, body FROM event WHERE epoch = ? AND seq > ? ORDER BY seq LIMIT ?',
      [start.epoch, end.seq, pageRows],
    );
    const known = rows.filter((row) => !isAfter(row, limit));
    const next = followChain(site, end, known);
    if ('problem' in next) return { ok: false, ...next };
    end = next;
    if (known.length < pageRows) return { events: end.seq, end };
  }
};

const findBetween = async (db: Connection, after: number, before: number): Promise<Position | undefined> => {
  const [event] = await db.all<Position>('SELECT epoch, seq FROM event WHERE epoch > ? AND epoch < ? LIMIT 1', [
    after,
    before,
  ]);
  return event;
};

const followEpochs = async (db: Connection, head: OwnedHead): Promise<{ epochs: number; events: number } | Finding> => {
  const epochs = await db.all<{ epoch: number; previous: string }>('SELECT epoch, previous FROM epoch ORDER BY epoch');
  let events = 0;
  let last: Head = { epoch: 0, seq: 0, hash: genesis };
  for (const { epoch, previous } of epochs) {
    const stray = await findBetween(db, last.epoch, epoch);
    if (stray) return found(stray, 'missing', 'the epoch of this event is not recorded');
    if (previous !== last.hash)
      return found({ epoch, seq: 0 }, 'missing', 'the epoch does not build on the one before it');
    const counted = await followEpoch(db, head.site, { epoch, seq: 0, hash: previous }, head);
    if ('problem' in counted) return counted;
    events += counted.events;
    last = counted.end;
  }
  if (last.epoch !== head.epoch) return found(head, 'missing', 'the last epoch is not the one of the head');
  if (last.seq < head.seq) return found(last, 'truncated', `the events end at ${last.seq}, the head is ${head.seq}`);
  if (last.hash !== head.hash) return found(head, 'edited', 'the head does not fit the last event');
  const [beyond] = await db.all<Position>(
    'SELECT e.epoch, e.seq FROM head AS h JOIN event AS e ON (e.epoch, e.seq) > (h.epoch, h.seq) LIMIT 1',
  );
  return beyond ? found(beyond, 'edited', 'an event stands behind the head') : { epochs: epochs.length, events };
};

const findRollback = async (db: Connection, known: Head): Promise<Finding | undefined> => {
  const hash = await hashAt(db, known);
  if (hash === undefined) return found(known, 'rolled-back', 'others have seen this place, it is not here');
  return hash === known.hash ? undefined : found(known, 'edited', 'others have seen another hash at this place');
};

const prove = async (db: Connection, known: Head | undefined): Promise<Verdict> => {
  const version = await ledgerVersion(db);
  const head = version === 0 ? undefined : await readHead(db);
  if (head === undefined) return found(nowhere, 'missing', 'there is no head');
  const damaged = await findDamagedPage(db);
  if (damaged) return damaged;
  const chain = await followEpochs(db, head);
  if ('problem' in chain) return chain;
  const finding =
    (await findBadAnswer(db, head, chain.events)) ??
    (await findDamagedRow(db, version)) ??
    (known && (await findRollback(db, known)));
  const { epoch, seq, hash } = head;
  return finding ?? { ok: true, ...chain, head: { epoch, seq, hash } };
};

/**
 * Reads the whole ledger and answers what it found first. `knownHead` is a head that others (headquarters) have seen.
 * Rejects with a StatementFault when the file cannot be read at all, with a LedgerFault when it is not a ledger of this program.
 */
export const verifyLedger = async (
  file: string,
  { knownHead, open = openDatabase }: { knownHead?: Head; open?: OpenDatabase } = {},
): Promise<Verdict> => {
  const db = await open(file, 'read');
  try {
    await db.exec('PRAGMA busy_timeout = 5000');
    return await prove(db, knownHead);
  } catch (error) {
    const isDamage = error instanceof StatementFault && ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(error.code);
    if (!isDamage) throw error;
    return found(nowhere, 'corrupt-page', error.message);
  } finally {
    await db.close();
  }
};
