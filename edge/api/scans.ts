// What a scanner, a card reader or a keyboard typed: which of the three it is, and how slowly a wrong one is answered.
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../contract/events.ts';
import type { Refusal } from '../contract/refusals.ts';
import { hasValidCheckDigit, type LookupKeys, lookup } from '../secrets/codes.ts';

export type Way = 'code' | 'qr' | 'card';

/** Which of the three was typed: a QR of ours, nine digits however grouped, or else a card number. */
export const wayOf = (value: string): Way => {
  const text = value.normalize('NFKC').trim();
  if (/^MF1\./i.test(text)) return 'qr';
  return /^\d{9}$/.test(text.replaceAll(/[\s-]/g, '')) ? 'code' : 'card';
};

/** A failed identification answers no sooner, whatever was wrong with it [safety: codes 4]. */
const refusalTakesMs = 1_000;

export interface Scans {
  /** Asks by the lookup of what was typed. A slip of the finger is told at once and not counted [safety: codes 2]. */
  ask<T extends object>(
    typed: { way: Way; value: string },
    by: (lookup: string) => Promise<T | Refusal>,
  ): Promise<T | Refusal>;
}

export const openScans = ({ keys, now }: { keys: LookupKeys; now: () => Instant }): Scans => {
  /** Scans one at a time, each refusal its full second: hundreds at once are no faster than one after another. Codes are bounded by their count. */
  let turn: Promise<unknown> = Promise.resolve();
  const slowly = async <T extends object>(answering: () => Promise<T>): Promise<T> => {
    const began = now().monoMs;
    const answer = await answering();
    if ('refused' in answer) await wait(Math.max(0, refusalTakesMs - (now().monoMs - began)));
    return answer;
  };
  return {
    async ask({ way, value }, by) {
      if (way === 'code' && !hasValidCheckDigit(value)) return { refused: 'check-digit' };
      const next = () => slowly(() => by(lookup(keys, way, value)));
      if (way === 'code') return next();
      // A scan that failed tells its own caller; the one after it has its turn all the same.
      const answer = turn.then(next, next);
      turn = answer;
      return answer;
    },
  };
};
