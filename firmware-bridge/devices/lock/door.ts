// What is believed of one door: two equal reads open it, closed must hold without a break [S5].
import type { Door } from '../../../edge/contract/reports.ts';

export type Read = 'open' | 'closed';

/** A run of equal reads; times are monotonic milliseconds of the first and the last. */
interface Run {
  read: Read;
  count: number;
  since: number;
  last: number;
}

export interface DoorState {
  belief: Door;
  /** What the edge was told last; a door nobody reported yet counts as closed, so that one found open is recorded [S6]. */
  reported: Read;
  run: Run | undefined;
  /** The last order carried out here, until the door opens. */
  order?: string | undefined;
  /** The order in the `opened` that was reported last, for the `closed` that follows it. */
  openedBy?: string | undefined;
}

export type DoorEvent =
  | { kind: 'opened'; orderId?: string | undefined }
  | { kind: 'closed'; orderId?: string | undefined; stableMs: number };

export interface DoorRules {
  stableMs: number;
  /** Reads further apart than this are not "without a break". */
  gapMs: number;
}

export const unseenDoor: DoorState = { belief: 'unknown', reported: 'closed', run: undefined };

const extended = (run: Run | undefined, read: Read, { now, gapMs }: { now: number; gapMs: number }): Run =>
  run?.read === read && now - run.last <= gapMs
    ? { ...run, count: run.count + 1, last: now }
    : { read, count: 1, since: now, last: now };

/** One read of the sensor. A single read changes no belief: the XOR check lets 1 in 256 damaged frames pass. */
export const sense = (
  door: DoorState,
  read: Read,
  { now, stableMs, gapMs }: DoorRules & { now: number },
): { door: DoorState; event?: DoorEvent } => {
  const run = extended(door.run, read, { now, gapMs });
  const heldMs = Math.floor(run.last - run.since);
  const isSure = run.count >= 2 && (read === 'open' || heldMs >= stableMs);
  if (!isSure) return { door: { ...door, run } };
  const sure: DoorState = { ...door, run, belief: read };
  if (door.reported === read) return { door: sure };
  if (read === 'open')
    return {
      door: { ...sure, reported: 'open', order: undefined, openedBy: door.order },
      event: { kind: 'opened', orderId: door.order },
    };
  return {
    door: { ...sure, reported: 'closed', openedBy: undefined },
    event: { kind: 'closed', orderId: door.openedBy, stableMs: heldMs },
  };
};

/** The board cannot be heard: nothing is known, and what was reported stays reported. */
export const unsee = (door: DoorState): DoorState => ({ ...door, belief: 'unknown', run: undefined });

/** True while one read contradicts the belief: the next read should not wait for its turn. */
export const isInDoubt = (door: DoorState): boolean => door.run?.count === 1 && door.run.read !== door.belief;
