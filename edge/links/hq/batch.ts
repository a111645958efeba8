// Rows of the ledger as one message to HQ, gap-free whatever the rows are like.
import { digest } from '../../contract/ids.ts';
import { chainHash, genesis } from '../../ledger/chain.ts';
import type { Row } from '../../ledger/unit.ts';
import { type Poison, writeEvent, writePlaceholder } from './envelope.ts';

/** Beyond this no further event is added; the largest batch stays below 1 MiB. */
const fullBytes = 256 * 1024;

export interface Batch {
  /** JSON array of CloudEvents. */
  text: string;
  /** Seq of the last event in it; `after` when it is empty. */
  to: number;
  /** Known when the rows tell that another epoch follows `to`. */
  nextEpoch: number | undefined;
  quarantined: { seq: number; reason: Poison }[];
}

export interface Span {
  site: string;
  epoch: number;
  after: number;
  limit: number;
}

/** Stands for a row that is not there: any hash will do, since the row after it is then out of the chain and a placeholder too. */
const missingRow = (epoch: number, seq: number): Row => ({ epoch, seq, hash: chainHash(genesis, seq, ''), body: '' });

/**
 * At most `limit` events of `epoch` after `after`. `rows` are the ledger's, ascending, begun with the row `after` itself
 * (which gives the previous hash) unless `after` is 0; rows of a later epoch may follow.
 */
export const writeBatch = (rows: readonly Row[], { site, epoch, after, limit }: Span): Batch => {
  const own = rows.filter((row) => row.epoch === epoch && digest.safeParse(row.hash).success);
  const bySeq = new Map(own.map((row) => [row.seq, row]));
  const last = Math.max(after, ...bySeq.keys());
  const texts: string[] = [];
  const quarantined: Batch['quarantined'] = [];
  let previousHash = bySeq.get(after)?.hash;
  let size = 0;
  let to = after;
  while (to < last && texts.length < limit && size < fullBytes) {
    to += 1;
    const found = bySeq.get(to);
    const row = found ?? missingRow(epoch, to);
    const event = found ? writeEvent(row, previousHash, site) : 'missing';
    if (typeof event === 'string') quarantined.push({ seq: to, reason: event });
    const text = JSON.stringify(typeof event === 'string' ? writePlaceholder(row, site) : event);
    texts.push(text);
    size += Buffer.byteLength(text);
    previousHash = row.hash;
  }
  const nextEpoch = to === last ? rows.find((row) => row.epoch > epoch)?.epoch : undefined;
  return { text: `[${texts.join(',')}]`, to, nextEpoch, quarantined };
};
