// Where HQ keeps what sites send: events by (site, epoch, seq), the gap-free heads, and what was laid aside.
import { type Connection, openDatabase } from '../../edge/ledger/sqlite.ts';
import type { Aside, Heads, Taken } from './judge.ts';

/** All that is committed together for one site. */
export interface Delivery {
  site: string;
  heads: Heads;
  taken: Taken[];
  aside: Aside[];
}

const schema = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS event (
  site TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  proven INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (site, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS head (
  site TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (site, epoch)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quarantine (
  site TEXT NOT NULL,
  reason TEXT NOT NULL,
  payload TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (site, reason, payload)
) STRICT, WITHOUT ROWID;
`;

/** Events of one epoch follow each other, so that only their hash and text differ; `->>` would parse each text at each use. */
const insertEvents = `INSERT INTO event (site, epoch, seq, hash, proven, event, received_ms)
  SELECT ?1, ?2, ?3 + key, substr(value, 1, 64), substr(value, 65, 1) + 0, substr(value, 66), ?4 FROM json_each(?5)`;

const upsertHeads = `INSERT INTO head (site, epoch, up_to, hash)
  SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET up_to = excluded.up_to, hash = excluded.hash`;

/** What is sent again and again is laid aside once. */
const insertAside = `INSERT OR IGNORE INTO quarantine (site, reason, payload, received_ms)
  SELECT value->>0, value->>1, value->>2, ?2 FROM json_each(?1)`;

/** Opened by {@link openStore}; one writer per file. */
export class Store {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  async heads(site: string): Promise<Heads> {
    const sql = 'SELECT epoch, up_to AS upTo, hash FROM head WHERE site = ?';
    const rows = await this.#db.all<{ epoch: number; upTo: number; hash: string }>(sql, [site]);
    return new Map(rows.map(({ epoch, upTo, hash }) => [epoch, { upTo, hash }]));
  }

  /** One transaction, durable when it resolves. A rejection leaves it unknown whether it was kept: end the process. */
  async commit(deliveries: readonly Delivery[], receivedMs: number): Promise<void> {
    const heads = deliveries.flatMap(({ site, heads: ends }) =>
      [...ends].map(([epoch, { upTo, hash }]) => [site, epoch, upTo, hash]),
    );
    const aside = deliveries.flatMap(({ site, aside: laid }) =>
      laid.map(({ reason, payload }) => [site, reason, payload]),
    );
    if (aside.length === 0 && deliveries.every(({ taken }) => taken.length === 0)) return;
    await this.#db.exec('BEGIN IMMEDIATE');
    for (const { site, heads: ends, taken } of deliveries) {
      for (const epoch of ends.keys()) {
        const run = taken.filter((event) => event.epoch === epoch);
        const texts = run.map(({ hash, isProven, event }) => `${hash}${isProven ? 1 : 0}${event}`);
        const place = [site, epoch, run[0]?.seq ?? 0, receivedMs];
        if (run.length > 0) await this.#db.run(insertEvents, [...place, JSON.stringify(texts)]);
      }
    }
    await this.#db.run(upsertHeads, [JSON.stringify(heads)]);
    await this.#db.run(insertAside, [JSON.stringify(aside), receivedMs]);
    await this.#db.exec('COMMIT');
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

/** Creates the file when it is missing. */
export const openStore = async (file: string): Promise<Store> => {
  const db = await openDatabase(file, 'write');
  await db.exec(schema);
  return new Store(db);
};
