// What has to happen to an item next, by when, and by which rule. Pure.
import type { Instant } from '../../contract/events.ts';
import type { Hold } from '../state.ts';
import { isWaiting } from './hold.ts';
import { policies } from './policies.ts';

/** The rule of the office's procedures, and the wall time, UTC ms, by which it has to be done. */
export interface Term {
  rule: 'M5' | 'M6';
  at: number;
}

type Timed = Pick<Hold, 'status' | 'returning' | 'noticePostedAt' | 'receivedAt'>;

/**
 * Back within its days [M5], or told in public and then back [M6]; null when nothing is owed. What a wrong clock wrote into the future counts from now.
 */
export const dueOf = (item: Timed, now: Pick<Instant, 'wallMs'>): Term | null => {
  const from = (since: number, termMs: number): number => Math.min(since, now.wallMs) + termMs;
  if (item.status === 'to-return' && item.returning)
    return { rule: 'M5', at: from(item.returning.since, policies.backWithinMs.value) };
  if (!isWaiting(item.status)) return null;
  return item.noticePostedAt === null
    ? { rule: 'M6', at: from(item.receivedAt, policies.unclaimedAfterMs.value) }
    : { rule: 'M6', at: from(item.noticePostedAt, policies.backAfterNoticeMs.value) };
};

/** Whether the term is over. With a clock that nobody trusts no term is [S14]. */
export const isPast = ({ at }: Term, now: Instant): boolean => now.clock !== 'unknown' && now.wallMs > at;
