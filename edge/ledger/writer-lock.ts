// Keeps a second process from writing the same ledger: a lock that the operating system drops even at kill -9.
import { readFile, writeFile } from 'node:fs/promises';
import { LedgerFault } from './ledger-fault.ts';
import { type OpenDatabase, StatementFault } from './sqlite.ts';

export interface WriterLock {
  release(): Promise<void>;
}

const isFileError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Only words for whoever is refused: a full disk must not keep the holder from starting. */
const signHolder = async (file: string, now: number): Promise<void> => {
  try {
    await writeFile(file, `process ${process.pid}, since ${new Date(now).toISOString()}`, { mode: 0o600 });
  } catch (error) {
    if (!isFileError(error, 'ENOSPC')) throw error;
  }
};

const readHolder = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, 'utf8')) || 'another process';
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
    return 'another process';
  }
};

/**
 * Takes the lock on `FILE.lock`, held until `release` or the end of the process; `FILE.holder` says who has it.
 * The lock is an empty database in which nothing is ever written, so that neither a power cut nor a full disk can spoil it.
 * Rejects with a LedgerFault `held` that says who holds it. `now`: wall ms.
 */
export const lockForWriting = async (open: OpenDatabase, file: string, now: number): Promise<WriterLock> => {
  const db = await open(`${file}.lock`, 'write');
  try {
    await db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    await signHolder(`${file}.holder`, now);
  } catch (error) {
    await db.close();
    if (!(error instanceof StatementFault && error.code === 'SQLITE_BUSY')) throw error;
    const holder = await readHolder(`${file}.holder`);
    throw new LedgerFault('held', `${file} is being written by ${holder}: stop it first`, error);
  }
  return {
    async release() {
      await db.exec('ROLLBACK');
      await db.close();
    },
  };
};
