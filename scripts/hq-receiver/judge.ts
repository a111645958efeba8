// What HQ does with one message of a site: which events it takes, which it lays aside, where the gap-free head is then. Pure.
import { z } from 'zod';
import { type HqReceipt, hqEvent } from '../../edge/contract/hq.ts';
import { chainHash, genesis } from '../../edge/ledger/chain.ts';

/** The gap-free end of what is stored of each epoch of one site. */
export type Heads = ReadonlyMap<number, { upTo: number; hash: string }>;

export interface Taken {
  epoch: number;
  seq: number;
  hash: string;
  /** False where the hash could only be believed: a placeholder, a faulty event, the first row of an epoch after a restore. */
  isProven: boolean;
  event: string;
}

/** `not-a-batch` no JSON array of 1 to 200 · `no-place` no epoch, sequence and hash · `not-an-event` taken, but against the contract · `chain` not taken: another history. */
export type AsideReason = 'not-a-batch' | 'no-place' | 'not-an-event' | 'chain';

export interface Aside {
  reason: AsideReason;
  payload: string;
}

export interface Judgement {
  heads: Heads;
  taken: Taken[];
  aside: Aside[];
  /** Undefined when nothing tells of which epoch the message was. */
  receipt: HqReceipt | undefined;
}

/** A batch of the edge stays below 1 MiB; of a larger message no more than this is kept. */
export const largestPayloadBytes = 1024 * 1024;
const longestAside = 64 * 1024;

const lay = (reason: AsideReason, payload: string): Aside => ({ reason, payload: payload.slice(0, longestAside) });

const placed = z.looseObject({
  epoch: hqEvent.shape.epoch,
  sequence: hqEvent.shape.sequence,
  hash: hqEvent.shape.hash,
  data: z.unknown(),
});

const readElements = (payload: Buffer): unknown[] | undefined => {
  if (payload.length > largestPayloadBytes) return undefined;
  try {
    const list = z
      .array(z.unknown())
      .min(1)
      .max(200)
      .safeParse(JSON.parse(payload.toString('utf8')));
    return list.success ? list.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** What the next row of an epoch must follow from; a new epoch builds on the row its restored ledger ended in. */
const previousHash = (heads: Heads, epoch: number): string => {
  const before = Math.max(...[...heads.keys()].filter((old) => old <= epoch));
  return heads.get(before)?.hash ?? genesis;
};

/**
 * Takes the events that continue the chain; doubles are passed over, and what comes after a gap waits to be sent again.
 * A faulty event that has its place is taken as it is, so that one does not stop the stream.
 */
export const judge = (payload: Buffer, before: Heads): Judgement => {
  const heads = new Map(before);
  const taken: Taken[] = [];
  const aside: Aside[] = [];
  let epochHeard: number | undefined;
  const elements = readElements(payload);
  if (!elements) aside.push(lay('not-a-batch', payload.toString('utf8', 0, longestAside)));
  for (const element of elements ?? []) {
    const whole = hqEvent.safeParse(element);
    const place = whole.success ? whole : placed.safeParse(element);
    const event = JSON.stringify(element);
    if (!place.success) {
      aside.push(lay('no-place', event));
      continue;
    }
    const { epoch, sequence, hash } = place.data;
    const data = typeof place.data.data === 'string' ? place.data.data : '';
    epochHeard = epoch;
    if (sequence !== (heads.get(epoch)?.upTo ?? 0) + 1) continue;
    const isProven = data !== '' && chainHash(previousHash(heads, epoch), sequence, data) === hash;
    // Of a restored ledger HQ may hold a later end than the one the new epoch builds on: its first row is believed.
    if (!isProven && data !== '' && sequence > 1) {
      aside.push(lay('chain', event));
      continue;
    }
    if (!whole.success) aside.push(lay('not-an-event', event));
    taken.push({ epoch, seq: sequence, hash, isProven, event });
    heads.set(epoch, { upTo: sequence, hash });
  }
  return { heads, taken, aside, receipt: epochHeard === undefined ? undefined : receiptOf(heads, epochHeard) };
};

/** What HQ says of an epoch; of one it never saw, that it holds nothing. */
export const receiptOf = (heads: Heads, epoch: number): HqReceipt => ({
  epoch,
  ...(heads.get(epoch) ?? { upTo: 0, hash: genesis }),
});
