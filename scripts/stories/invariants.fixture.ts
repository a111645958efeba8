// The invariants of a node, checked after every story over its ledger, the bolt log and what its visitors heard.
import { doorViolations, orderViolations, pulseViolations } from './bolt-invariants.fixture.ts';
import { type BoltEntry, eventsOf, type LedgerEvent, ofOpening } from './record.fixture.ts';
import type { Heard } from './visitor.fixture.ts';

export interface Violation {
  invariant: 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S8' | 'S9' | 'S10' | 'S12';
  what: string;
}

export interface Evidence {
  events: readonly LedgerEvent[];
  bolts: readonly BoltEntry[];
  cabinetOf: (board: number) => string;
  heard: readonly Heard[];
  /** The terminal of a page's address. */
  terminalOf: (url: string) => string;
}

type Motion = Extract<BoltEntry, { door: string }>;
const isMotion = (entry: BoltEntry): entry is Motion => 'door' in entry;

const stableMs = 300;
/** What is shorter may pass between two rounds of questions to the boards, or bounce. */
const sensedMs = 1_500;

/** S5: custody moves on door evidence only after the sensor saw the door open and then closed, and iron agrees. */
const custodyViolations = ({ events, bolts, cabinetOf }: Evidence): Violation[] =>
  events.flatMap((event): Violation[] => {
    const byDoor =
      event.type === 'ParcelCollected' ||
      event.type === 'ParcelReturned' ||
      (event.type === 'ParcelPlaced' && event.data.evidence === 'door');
    if (!byDoor) return [];
    const what = `${event.type} ${event.seq}`;
    const before = ofOpening(events, event.data.openingId ?? '').filter(({ seq, epoch }) =>
      epoch === event.epoch ? seq < event.seq : epoch < event.epoch,
    );
    const [granted] = eventsOf(before, 'OpeningGranted');
    const [opened] = eventsOf(before, 'OpeningOpened');
    const [closed] = eventsOf(before, 'OpeningClosed');
    if (!granted || !opened || !closed || opened.seq > closed.seq)
      return [{ invariant: 'S5', what: `${what} without an opening that was opened and closed` }];
    const moved = bolts
      .filter(isMotion)
      .filter(({ board, lock }) => cabinetOf(board) === granted.data.cabinet && lock === granted.data.compartment);
    const shut = moved.findLast(({ door, monoMs }) => door === 'closed' && monoMs <= closed.at.monoMs - stableMs);
    const wasOpen = moved.some(({ door, monoMs }) => door === 'open' && monoMs < (shut?.monoMs ?? 0));
    if (closed.data.stableMs < stableMs || !shut || !wasOpen)
      return [{ invariant: 'S5', what: `${what} though iron did not open and stay closed` }];
    return [];
  });

/**
 * S5, over the counter: what was handed over or sent back against a signature was received or put in before and had not left; evidence is needed once, not
 * twice. A dispute or its settlement may bring it back.
 */
const counterViolations = ({ events }: Evidence): Violation[] => {
  const inHouse = new Set<string>();
  const leaves = ({ type, seq }: LedgerEvent, holdId: string): Violation[] =>
    inHouse.delete(holdId) ? [] : [{ invariant: 'S5', what: `${type} ${seq} of what was not in the house` }];
  return events.flatMap((event): Violation[] => {
    switch (event.type) {
      case 'ParcelPlaced':
      case 'ItemReceived':
      case 'ParcelDisputed':
        inHouse.add(event.data.holdId);
        return [];
      case 'ParcelCollected':
      case 'ParcelReturned':
        inHouse.delete(event.data.holdId);
        return [];
      case 'ItemHandedOver':
      case 'ItemReturned':
        return leaves(event, event.data.holdId);
      default:
        return [];
    }
  });
};

/** When each of these was seen to open; `isSure`: long enough after the door was shut, and for long enough, that no round of questions missed it. */
const openedAt = (moved: readonly Motion[]): { monoMs: number; isSure: boolean }[] =>
  moved.flatMap(({ door, monoMs }, i) => {
    if (door !== 'open') return [];
    const shut = moved[i - 1]?.monoMs ?? Number.NEGATIVE_INFINITY;
    const next = moved[i + 1]?.monoMs ?? Number.POSITIVE_INFINITY;
    return [{ monoMs, isSure: monoMs - shut >= sensedMs && next - monoMs >= sensedMs }];
  });

/** S6: the openings iron saw on a compartment and those on record, one for one. */
const openingViolations = ({ events, bolts, cabinetOf }: Evidence): Violation[] => {
  const grants = new Map(eventsOf(events, 'OpeningGranted').map(({ data }) => [data.openingId, data]));
  const records = new Map<string, number[]>();
  for (const { type, data, at } of events) {
    if (type !== 'DoorForced' && type !== 'OpeningOpened') continue;
    const door = type === 'DoorForced' ? data : grants.get(data.openingId);
    const where = door ? `${door.cabinet}/${door.compartment}` : 'nowhere';
    records.set(where, [...(records.get(where) ?? []), at.monoMs]);
  }
  const motions = new Map<string, Motion[]>();
  for (const motion of bolts.filter(isMotion)) {
    const where = `${cabinetOf(motion.board)}/${motion.lock}`;
    motions.set(where, [...(motions.get(where) ?? []), motion]);
  }
  return [...new Set([...motions.keys(), ...records.keys()])].flatMap((where): Violation[] => {
    const iron = openedAt(motions.get(where) ?? []);
    const record = records.get(where) ?? [];
    const sure = iron.filter(({ isSure }) => isSure).length;
    if (record.length < sure || record.length > iron.length)
      return [{ invariant: 'S6', what: `${where} opened ${iron.length} times, is on record ${record.length} times` }];
    return record.every((at, i) => iron.filter(({ monoMs }) => monoMs <= at).length > i)
      ? []
      : [{ invariant: 'S6', what: `an opening of ${where} is on record before it happened` }];
  });
};

/** S12: at any moment a terminal has recorded at least as many wrong codes as it has answered. */
const attemptViolations = ({ events, heard, terminalOf }: Evidence): Violation[] => {
  const failures = eventsOf(events, 'AttemptFailed');
  const answers = heard.filter(({ way, refusal }) => way === 'code' && refusal.refused === 'not-recognised');
  return answers.flatMap(({ url, monoMs }, i): Violation[] => {
    const terminal = terminalOf(url);
    const answered = answers.slice(0, i + 1).filter((one) => terminalOf(one.url) === terminal).length;
    const counted = failures.filter(({ data, at }) => data.terminal === terminal && at.monoMs <= monoMs).length;
    return counted >= answered
      ? []
      : [{ invariant: 'S12', what: `${terminal} answered ${answered} wrong codes and had counted ${counted}` }];
  });
};

export const violations = (evidence: Evidence): Violation[] => [
  ...pulseViolations(evidence),
  ...orderViolations(evidence.events),
  ...doorViolations(evidence),
  ...custodyViolations(evidence),
  ...counterViolations(evidence),
  ...openingViolations(evidence),
  ...attemptViolations(evidence),
];

/** S10: which of the marked strings stand in which text. Digits count only as a number of their own, so that no timestamp is mistaken for a code. */
export const leaks = (texts: ReadonlyMap<string, string>, marks: readonly string[]): Violation[] =>
  [...texts].flatMap(([name, text]) =>
    marks.flatMap((mark): Violation[] => {
      const at = /^\d+$/.test(mark) ? text.search(new RegExp(`(?<![\\d.])${mark}(?!\\d)`)) : text.indexOf(mark);
      return at < 0 ? [] : [{ invariant: 'S10', what: `a secret stands in ${name} at ${at}` }];
    }),
  );
