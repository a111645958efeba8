// The ledger: append-only and hash-chained; record, audit and outbox at once, and the one truth of the node.
import { open as openFile } from 'node:fs/promises';
import { backup, restore } from './backup.ts';
import { composeBatch, writeBatch, writeChanges } from './batch.ts';
import { followChain } from './chain.ts';
import { checkpointMover, isAfter } from './checkpoints.ts';
import { beginEpoch } from './epoch.ts';
import type { Verdict } from './finding.ts';
import { readHead } from './head.ts';
import { LedgerFault } from './ledger-fault.ts';
import { Reading } from './reading.ts';
import { RecentAnswers } from './recent-answers.ts';
import { type Bindable, type Connection, type OpenDatabase, openDatabase } from './sqlite.ts';
import type { Head, Place, Position, Row, TableChange, Unit } from './unit.ts';
import { verifyLedger } from './verify.ts';
import { Writer } from './writer.ts';
import { lockForWriting, type WriterLock } from './writer-lock.ts';

export type { Finding, Problem, Verdict } from './finding.ts';
export { LedgerFault } from './ledger-fault.ts';
export { StatementFault } from './sqlite.ts';
export type * from './unit.ts';

export interface LedgerOptions {
  /** The database; `-wal`, `-shm`, `.lock` and `.holder` stand beside it. Its directory must exist. */
  file: string;
  site: string;
  /** Wall ms. */
  now: () => number;
  /** After an I/O error nobody knows what is stored. Default: a line on stderr and exit 70; callers ask again with their ids. */
  onFatal?: (error: Error) => void;
  /** Another driver. */
  open?: OpenDatabase;
}

/** EX_SOFTWARE of sysexits: the supervisor restarts us and the ledger tells where we were. */
const exitCode = 70;
const endProcess = (error: Error): void => {
  console.error(`the ledger's file failed, the process ends: ${error.message}`);
  process.exit(exitCode);
};

/** How many of the last events are checked against their hashes at each start; `verify` checks all. */
const checkedAtStart = 200;

export class Ledger {
  /** Makes a ledger file from a backup, in a new epoch. */
  static readonly restore = restore;

  readonly #options: LedgerOptions;
  readonly #open: OpenDatabase;
  readonly #writer: Writer;
  readonly #reading: Reading;
  readonly #moveCheckpoint: (reader: string, to: Position) => Promise<void>;
  readonly #recent = new RecentAnswers();
  readonly #listeners = new Set<(rows: Row[]) => void>();
  #lock: WriterLock | undefined;
  #head: Head | undefined;

  constructor(options: LedgerOptions) {
    const { file, open = openDatabase, onFatal = endProcess } = options;
    this.#options = options;
    this.#open = open;
    this.#writer = new Writer({ file, open, onFatal });
    this.#reading = new Reading(file, open);
    this.#moveCheckpoint = checkpointMover(this.#writer);
  }

  /** Takes the lock, migrates, begins the first epoch, checks the tail. Rejects with a LedgerFault or StatementFault, everything closed again. */
  async start(): Promise<void> {
    const { file, now } = this.#options;
    this.#lock = await lockForWriting(this.#open, file, now());
    try {
      // SQLite gives its other files the mode of this one: personal data is for the owner's eyes.
      await (await openFile(file, 'a', 0o600)).close();
      await this.#writer.start();
      this.#head = await this.#writer.transaction((db) => this.#begin(db));
      await this.#reading.start();
      await this.#checkTail(this.#head);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Finishes what is queued and closes. */
  async stop(): Promise<void> {
    await this.#reading.stop();
    // Last, for only a closing writer carries the write-ahead log over into the database.
    await this.#writer.stop();
    await this.#lock?.release();
    this.#lock = undefined;
    this.#head = undefined;
  }

  async #begin(db: Connection): Promise<Head> {
    const { file, site, now } = this.#options;
    const head = await readHead(db);
    if (head === undefined) return beginEpoch(db, now(), site);
    if (head.site !== site)
      throw new LedgerFault('other-site', `${file} is the ledger of ${head.site}, not of ${site}`);
    return { epoch: head.epoch, seq: head.seq, hash: head.hash };
  }

  async #checkTail({ epoch, seq, hash }: Head): Promise<void> {
    const from = { epoch, seq: Math.max(0, seq - checkedAtStart) };
    const before = await this.#reading.hashAt(from);
    const rows = await this.#reading.rows(from, checkedAtStart);
    const end = before === undefined ? undefined : followChain(this.#options.site, { ...from, hash: before }, rows);
    if (end === undefined || 'problem' in end || end.seq !== seq || end.hash !== hash) {
      throw new LedgerFault('damaged', `${this.#options.file} is not whole near its end: verify it, restore a backup`);
    }
  }

  /** The last committed place. */
  get head(): Head {
    if (this.#head === undefined) throw new Error('the ledger is not started');
    return this.#head;
  }

  /**
   * Appends all units in one transaction and resolves with their rows once they are durable (COMMIT, synchronous FULL).
   * Rejects with a StatementFault when a statement failed: then nothing of any unit is kept, and the caller may append them singly.
   * A command id that is kept already is such a failure (`SQLITE_CONSTRAINT`).
   */
  async append(units: readonly Unit[]): Promise<Row[][]> {
    if (units.length === 0) return [];
    const batch = await this.#writer.transaction(
      async (db) => {
        const composed = composeBatch(this.#options.site, this.head, units);
        await writeBatch(db, composed);
        return composed;
      },
      ({ head, rows, answers }) => {
        this.#head = head;
        this.#recent.add(answers);
        this.#tell(rows.flat());
      },
    );
    return batch.rows;
  }

  /** A listener that throws is a bug: it ends the process, but never makes a committed append look failed. */
  #tell(rows: Row[]): void {
    if (rows.length === 0) return;
    for (const listener of this.#listeners) queueMicrotask(() => listener(rows));
  }

  /** Calls the listener after every COMMIT, in order, with the rows of the whole batch. Answers how to stop. */
  onAppend(listener: (rows: Row[]) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** What was answered to a command that is kept; undefined when it never was. */
  async answer(commandId: string): Promise<{ answer: unknown } | undefined> {
    const text = this.#recent.get(commandId) ?? (await this.#reading.answer(commandId));
    return text === undefined ? undefined : { answer: JSON.parse(text) };
  }

  /** All live rows. Rejects with a LedgerFault `damaged` when one does not fit its checksum. */
  tables(): Promise<TableChange[]> {
    return this.#reading.tables();
  }

  /** Puts these rows in the place of all live rows, in one transaction; the events stay as they are. */
  replaceTables(rows: readonly TableChange[]): Promise<void> {
    return this.#writer.transaction(async (db) => {
      await db.run('DELETE FROM live');
      await writeChanges(db, rows);
    });
  }

  personal(): Promise<{ id: string; sealed: Uint8Array }[]> {
    return this.#reading.personal();
  }

  /** One sealed receipt; undefined when there is none or it was erased. Rejects with a LedgerFault `damaged`. */
  receipt(id: string): Promise<Uint8Array | undefined> {
    return this.#reading.receipt(id);
  }

  /** Up to `limit` rows after a place, in order; epochs after `epoch` follow. Default: the running epoch. */
  read(afterSeq: number, limit: number, epoch: number = this.head.epoch): Promise<Row[]> {
    return this.#reading.rows({ epoch, seq: afterSeq }, limit);
  }

  /** The rows at these places, in order; those there are none at are left out. */
  readAt(places: readonly Place[]): Promise<Row[]> {
    return this.#reading.rowsAt(places);
  }

  /** How far a reader has come; `{epoch: 0, seq: 0}` when it is new. */
  checkpoint(reader: string): Promise<Position> {
    return this.#reading.checkpoint(reader);
  }

  /** Moves a reader's place forward and resolves when that is durable; a move backwards does nothing. Throws RangeError past the head. */
  async moveCheckpoint(reader: string, to: Position): Promise<void> {
    if (isAfter(to, this.head)) throw new RangeError(`${reader} cannot have read past the head`);
    await this.#moveCheckpoint(reader, to);
  }

  /** Rows of a view by id; without ids all of them. */
  viewRows(view: string, ids?: readonly string[]): Promise<{ id: string; row: unknown }[]> {
    return this.#reading.view(view, ids);
  }

  /** Reads what `sql`, fixed text, says of the rows of views; for `views/`. */
  queryViews<T>(sql: string, params: Bindable[]): Promise<T[]> {
    return this.#reading.query<T>(sql, params);
  }

  /**
   * Writes and leaves nothing: resolves only while the ledger can be written, durably. Rejects with a StatementFault otherwise. A row set to what it is would
   * not do: SQLite compares the bytes and writes no page at all, on a full disk neither.
   */
  async probe(): Promise<void> {
    await this.#writer.transaction(async (db) => {
      await db.run("INSERT INTO view_row (view, id, row) VALUES ('probe', '', '')");
      await db.run("DELETE FROM view_row WHERE view = 'probe'");
    });
  }

  /** Queues a transaction of a view's own rows; for `views/view.ts`. */
  writeView<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    return this.#writer.transaction(work);
  }

  /**
   * Carries the write-ahead log over and empties it: pages of rows that were erased stand in it until then. What a reader still reads is left for the next
   * time. Rejects with a StatementFault when the disk does not take it.
   */
  overwriteErased(): Promise<void> {
    return this.#writer.emptyLog();
  }

  /** Writes a whole copy into a new file while the ledger goes on. */
  backup(file: string): Promise<void> {
    return backup(this.#reading, file);
  }

  /** Reads everything on a connection of its own and answers what does not fit. `knownHead`: a head that headquarters holds. */
  verify(options: { knownHead?: Head } = {}): Promise<Verdict> {
    return verifyLedger(this.#options.file, { ...options, open: this.#open });
  }
}
