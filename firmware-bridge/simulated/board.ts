// One 0x8A lock board: its coil driver, its compartments and its answers. Pure; time is an argument.
import {
  type Compartment,
  type Conditions,
  closedCompartment,
  compartmentDueAt,
  contactIsClosed,
  type Influence,
  type Motion,
  nextCompartment,
} from './compartment.ts';
import { type Fault, type FaultName, isFaulty } from './fault.ts';
import { type Command, doorAnswer, doorsAnswer, unlockAnswer } from './frame.ts';
import { scatter } from './scatter.ts';

/** How this board behaves; times in ms. */
export type Behaviour = {
  pulseMs: number;
  springMs: number;
  autoCloseMs: number | undefined;
  seed: number;
  faults: readonly Fault[];
};

/** One pulse asked for: `answers` are the lock numbers to acknowledge at its end (0 for "all locks"). */
type Job = { lock: number; answers: readonly number[]; endsAt: number | undefined };
export type Board = { address: number; compartments: readonly Compartment[]; jobs: readonly Job[] };

/** What happened to iron, not to bytes. */
export type Happening = { board: number; lock: number; at: number; what: 'pulse' | Motion };
/** `lock` is the one that the frame names: 0 for all. */
export type Answer = { lock: number; bytes: Uint8Array };
export type Outcome = { board: Board; happenings: Happening[]; answers: Answer[] };

const longestBounceMs = 50;

/** A board with all doors closed. */
export const closedBoard = (address: number, locks: number): Board => ({
  address,
  compartments: new Array<Compartment>(locks).fill(closedCompartment),
  jobs: [],
});

const unchanged = (board: Board): Outcome => ({ board, happenings: [], answers: [] });

const hasFault = (board: Board, name: FaultName, lock: number, behaviour: Behaviour): boolean =>
  isFaulty(behaviour.faults, { name, board: board.address, lock });

const conditions = (board: Board, lock: number, behaviour: Behaviour, now: number): Conditions => ({
  isStuck: hasFault(board, 'stuck-door', lock, behaviour),
  neverCloses: hasFault(board, 'never-closes', lock, behaviour),
  bounceMs: hasFault(board, 'bounce', lock, behaviour)
    ? 1 + (scatter(behaviour.seed, board.address, lock, now) % longestBounceMs)
    : 0,
  springMs: behaviour.springMs,
  autoCloseMs: behaviour.autoCloseMs,
});

type Touch = { lock: number; kind: Influence['kind'] };

/** Lets a hand, the coil or time act on one lock of the board at `now`. */
export const touch = (board: Board, { lock, kind }: Touch, behaviour: Behaviour, now: number): Outcome => {
  const compartment = board.compartments[lock - 1];
  if (!compartment) return unchanged(board);
  const under = conditions(board, lock, behaviour, now);
  const step = nextCompartment(compartment, { kind, under }, now);
  return {
    board: { ...board, compartments: board.compartments.with(lock - 1, step.compartment) },
    happenings: step.motion ? [{ board: board.address, lock, at: now, what: step.motion }] : [],
    answers: [],
  };
};

const startPulse = (board: Board, [job, ...waiting]: readonly Job[], behaviour: Behaviour, now: number): Outcome => {
  if (!job) return unchanged(board);
  const started = { ...board, jobs: [{ ...job, endsAt: now + behaviour.pulseMs }, ...waiting] };
  if (hasFault(board, 'failed-ack', job.lock, behaviour)) return unchanged(started);
  const moved = touch(started, { lock: job.lock, kind: 'pulse' }, behaviour, now);
  return {
    ...moved,
    happenings: [{ board: board.address, lock: job.lock, at: now, what: 'pulse' }, ...moved.happenings],
  };
};

const endPulse = (board: Board, [job, ...waiting]: readonly Job[], behaviour: Behaviour, now: number): Outcome => {
  const next = startPulse({ ...board, jobs: waiting }, waiting, behaviour, now);
  if (!job || hasFault(board, 'ack-lost', job.lock, behaviour)) return next;
  const isDone = !hasFault(board, 'failed-ack', job.lock, behaviour);
  const answers = job.answers.map((lock) => ({ lock, bytes: unlockAnswer(board.address, lock, isDone) }));
  return { ...next, answers: [...answers, ...next.answers] };
};

/** One coil at a time: a lock already in the queue is acknowledged once more, and moves once. */
const enqueue = (board: Board, locks: readonly number[], answered: number): readonly Job[] => {
  const jobs = [...board.jobs];
  for (const [i, lock] of locks.entries()) {
    const answers = i === locks.length - 1 ? [answered] : [];
    const same = jobs.findIndex((job) => job.lock === lock);
    const job = jobs[same];
    if (job) jobs[same] = { ...job, answers: [...job.answers, ...answers] };
    else jobs.push({ lock, answers, endsAt: undefined });
  }
  return jobs;
};

const unlock = (board: Board, lock: number, behaviour: Behaviour, now: number): Outcome => {
  const all = board.compartments.map((_, i) => i + 1);
  const jobs = enqueue(board, lock === 0 ? all : [lock], lock);
  return board.jobs.length > 0 ? unchanged({ ...board, jobs }) : startPulse({ ...board, jobs }, jobs, behaviour, now);
};

const query = (board: Board, lock: number, behaviour: Behaviour, now: number): Answer => {
  const reads = board.compartments.map(
    (compartment, i) => contactIsClosed(compartment, now) !== hasFault(board, 'inverted', i + 1, behaviour),
  );
  const bytes =
    lock === 0 ? doorsAnswer(board.address, reads) : doorAnswer(board.address, lock, reads[lock - 1] ?? false);
  return { lock, bytes };
};

/** Carries out a command that has wholly arrived at `now`; one for a lock that the board does not have is not answered. */
export const obey = (board: Board, { kind, lock }: Command, behaviour: Behaviour, now: number): Outcome => {
  if (lock > board.compartments.length || hasFault(board, 'mute', lock, behaviour)) return unchanged(board);
  switch (kind) {
    case 'unlock':
      return unlock(board, lock, behaviour, now);
    case 'query':
      return { board, happenings: [], answers: [query(board, lock, behaviour, now)] };
  }
};

/** When time alone will change the board; Infinity when never. */
export const boardDueAt = (board: Board): number =>
  Math.min(board.jobs[0]?.endsAt ?? Number.POSITIVE_INFINITY, ...board.compartments.map(compartmentDueAt));

/** Lets time pass up to `now`, which is not later than `boardDueAt` asks for. */
export const pass = (board: Board, behaviour: Behaviour, now: number): Outcome => {
  const isPulseOver = (board.jobs[0]?.endsAt ?? Number.POSITIVE_INFINITY) <= now;
  const outcome = isPulseOver ? endPulse(board, board.jobs, behaviour, now) : unchanged(board);
  const due = board.compartments.flatMap((compartment, i) => (compartmentDueAt(compartment) <= now ? [i + 1] : []));
  for (const lock of due) {
    const step = touch(outcome.board, { lock, kind: 'time' }, behaviour, now);
    outcome.board = step.board;
    outcome.happenings.push(...step.happenings);
  }
  return outcome;
};
