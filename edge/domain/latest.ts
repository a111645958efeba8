// The latest wall time ever known: a clock that went back revalidates nothing [S14]. Pure.
import type { Instant } from '../contract/events.ts';

/** Wall ms. What a clock says that nobody trusts is no time: it neither ends a term nor revives one. */
export const latest = (soFar: number, at: Instant): number =>
  at.clock === 'unknown' ? soFar : Math.max(soFar, at.wallMs);
