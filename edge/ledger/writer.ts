// The one connection that writes: a queue of transactions, never two at once.
import { migrate } from './migrations/migrate.ts';
import { type Connection, type OpenDatabase, StatementFault } from './sqlite.ts';
import { inTransaction } from './transaction.ts';

export interface WriterOptions {
  file: string;
  open: OpenDatabase;
  /** Called once after an I/O error, when nobody can know what is stored: the process is to end. */
  onFatal: (error: Error) => void;
}

/** WAL and FULL lost nothing in every power cut tried [storage: power cut]; secure_delete overwrites what is erased. */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  PRAGMA wal_autocheckpoint = 1000;
  PRAGMA journal_size_limit = 16777216;
  PRAGMA secure_delete = ON;
  PRAGMA cell_size_check = ON;
  PRAGMA trusted_schema = OFF;
`;

export class Writer {
  readonly #options: WriterOptions;
  #db: Connection | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** Opens the file and brings it to the form of this program. */
  async start(): Promise<void> {
    const db = await this.#options.open(this.#options.file, 'write');
    this.#db = db;
    await db.exec(settings);
    await migrate(db);
  }

  /** Waits for what is queued, then closes. */
  async stop(): Promise<void> {
    await this.#tail;
    const db = this.#db;
    this.#db = undefined;
    await db?.close();
  }

  /**
   * Queues one transaction; `committed` runs after COMMIT and before the next one begins.
   * Rejects with a StatementFault when nothing was changed; after an I/O error `onFatal` is called and every later call throws.
   */
  transaction<T>(work: (db: Connection) => Promise<T>, committed?: (result: T) => void): Promise<T> {
    const done = this.#tail.then(async () => {
      const db = this.#db;
      if (db === undefined) throw new Error('the ledger is not open for writing');
      const result = await this.#attempt(db, work);
      committed?.(result);
      return result;
    });
    // The caller hears of a failure; the queue only waits for the end.
    this.#tail = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Between two transactions: carries the write-ahead log over into the database and cuts it to nothing. */
  emptyLog(): Promise<void> {
    const done = this.#tail.then(async () => {
      await this.#db?.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
    this.#tail = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async #attempt<T>(db: Connection, work: (db: Connection) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(db, () => work(db));
    } catch (error) {
      if (error instanceof StatementFault && error.code === 'SQLITE_IOERR') {
        // After an injected EIO the COMMIT "failed" and yet its rows were there [storage: sqlite3].
        this.#db = undefined;
        this.#options.onFatal(error);
        await db.close();
      }
      throw error;
    }
  }
}
