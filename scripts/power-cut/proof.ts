// What must be true of a ledger after a power cut: it starts, it is whole, and it holds every event that was said to be durable.
import { join } from 'node:path';
import { followChain, genesis } from '../../edge/ledger/chain.ts';
import { type Head, Ledger, LedgerFault, type Row, StatementFault } from '../../edge/ledger/ledger.ts';
import { openDatabase } from '../../edge/ledger/sqlite.ts';

export const ledgerFile = 'ledger.db';
export const site = 'power-cut';
/** Any moment: wall ms. */
export const startedAtMs = Date.UTC(2026, 0, 1);

/** `lost`: an acknowledged event is missing · `broken`: the ledger does not start or is not whole. */
export type Finding = { kind: 'lost' | 'broken'; detail: string };

const broken = (detail: string): Finding => ({ kind: 'broken', detail });

type Stored = {
  pages: string | undefined;
  rows: Row[];
  answers: number | undefined;
  head: (Head & { site: string }) | undefined;
};

const stored = async (file: string): Promise<Stored> => {
  const db = await openDatabase(file, 'read');
  const [pages] = await db.all<{ integrity_check: string }>('PRAGMA integrity_check');
  const rows = await db.all<Row>('SELECT epoch, seq, hash, body FROM event ORDER BY epoch, seq');
  const [counted] = await db.all<{ answers: number }>('SELECT count(*) AS answers FROM answer');
  const [head] = await db.all<Head & { site: string }>('SELECT site, epoch, seq, hash FROM head');
  await db.close();
  return { pages: pages?.integrity_check, rows, answers: counted?.answers, head };
};

/** Judged from the tables themselves, not by the ledger's own verify: the gate must not inherit its blind spots. */
const judge = ({ pages, rows, answers, head }: Stored, promised: readonly Head[]): Finding | undefined => {
  const [missing] = promised.filter(({ epoch, seq, hash }) => {
    const row = rows[seq - 1];
    return row?.epoch !== epoch || row.seq !== seq || row.hash !== hash;
  });
  if (missing) return { kind: 'lost', detail: `event ${missing.seq} was acknowledged and is not there` };
  if (pages !== 'ok') return broken(`integrity_check: ${pages}`);
  if (!head) return broken('no head');
  const end = followChain(head.site, { epoch: head.epoch, seq: 0, hash: genesis }, rows);
  if ('problem' in end) return broken(`${end.problem}: ${end.detail}`);
  if (end.seq !== head.seq || end.hash !== head.hash)
    return broken(`the head is ${head.seq}, the last event ${end.seq}`);
  // Every command of the workload has one event; an answer without its event, or the reverse, is half a transaction.
  if (answers !== rows.length) return broken(`${rows.length} events, ${answers} answers`);
  return undefined;
};

const opened = async (directory: string, promised: readonly Head[]): Promise<Finding | undefined> => {
  const file = join(directory, ledgerFile);
  // The error that calls it is thrown on to us all the same.
  const ledger = new Ledger({ file, site, now: () => startedAtMs, onFatal: () => undefined });
  await ledger.start();
  const finding = judge(await stored(file), promised);
  await ledger.stop();
  return finding;
};

/** Starts the ledger in a directory as the product does after a power cut, and answers what is wrong with it. */
export const prove = async (directory: string, promised: readonly Head[]): Promise<Finding | undefined> => {
  try {
    return await opened(directory, promised);
  } catch (error) {
    if (error instanceof LedgerFault || error instanceof StatementFault)
      return broken(`does not start: ${error.message}`);
    throw error;
  }
};
