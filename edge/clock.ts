// When it is: wall time with its quality, and monotonic time of this run of the edge.
import { existsSync } from 'node:fs';
import type { Instant } from './contract/events.ts';

/** Real synchronisation, not a unit that was merely started [storage: clocks]: chrony leaves no such mark, a site with it says `host`. */
const syncMarks = ['/run/systemd/timesync/synchronized'];

export type ClockTrust = 'when-synchronised' | 'host';

/** `host`: something else keeps this machine's clock right (an RTC, a hypervisor). `boot` names this run of the edge. */
export const openClock = (boot: string, trust: ClockTrust): (() => Instant) => {
  const isSynced = (): boolean => trust === 'host' || syncMarks.some((mark) => existsSync(mark));
  let clock: Instant['clock'] = isSynced() ? 'synced' : 'unknown';
  let lookAgainAt = 0;
  return () => {
    const monoMs = Number(process.hrtime.bigint() / 1_000n) / 1_000;
    if (clock !== 'synced' && monoMs > lookAgainAt) {
      clock = isSynced() ? 'synced' : 'unknown';
      lookAgainAt = monoMs + 10_000;
    }
    return { wallMs: Date.now(), clock, boot, monoMs };
  };
};
