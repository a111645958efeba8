// How long a notice that failed waits for its next attempt.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Soon at first, since the first notice is to be prompt; then hourly, 23 h 36 min in all. Counted, not timed: a jump of the clock takes no attempt away. */
const waitsMs = [10_000, minuteMs, 5 * minuteMs, 30 * minuteMs, ...Array.from({ length: 23 }, () => hourMs)];

/** Milliseconds after the last of `attempts` (≥ 1) that failed; undefined when there were enough. */
export const retryAfterMs = (attempts: number): number | undefined => waitsMs[attempts - 1];
