// The hash chain over the stored bytes of events: pure.
import { createHash } from 'node:crypto';
import type { Head, Position, Row } from './unit.ts';

/** What the first event of a new ledger builds on. */
export const genesis = '0'.repeat(64);

/** SHA-256(previous hash bytes ‖ seq as 8 bytes big-endian ‖ body bytes), as 64 hex digits. */
export const chainHash = (previous: string, seq: number, body: string): string => {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return createHash('sha256').update(previous, 'hex').update(place).update(body).digest('hex');
};

/** `edited` bytes, place or site do not fit the hash · `missing` a place is skipped. */
export interface ChainBreak {
  at: Position;
  problem: 'edited' | 'missing';
  detail: string;
}

const belongs = (site: string, { epoch, seq, body }: Row): boolean => {
  const prefix = JSON.stringify({ v: 1, site, epoch, seq });
  return body.startsWith(`${prefix.slice(0, -1)},`);
};

/**
 * Follows the chain from `after` over rows of the same epoch, in order.
 * @returns the head after the last row, or the first place that does not fit.
 */
export const followChain = (site: string, after: Head, rows: readonly Row[]): Head | ChainBreak => {
  let head = after;
  for (const row of rows) {
    const at = { epoch: head.epoch, seq: head.seq + 1 };
    if (row.epoch !== at.epoch || row.seq !== at.seq) {
      return { at, problem: 'missing', detail: `after ${head.seq} comes ${row.seq}` };
    }
    if (chainHash(head.hash, row.seq, row.body) !== row.hash) {
      return { at, problem: 'edited', detail: 'the bytes do not fit the hash' };
    }
    if (!belongs(site, row)) return { at, problem: 'edited', detail: 'the body names another site or place' };
    head = { epoch: row.epoch, seq: row.seq, hash: row.hash };
  }
  return head;
};
