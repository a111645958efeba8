// Where the ledger ends, as the database says, and the hash at any place of it.
import type { Connection } from './sqlite.ts';
import type { Head, Position } from './unit.ts';

/** The committed head and whose it is; undefined in a database that has not begun. */
export interface OwnedHead extends Head {
  site: string;
}

export const readHead = async (db: Connection): Promise<OwnedHead | undefined> => {
  const [head] = await db.all<OwnedHead>('SELECT site, epoch, seq, hash FROM head');
  return head;
};

/** The hash that the event after this place builds on; undefined when the place is not there. */
export const hashAt = async (db: Connection, { epoch, seq }: Position): Promise<string | undefined> => {
  const [place] = await db.all<{ hash: string }>(
    `SELECT hash FROM event WHERE epoch = ?1 AND seq = ?2
     UNION ALL SELECT previous FROM epoch WHERE epoch = ?1 AND ?2 = 0`,
    [epoch, seq],
  );
  return place?.hash;
};
