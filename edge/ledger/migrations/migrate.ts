// Brings a database forward to the form this program knows, one numbered step at a time.
import { LedgerFault } from '../ledger-fault.ts';
import type { Connection } from '../sqlite.ts';
import { inTransaction } from '../transaction.ts';
import { ledger } from './001-ledger.ts';
import { desk } from './002-desk.ts';

/** In order; the place in the list, counted from 1, is the `user_version` it leads to. */
const migrations = [ledger, desk];

/** Marks the file as ours ("MFLG"), so that a foreign database is never migrated. */
const applicationId = 0x4d464c47;

/** The `user_version` this program writes. */
export const currentVersion = migrations.length;

const pragma = async (db: Connection, name: 'user_version' | 'application_id'): Promise<number> => {
  const [row] = await db.all<Record<string, number>>(`PRAGMA ${name}`);
  return row?.[name] ?? 0;
};

/**
 * Answers the version of a ledger's database; 0 for an empty file.
 * Rejects with a LedgerFault when the file is another program's database or was written by a newer program.
 */
export const ledgerVersion = async (db: Connection): Promise<number> => {
  const version = await pragma(db, 'user_version');
  const [objects] = await db.all<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema');
  if ((await pragma(db, 'application_id')) !== applicationId && (version > 0 || objects?.count !== 0)) {
    throw new LedgerFault('not-a-ledger', 'the file is a database, but not a ledger of this program');
  }
  if (version > currentVersion) {
    throw new LedgerFault(
      'newer',
      `the ledger has form ${version}, this program knows ${currentVersion}: start the newer program`,
    );
  }
  return version;
};

/** Forward only, each step in one transaction. Rejects as {@link ledgerVersion} does, or with a StatementFault, the step undone. */
export const migrate = async (db: Connection): Promise<void> => {
  const version = await ledgerVersion(db);
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    const step = `${sql} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${index + 1};`;
    await inTransaction(db, () => db.exec(step));
  }
};
