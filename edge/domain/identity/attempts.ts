// How many wrong codes a terminal may take, and how long it waits [safety: codes 2; S12, S14]. Pure.
import type { Instant } from '../../contract/events.ts';
import { policies, waitsAfterRoundMs } from '../custody/policies.ts';
import type { Terminal } from '../state.ts';

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
export const streakAt = (terminal: Terminal, now: Instant): number =>
  recent(terminal.wrong, now).length === 0 ? 0 : terminal.streak;

/** Whether a code typed at this terminal is looked at now. QR and cards always are. */
export const standing = (terminal: Terminal, now: Instant): Standing => {
  const counted = recent(terminal.wrong, now);
  if (counted.length >= policies.wrongCodesPerDay.value) return { kind: 'attended' };
  const perRound = policies.wrongCodesPerRound.value;
  const streak = streakAt(terminal, now);
  const rounds = Math.floor(streak / perRound);
  const last = counted.at(-1);
  if (rounds > 0 && streak % perRound === 0 && last) {
    const waitMs = waitsAfterRoundMs[Math.min(rounds, waitsAfterRoundMs.length) - 1] ?? 0;
    const forMs = waitMs - passedMs(last, now);
    if (forMs > 0) return { kind: 'waits', forMs };
  }
  return { kind: 'answers', left: perRound - (streak % perRound) };
};
