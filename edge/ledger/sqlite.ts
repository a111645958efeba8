// The SQLite driver: the only file that knows the npm package, behind four promises that another driver could keep.
import sqlite3 from 'sqlite3';

/** What may be bound: BigInt and undefined would silently become NULL, so the type has no room for them [storage: traps]. */
export type Bindable = string | number | null;

/** One open database. Two transactions on one connection interleave, so only one owner may open transactions on it. */
export interface Connection {
  /** Runs one statement to its end and answers how many rows it changed. Rejects with a {@link StatementFault}. */
  run(sql: string, params?: Bindable[]): Promise<number>;
  /** Runs one statement and answers all its rows. Rejects with a {@link StatementFault}. */
  all<T>(sql: string, params?: Bindable[]): Promise<T[]>;
  /** Runs fixed SQL of many statements. A failure in the middle leaves its transaction open: the caller rolls back. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** `write` creates the file when it is missing; `read` never changes it. */
export type OpenDatabase = (file: string, mode: 'read' | 'write') => Promise<Connection>;

/** SQLite did not carry out a statement. `code` is SQLite's own, such as `SQLITE_FULL`. */
export class StatementFault extends Error {
  readonly code: string;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'StatementFault';
    this.code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'SQLITE_ERROR';
  }
}

type Done = (error: Error | null) => void;

/** Every call of the package gets a callback: without one an error would end the process [storage: traps]. */
const settled = (start: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => (error ? reject(new StatementFault(error)) : resolve()));
  });

const prepare = async (db: sqlite3.Database, sql: string): Promise<sqlite3.Statement> => {
  let statement: sqlite3.Statement | undefined;
  await settled((done) => {
    statement = db.prepare(sql, done);
  });
  if (statement === undefined) throw new Error('the driver answered before it prepared');
  return statement;
};

/** Opens a database; statements are prepared once and kept, so `sql` is always constant text. */
export const openDatabase: OpenDatabase = async (file, mode) => {
  const flags = mode === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
  let opened: sqlite3.Database | undefined;
  await settled((done) => {
    opened = new sqlite3.Database(file, flags, done);
  });
  const db = opened;
  if (db === undefined) throw new Error('the driver answered before it opened');

  const prepared = new Map<string, Promise<sqlite3.Statement>>();
  const statement = (sql: string): Promise<sqlite3.Statement> => {
    const known = prepared.get(sql) ?? prepare(db, sql);
    prepared.set(sql, known);
    return known;
  };

  return {
    async run(sql, params = []) {
      const kept = await statement(sql);
      return new Promise((resolve, reject) => {
        kept.run(params, function (error) {
          if (error) reject(new StatementFault(error));
          else resolve(this.changes);
        });
      });
    },
    // Never `get`: it leaves the statement open at its first row, and with it a read transaction.
    async all<T>(sql: string, params: Bindable[] = []) {
      const kept = await statement(sql);
      return new Promise<T[]>((resolve, reject) => {
        kept.all<T>(params, (error, rows) => (error ? reject(new StatementFault(error)) : resolve(rows)));
      });
    },
    exec: (sql) => settled((done) => db.exec(sql, done)),
    async close() {
      for (const outcome of await Promise.allSettled(prepared.values())) {
        if (outcome.status === 'fulfilled') await settled((done) => outcome.value.finalize(() => done(null)));
      }
      await settled((done) => db.close(done));
    },
  };
};
