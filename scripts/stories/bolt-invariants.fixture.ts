// S1 to S4 over the ledger and the bolt log: no bolt moves but by a fresh grant of its own.
import type { Violation } from './invariants.fixture.ts';
import { type BoltEntry, type EventOf, eventsOf, type LedgerEvent } from './record.fixture.ts';

type Pulse = Extract<BoltEntry, { pulse: number }>;
type Grant = EventOf<'OpeningGranted'>;

export interface Bolts {
  events: readonly LedgerEvent[];
  bolts: readonly BoltEntry[];
  cabinetOf: (board: number) => string;
}

/** The order's ttl, and the time of a frame and of another coil's pulse on a slow line. */
const unexpiredMs = 3_000 + 500;
const staleMs = 5_000;

/** The newest grant of this bolt's compartment before the pulse. */
const grantOf = (grants: readonly Grant[], cabinet: string, pulse: Pulse): Grant | undefined =>
  grants.findLast(
    ({ at, data }) => data.cabinet === cabinet && data.compartment === pulse.pulse && at.monoMs <= pulse.monoMs,
  );

/** Every pulse against the grant that can have caused it. */
export const pulseViolations = ({ events, bolts, cabinetOf }: Bolts): Violation[] => {
  const grants = eventsOf(events, 'OpeningGranted');
  const boots = eventsOf(events, 'NodeStarted');
  const used = new Map<string, Pulse>();
  return bolts.flatMap((entry): Violation[] => {
    if (!('pulse' in entry)) return [];
    const cabinet = cabinetOf(entry.board);
    const where = `${cabinet}/${entry.pulse} at ${entry.monoMs}`;
    const grant = grantOf(grants, cabinet, entry);
    if (!grant) return [{ invariant: 'S1', what: `bolt ${where} moved without a grant` }];
    const { openingId } = grant.data;
    const age = entry.monoMs - grant.at.monoMs;
    const boot = boots.findLast(({ at }) => at.monoMs <= entry.monoMs)?.at.boot;
    const found: Violation[] = [];
    if (used.has(openingId)) found.push({ invariant: 'S2', what: `grant ${openingId} moved bolt ${where} again` });
    if (age > unexpiredMs) found.push({ invariant: 'S1', what: `bolt ${where} moved ${age} ms after its grant` });
    if (age > staleMs) found.push({ invariant: 'S3', what: `bolt ${where} moved by a grant of ${age} ms` });
    if (boot !== grant.at.boot) found.push({ invariant: 'S3', what: `bolt ${where} moved by a grant of another run` });
    used.set(openingId, entry);
    return found;
  });
};

/** S2: granted → ordered → opened → closed | aborted, never back, each once. */
export const orderViolations = (events: readonly LedgerEvent[]): Violation[] => {
  const ranks = {
    OpeningGranted: 1,
    OpeningOrdered: 2,
    OpeningOpened: 3,
    OpeningClosed: 4,
    OpeningAborted: 4,
  } as const;
  const reached = new Map<string, number>();
  return events.flatMap(({ type, seq, data }): Violation[] => {
    if (!Object.hasOwn(ranks, type) || !('openingId' in data) || data.openingId === null) return [];
    const rank = ranks[type as keyof typeof ranks];
    const before = reached.get(data.openingId) ?? 0;
    reached.set(data.openingId, Math.max(rank, before));
    const isFirst = rank === 1;
    const closesUnopened = type === 'OpeningClosed' && before !== 3;
    const abortsOpened = type === 'OpeningAborted' && before === 3;
    return rank <= before || isFirst !== (before === 0) || closesUnopened || abortsOpened
      ? [{ invariant: 'S2', what: `${type} ${seq} does not follow in opening ${data.openingId}` }]
      : [];
  });
};

/** S4: nothing springs open but the bolt of the last pulse; the doors that a hand pulls are those on record as forced. */
export const doorViolations = ({ events, bolts, cabinetOf }: Bolts): Violation[] => {
  const freed = new Set<string>();
  const forced = eventsOf(events, 'DoorForced').map(({ data }) => `${data.cabinet}/${data.compartment}`);
  return bolts.flatMap((entry): Violation[] => {
    if ('pulse' in entry) {
      freed.add(`${cabinetOf(entry.board)}/${entry.pulse}`);
      return [];
    }
    const where = `${cabinetOf(entry.board)}/${entry.lock}`;
    if (entry.door === 'closed' || freed.delete(where)) return [];
    const record = forced.indexOf(where);
    if (record >= 0) {
      forced.splice(record, 1);
      return [];
    }
    return [{ invariant: 'S4', what: `door ${where} opened at ${entry.monoMs} though its bolt did not move` }];
  });
};
