// The connection that reads: the ledger as it is committed, also while another process writes it.
import { checksum } from './checksum.ts';
import { hashAt, type OwnedHead, readHead } from './head.ts';
import { LedgerFault } from './ledger-fault.ts';
import type { Bindable, Connection, OpenDatabase } from './sqlite.ts';
import type { Place, Position, Row, TableChange } from './unit.ts';

const mustFit = (crc: number, where: string, ...parts: string[]): void => {
  if (checksum(...parts) !== crc) throw new LedgerFault('damaged', `${where} does not fit its checksum`);
};

export class Reading {
  readonly #file: string;
  readonly #open: OpenDatabase;
  #db: Connection | undefined;

  constructor(file: string, open: OpenDatabase) {
    this.#file = file;
    this.#open = open;
  }

  async start(): Promise<void> {
    this.#db = await this.#open(this.#file, 'read');
    await this.#db.exec('PRAGMA busy_timeout = 5000');
  }

  async stop(): Promise<void> {
    const db = this.#db;
    this.#db = undefined;
    await db?.close();
  }

  get #connection(): Connection {
    if (this.#db === undefined) throw new Error('the ledger is not open for reading');
    return this.#db;
  }

  head(): Promise<OwnedHead | undefined> {
    return readHead(this.#connection);
  }

  hashAt(place: Position): Promise<string | undefined> {
    return hashAt(this.#connection, place);
  }

  /** Up to `limit` rows after a place, in order; later epochs follow earlier ones. */
  async rows(after: Position, limit: number): Promise<Row[]> {
    return this.#connection.all<Row>(
      `SELECT epoch, seq, hash, body FROM event WHERE (epoch, seq) > (?, ?) ORDER BY epoch, seq LIMIT ?`,
      [after.epoch, after.seq, limit],
    );
  }

  /** The rows at these places, in order; those there are none at are left out. */
  async rowsAt(places: readonly Place[]): Promise<Row[]> {
    return this.#connection.all<Row>(
      `SELECT e.epoch, e.seq, e.hash, e.body FROM json_each(?) AS place
       JOIN event AS e ON e.epoch = place.value->>0 AND e.seq = place.value->>1 ORDER BY e.epoch, e.seq`,
      [JSON.stringify(places)],
    );
  }

  /** The JSON text answered to a command. Rejects with a LedgerFault when it is damaged. */
  async answer(commandId: string): Promise<string | undefined> {
    const [kept] = await this.#connection.all<{ answer: string; crc: number }>(
      'SELECT answer, crc FROM answer WHERE command = ?',
      [commandId],
    );
    if (kept) mustFit(kept.crc, `the answer to ${commandId}`, commandId, kept.answer);
    return kept?.answer;
  }

  /** Every live row. Rejects with a LedgerFault when one is damaged: nothing is decided on bad data. */
  async tables(): Promise<TableChange[]> {
    const kept = await this.#connection.all<{ tbl: string; id: string; row: string; crc: number }>(
      'SELECT tbl, id, row, crc FROM live ORDER BY tbl, id',
    );
    return kept.map(({ tbl, id, row, crc }) => {
      mustFit(crc, `the row ${tbl} ${id}`, tbl, id, row);
      return { table: tbl, id, row: JSON.parse(row) };
    });
  }

  async personal(): Promise<{ id: string; sealed: Uint8Array }[]> {
    const kept = await this.#connection.all<{ id: string; sealed: string; crc: number }>(
      'SELECT id, sealed, crc FROM personal',
    );
    return kept.map(({ id, sealed, crc }) => {
      mustFit(crc, `the sealed data of ${id}`, '', id, sealed);
      return { id, sealed: Buffer.from(sealed, 'base64') };
    });
  }

  /** One sealed receipt; undefined when there is none or it was erased. Rejects with a LedgerFault when it is damaged. */
  async receipt(id: string): Promise<Uint8Array | undefined> {
    const [kept] = await this.#connection.all<{ sealed: string; crc: number }>(
      'SELECT sealed, crc FROM receipt WHERE id = ?',
      [id],
    );
    if (kept) mustFit(kept.crc, `the receipt ${id}`, '', id, kept.sealed);
    return kept && Buffer.from(kept.sealed, 'base64');
  }

  /** How far a reader has come; before everything when it is new. */
  async checkpoint(reader: string): Promise<Position> {
    const [kept] = await this.#connection.all<Position & { crc: number }>(
      'SELECT epoch, seq, crc FROM checkpoint WHERE reader = ?',
      [reader],
    );
    if (kept === undefined) return { epoch: 0, seq: 0 };
    const { epoch, seq, crc } = kept;
    mustFit(crc, `the checkpoint of ${reader}`, '', reader, `${epoch}/${seq}`);
    return { epoch, seq };
  }

  /** Rows of a view by id; without ids all of them. */
  async view(name: string, ids?: readonly string[]): Promise<{ id: string; row: unknown }[]> {
    const kept = await (ids === undefined
      ? this.#connection.all<{ id: string; row: string }>('SELECT id, row FROM view_row WHERE view = ? ORDER BY id', [
          name,
        ])
      : this.#connection.all<{ id: string; row: string }>(
          'SELECT id, row FROM view_row WHERE view = ? AND id IN (SELECT value FROM json_each(?))',
          [name, JSON.stringify(ids)],
        ));
    return kept.map(({ id, row }) => ({ id, row: JSON.parse(row) }));
  }

  /** Fixed SQL over the rows of views; for `views/`. */
  query<T>(sql: string, params: Bindable[]): Promise<T[]> {
    return this.#connection.all<T>(sql, params);
  }

  /** Writes a compact copy into a new file. */
  async copyInto(file: string): Promise<void> {
    await this.#connection.run('VACUUM INTO ?', [file]);
  }
}
