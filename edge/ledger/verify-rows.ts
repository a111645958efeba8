// The part of the proof that is about rows beside the chain: answers, table rows, sealed data, checkpoints.
import { isAfter } from './checkpoints.ts';
import { checksum } from './checksum.ts';
import { type Finding, found, nowhere, walk } from './finding.ts';
import type { Connection } from './sqlite.ts';
import type { Head } from './unit.ts';

interface Answer {
  command: string;
  epoch: number;
  first: number;
  count: number;
  answer: string;
  crc: number;
  /** How many events of this command stand where the answer says. */
  there: number;
}

const answersAfter = `SELECT command, epoch, first, count, answer, crc, (
    SELECT count(*) FROM event AS e WHERE e.epoch = a.epoch AND e.seq >= a.first AND e.seq < a.first + a.count
    AND e.body->>'command' = a.command) AS there
  FROM answer AS a WHERE command > ? ORDER BY command LIMIT ?`;

/** Each answer refers to events of its command, and no event up to the head is without its answer. */
export const findBadAnswer = async (db: Connection, head: Head, events: number): Promise<Finding | undefined> => {
  let told = 0;
  const answers = walk<Answer>(db, answersAfter, { from: [''], keyOf: ({ command }) => [command] });
  for await (const { command, epoch, first, count, answer, crc, there } of answers) {
    const at = { epoch, seq: first };
    if (checksum(command, answer) !== crc) return found(at, 'damaged-row', `the answer to ${command}`);
    if (there !== count) return found(at, 'missing', `the answer to ${command} has ${there} of ${count} events`);
    if (!isAfter(at, head)) told += count;
  }
  return told === events ? undefined : found(head, 'missing', `${events} events, but the answers tell of ${told}`);
};

interface Kept {
  a: string;
  b: string;
  content: string;
  crc: number;
}

/** Each gives the key (`a`, `b`) and the content that the checksum is over; `since` is the form of the ledger that has it. */
const keptAfter = {
  row: {
    since: 1,
    sql: 'SELECT tbl AS a, id AS b, row AS content, crc FROM live WHERE (tbl, id) > (?, ?) ORDER BY tbl, id LIMIT ?',
  },
  'sealed data': {
    since: 1,
    sql: `SELECT '' AS a, id AS b, sealed AS content, crc FROM personal WHERE ('', id) > (?, ?) ORDER BY id LIMIT ?`,
  },
  receipt: {
    since: 2,
    sql: `SELECT '' AS a, id AS b, sealed AS content, crc FROM receipt WHERE ('', id) > (?, ?) ORDER BY id LIMIT ?`,
  },
  checkpoint: {
    since: 1,
    sql: `SELECT '' AS a, reader AS b, epoch || '/' || seq AS content, crc FROM checkpoint
      WHERE ('', reader) > (?, ?) ORDER BY reader LIMIT ?`,
  },
};

/** Each kept row fits its checksum. `version` is the ledger's form: an old backup is proved before it is brought forward. */
export const findDamagedRow = async (db: Connection, version: number): Promise<Finding | undefined> => {
  for (const [what, { since, sql }] of Object.entries(keptAfter)) {
    if (version < since) continue;
    for await (const { a, b, content, crc } of walk<Kept>(db, sql, {
      from: ['', ''],
      keyOf: (row) => [row.a, row.b],
    })) {
      if (checksum(a, b, content) !== crc) return found(nowhere, 'damaged-row', `the ${what} ${a} ${b}`);
    }
  }
  return undefined;
};
