// The two clocks of the bridge, as a parameter: durations by the monotonic one, dates for people by the wall clock.
import { performance } from 'node:perf_hooks';

export interface Clock {
  /** Milliseconds since this program started; goes on while the program is frozen, never goes back. */
  monoMs(): number;
  /** UTC milliseconds since 1970. */
  wallMs(): number;
}

export const systemClock: Clock = { monoMs: () => performance.now(), wallMs: () => Date.now() };
