// How many wrong codes a terminal may take, and how long it waits [safety: codes 2; S12, S14]. Pure.
import type { Instant } from '../../contract/events.ts';
import { policies, waitsAfterRoundMs } from '../custody/policies.ts';
import type { SignIns, Terminal } from '../state.ts';

/** What is counted: wrong codes of a terminal, or wrong passwords for one name. */
type Counted = Pick<Terminal | SignIns, 'wrong' | 'streak'>;

/**
 * Milliseconds from `then` to `now` that certainly passed. Within one run of the edge the monotonic clock tells; across a restart only a synced wall clock
 * does, and never less than nothing [S14].
 */
export const passedMs = (then: Instant, now: Instant): number => {
  if (then.boot === now.boot) return now.monoMs - then.monoMs;
  return now.clock === 'synced' && then.clock === 'synced' ? Math.max(0, now.wallMs - then.wallMs) : 0;
};

/** `then` told by the clock of a run that has just begun: what surely passed until now is kept, the rest is waited for again in full [S12, S14]. */
export const carriedOver = (then: Instant, now: Instant): Instant => ({
  ...now,
  monoMs: now.monoMs - passedMs(then, now),
});

/** The failures that still count at `now`. */
export const recent = (failures: readonly Instant[], now: Instant): Instant[] =>
  failures.filter((failure) => passedMs(failure, now) < policies.day.value);

export type Standing = { kind: 'answers'; left: number } | { kind: 'waits'; forMs: number } | { kind: 'attended' };

/** Wrong codes in a row; after a day without one the row begins anew. */
export const streakAt = ({ wrong, streak }: Counted, now: Instant): number =>
  recent(wrong, now).length === 0 ? 0 : streak;

/** Milliseconds until the next attempt is looked at: 0 = now. Each full round of wrong ones waits longer than the one before. */
export const waitMs = (counted: Counted, now: Instant): number => {
  const perRound = policies.wrongCodesPerRound.value;
  const streak = streakAt(counted, now);
  const last = counted.wrong.at(-1);
  if (streak === 0 || streak % perRound !== 0 || !last) return 0;
  const round = Math.min(streak / perRound, waitsAfterRoundMs.length);
  return Math.max(0, (waitsAfterRoundMs[round - 1] ?? 0) - passedMs(last, now));
};

/** Whether a code typed at this terminal is looked at now. QR and cards always are. */
export const standing = (terminal: Terminal, now: Instant): Standing => {
  if (recent(terminal.wrong, now).length >= policies.wrongCodesPerDay.value) return { kind: 'attended' };
  const forMs = waitMs(terminal, now);
  if (forMs > 0) return { kind: 'waits', forMs };
  const perRound = policies.wrongCodesPerRound.value;
  return { kind: 'answers', left: perRound - (streakAt(terminal, now) % perRound) };
};
