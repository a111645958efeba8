// A copy of the ledger that can be carried away, and the way back from it.
import { chmod, copyFile, open as openFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { beginEpoch } from './epoch.ts';
import { LedgerFault } from './ledger-fault.ts';
import { migrate } from './migrations/migrate.ts';
import type { Reading } from './reading.ts';
import { type OpenDatabase, openDatabase } from './sqlite.ts';
import { inTransaction } from './transaction.ts';
import type { Head } from './unit.ts';
import { verifyLedger } from './verify.ts';

const isThere = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
};

const refuseTaken = async (file: string): Promise<void> => {
  if (await isThere(file)) throw new LedgerFault('exists', `${file} is there already: choose another place`);
};

const sync = async (path: string): Promise<void> => {
  const handle = await openFile(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const clear = async (made: string): Promise<void> => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(made + suffix, { force: true });
};

/** SQLite does not sync what VACUUM INTO writes; a rename counts once its directory is synced. */
const settle = async (made: string, file: string): Promise<void> => {
  await sync(made);
  await rename(made, file);
  await sync(dirname(file));
};

/** Writes a whole copy to `file`, complete or not at all, readable by its owner only. Rejects with a LedgerFault `exists`. */
export const backup = async (reading: Reading, file: string): Promise<void> => {
  await refuseTaken(file);
  const made = `${file}.part`;
  await clear(made);
  await (await openFile(made, 'wx', 0o600)).close();
  await reading.copyInto(made);
  await settle(made, file);
};

export interface RestoreOptions {
  backup: string;
  /** The new ledger; nothing may be there. */
  file: string;
  /** Wall ms. */
  now: number;
  open?: OpenDatabase;
}

/**
 * Makes a ledger from a backup: checks it whole and begins a new epoch, so that numbers given out after the backup are never given again.
 * @returns the new head. Rejects with a LedgerFault (`exists`, `damaged`, …); then no ledger was made.
 */
export const restore = async ({ backup: from, file, now, open = openDatabase }: RestoreOptions): Promise<Head> => {
  await refuseTaken(file);
  const made = `${file}.part`;
  await clear(made);
  await copyFile(from, made);
  await chmod(made, 0o600);
  const verdict = await verifyLedger(made, { open });
  if (!verdict.ok) {
    await clear(made);
    throw new LedgerFault('damaged', `the backup is not whole: ${verdict.problem}, ${verdict.detail}`);
  }
  const db = await open(made, 'write');
  let head: Head;
  try {
    await migrate(db);
    head = await inTransaction(db, () => beginEpoch(db, now));
  } finally {
    await db.close();
  }
  await settle(made, file);
  return head;
};
