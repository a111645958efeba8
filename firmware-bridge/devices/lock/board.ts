// What is known of one lock board: its doors, whether it answers, and how noisy its line is.
import type { LockProfile } from '../../../device-profiles/profile.ts';
import type { Door, Fault, Report } from '../../../edge/contract/reports.ts';
import { type DoorState, isInDoubt, type Read, sense, unsee, unseenDoor } from './door.ts';

type Body<R> = R extends Report ? Omit<R, 'reportId' | 'seq' | 'at'> : never;
/** A report before the journal has numbered it. */
export type Observation = Body<Report>;

export interface BoardConfig {
  cabinet: string;
  /** The board's address on the line. */
  board: number;
  /** Compartment n is lock n of the board. */
  compartments: readonly number[];
  profile: LockProfile;
}

/** What the journal knows of a cabinet from before this start. */
export interface Memory {
  doors: ReadonlyMap<number, Pick<DoorState, 'reported' | 'order' | 'openedBy'>>;
  faults: readonly Fault[];
  /** Orders whose bytes may have gone out and that were never answered. */
  begun: readonly { orderId: string; compartment: number }[];
}

export interface BoardState {
  config: BoardConfig;
  doors: ReadonlyMap<number, DoorState>;
  faults: ReadonlySet<Fault>;
  heardAt: number;
  /** Polls in a row without a valid answer, and how many of them since the board counts as silent. */
  misses: number;
  silentPolls: number;
  nextPollAt: number;
  noise: { since: number; bytes: number };
}

export interface BoardStep {
  board: BoardState;
  observed: Observation[];
}

const pollsUntilSilent = 3;
const longestPollPauseMs = 5_000;
/** Two damaged replies in a row are usual on a noisy line and mend themselves; a technician is wanted from a dozen in ten seconds. */
const noiseWindowMs = 10_000;
const noiseBytes = 64;

export const startBoard = (config: BoardConfig, memory: Memory): BoardState => ({
  config,
  doors: new Map(config.compartments.map((n) => [n, { ...unseenDoor, ...memory.doors.get(n) }])),
  faults: new Set(memory.faults),
  heardAt: 0,
  misses: 0,
  silentPolls: 0,
  nextPollAt: 0,
  noise: { since: 0, bytes: 0 },
});

export const isSilent = (board: BoardState): boolean => board.silentPolls > 0;
const isDoubting = (board: BoardState): boolean => [...board.doors.values()].some(isInDoubt);
export const beliefOf = (board: BoardState, compartment: number): Door =>
  board.doors.get(compartment)?.belief ?? 'unknown';

const raise = (board: BoardState, fault: Fault, detail: string): BoardStep =>
  board.faults.has(fault)
    ? { board, observed: [] }
    : {
        board: { ...board, faults: new Set([...board.faults, fault]) },
        observed: [{ kind: 'fault', fault, detail: detail.slice(0, 200) }],
      };

const clear = (board: BoardState, fault: Fault): BoardStep =>
  board.faults.has(fault)
    ? {
        board: { ...board, faults: new Set([...board.faults].filter((one) => one !== fault)) },
        observed: [{ kind: 'cleared', fault }],
      }
    : { board, observed: [] };

const blind = (board: BoardState): BoardState => ({
  ...board,
  doors: new Map([...board.doors].map(([n, door]) => [n, unsee(door)])),
});

/** The bytes of this order are about to go out. */
export const carryOut = (board: BoardState, compartment: number, orderId: string | undefined): BoardState => {
  const door = board.doors.get(compartment);
  return door ? { ...board, doors: new Map(board.doors).set(compartment, { ...door, order: orderId }) } : board;
};

/** The board answered with reads of some doors; numbers that are no compartment are locks nothing is wired to. */
export const hear = (board: BoardState, reads: ReadonlyMap<number, Read>, now: number): BoardStep => {
  const { stableMs, pollMs, replyTimeoutMs } = board.config.profile;
  // Two lost replies in a row must not spoil the proof that a door stayed closed; a frozen program must.
  const rules = { now, stableMs, gapMs: pollMs + 2 * replyTimeoutMs };
  const observed: Observation[] = [];
  const doors = new Map(board.doors);
  for (const [compartment, door] of board.doors) {
    const read = reads.get(compartment);
    if (read === undefined) continue;
    const sensed = sense(door, read, rules);
    doors.set(compartment, sensed.door);
    if (sensed.event) observed.push({ ...sensed.event, compartment });
  }
  const heard = { ...board, doors, heardAt: now, misses: 0, silentPolls: 0 };
  const cleared = clear({ ...heard, nextPollAt: isDoubting(heard) ? now : now + pollMs }, 'board-silent');
  return { board: cleared.board, observed: [...cleared.observed, ...observed] };
};

/** A poll went without a valid answer. Damaged answers come fast, so silence is a matter of time as well as of number. */
export const miss = (board: BoardState, now: number): BoardStep => {
  const misses = board.misses + 1;
  const { pollMs, replyTimeoutMs } = board.config.profile;
  const isMute = misses >= pollsUntilSilent && now - board.heardAt >= pollsUntilSilent * replyTimeoutMs;
  if (!isMute) return { board: { ...board, misses, nextPollAt: now + pollMs }, observed: [] };
  const pauseMs = Math.min(500 * 2 ** board.silentPolls, longestPollPauseMs);
  const silent = { ...blind(board), misses, silentPolls: board.silentPolls + 1, nextPollAt: now + pauseMs };
  return raise(silent, 'board-silent', `board ${board.config.board} gave no valid answer to ${misses} polls`);
};

export const losePort = (board: BoardState, cause: string): BoardStep => raise(blind(board), 'port-missing', cause);

/** Whether the board answers is yet to be seen, so its silence counts anew. */
export const findPort = (board: BoardState, now: number): BoardStep =>
  clear({ ...board, heardAt: now, misses: 0, silentPolls: 0, nextPollAt: now }, 'port-missing');

/** Bytes were thrown away while this board was asked; `bytes` may be 0, then only time passes. */
export const countNoise = (board: BoardState, bytes: number, now: number): BoardStep => {
  const { since, bytes: before } = board.noise;
  const isOver = now - since >= noiseWindowMs;
  const noise = isOver ? { since: now, bytes } : { since, bytes: before + bytes };
  const counted = { ...board, noise };
  if (noise.bytes >= noiseBytes)
    return raise(counted, 'line-noise', `${noise.bytes} bytes in 10 s belonged to no valid frame`);
  return isOver && before < noiseBytes ? clear(counted, 'line-noise') : { board: counted, observed: [] };
};
