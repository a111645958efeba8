// Beginning an epoch: when a ledger is made, and when one is restored.
import { genesis } from './chain.ts';
import { readHead } from './head.ts';
import type { Connection } from './sqlite.ts';
import type { Head } from './unit.ts';

/**
 * Begins the next epoch within the caller's transaction and answers its head (`seq` 0, the old head's hash).
 * The number is the second of its beginning: two cards restored from the same backup must not count alike.
 * `now`: wall ms. `site` names a ledger that has no head yet.
 */
export const beginEpoch = async (db: Connection, now: number, site?: string): Promise<Head> => {
  const old = await readHead(db);
  const owner = old?.site ?? site;
  if (owner === undefined) throw new Error('a ledger without a head needs a site');
  const epoch = Math.max((old?.epoch ?? 0) + 1, Math.floor(now / 1000));
  const hash = old?.hash ?? genesis;
  await db.run('INSERT INTO epoch (epoch, previous, began_ms) VALUES (?, ?, ?)', [epoch, hash, now]);
  await db.run('INSERT OR REPLACE INTO head (one, site, epoch, seq, hash) VALUES (1, ?, ?, 0, ?)', [
    owner,
    epoch,
    hash,
  ]);
  return { epoch, seq: 0, hash };
};
