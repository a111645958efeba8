// One RS-485 line: boards, the wire in both directions at its real speed, and what goes wrong on it. Pure; time is an argument.
import {
  type Behaviour,
  type Board,
  boardDueAt,
  closedBoard,
  type Happening,
  type Outcome,
  obey,
  pass,
  touch,
} from './board.ts';
import { type FaultName, type Fitted, isFaulty } from './fault.ts';
import { readCommands, spoilt } from './frame.ts';
import { arrive, idleWire, nextArrival, send, type Wire } from './pacer.ts';
import { scatter } from './scatter.ts';

/** Longer than the shortest time-out a driver may use, so the answer meets the driver's next question [hardware: 0x8A, ≥ 500 ms]. */
const slowMs = 700;
const longestNoise = 6;

type Late = { board: number; lock: number; bytes: Uint8Array; dueAt: number };
export type Discarded = { discarded: string; at: number };
export type Occurrence = Happening | Discarded;

export type Line = {
  behaviour: Behaviour;
  boards: readonly Board[];
  toBoards: Wire;
  toHost: Wire;
  /** Bytes that may be the beginning of a command. */
  pending: readonly number[];
  late: readonly Late[];
};

/** A quiet line with all doors closed. */
export const quietLine = (baud: number, fitted: Fitted, behaviour: Behaviour): Line => ({
  behaviour,
  boards: [...fitted].map(([address, locks]) => closedBoard(address, locks)),
  toBoards: idleWire(baud),
  toHost: idleWire(baud),
  pending: [],
  late: [],
});

type Step = { line: Line; occurrences: Occurrence[] };

const hasFault = (line: Line, name: FaultName, board: number, lock: number): boolean =>
  isFaulty(line.behaviour.faults, { name, board, lock });

const noise = (line: Line, now: number, salt: number): number[] => {
  const { seed } = line.behaviour;
  const count = 1 + (scatter(seed, now, salt) % longestNoise);
  return Array.from({ length: count }, (_, i) => scatter(seed, now, salt, i) & 0xff);
};

const put = (line: Line, { board, lock, bytes }: Omit<Late, 'dueAt'>, now: number): Line => {
  const frame = hasFault(line, 'wrong-bcc', board, lock) ? spoilt(bytes) : bytes;
  const sent = hasFault(line, 'noise', board, lock)
    ? [...noise(line, now, 1), ...frame, ...noise(line, now, 2)]
    : frame;
  return { ...line, toHost: send(line.toHost, sent, now) };
};

const settle = (line: Line, outcome: Outcome, now: number): Step => {
  const address = outcome.board.address;
  const boards = line.boards.map((board) => (board.address === address ? outcome.board : board));
  let settled: Line = { ...line, boards };
  for (const answer of outcome.answers) {
    const late = { board: address, ...answer, dueAt: now + slowMs };
    if (hasFault(line, 'mute', address, answer.lock)) continue;
    settled = hasFault(line, 'slow', address, answer.lock)
      ? { ...settled, late: [...settled.late, late] }
      : put(settled, late, now);
  }
  return { line: settled, occurrences: outcome.happenings };
};

const hear = (line: Line, byte: number, now: number): Step => {
  const echoes = line.behaviour.faults.some(({ name }) => name === 'echo');
  // The echo leaves on the same wire at the same moment: it has arrived when the byte has.
  const toHost = echoes ? send(line.toHost, [byte], now - line.toHost.byteMs) : line.toHost;
  const { commands, discarded, rest } = readCommands([...line.pending, byte]);
  let heard: Line = { ...line, toHost, pending: rest };
  const occurrences: Occurrence[] =
    discarded.length > 0 ? [{ discarded: Buffer.from(discarded).toString('hex'), at: now }] : [];
  for (const command of commands) {
    const board = heard.boards.find(({ address }) => address === command.board);
    if (!board) continue;
    const step = settle(heard, obey(board, command, heard.behaviour, now), now);
    heard = step.line;
    occurrences.push(...step.occurrences);
  }
  return { line: heard, occurrences };
};

/** Bytes that the host wrote at `now`: they travel at the line's speed. */
export const write = (line: Line, bytes: Uint8Array, now: number): Line => ({
  ...line,
  toBoards: send(line.toBoards, bytes, now),
});

/** A hand at a door. */
export const handle = (
  line: Line,
  hand: { board: number; lock: number; kind: 'force' | 'push' },
  now: number,
): Step => {
  const board = line.boards.find(({ address }) => address === hand.board);
  return board ? settle(line, touch(board, hand, line.behaviour, now), now) : { line, occurrences: [] };
};

/** Changes how the line behaves from `now` on; doors that stand open notice a new visitor's habit. */
export const behave = (line: Line, behaviour: Behaviour, now: number): Line => {
  const boards = line.boards.map((board) =>
    board.compartments.reduce(
      (sofar, _, i) => touch(sofar, { lock: i + 1, kind: 'time' }, behaviour, now).board,
      board,
    ),
  );
  return { ...line, behaviour, boards };
};

const inside = (line: Line): number =>
  Math.min(nextArrival(line.toBoards), ...line.late.map(({ dueAt }) => dueAt), ...line.boards.map(boardDueAt));

/** When something will happen on the line by itself; Infinity when never. */
export const lineDueAt = (line: Line): number => Math.min(inside(line), nextArrival(line.toHost));

const stepAt = (line: Line, at: number): Step => {
  const { wire, arrived } = arrive(line.toBoards, at);
  const due = line.late.filter(({ dueAt }) => dueAt <= at);
  let current: Line = { ...line, toBoards: wire, late: line.late.filter(({ dueAt }) => dueAt > at) };
  const occurrences: Occurrence[] = [];
  for (const late of due) current = put(current, late, at);
  for (const { byte } of arrived) {
    const step = hear(current, byte, at);
    current = step.line;
    occurrences.push(...step.occurrences);
  }
  for (const board of current.boards) {
    const step = settle(current, pass(board, current.behaviour, at), at);
    current = step.line;
    occurrences.push(...step.occurrences);
  }
  return { line: current, occurrences };
};

/** Lets time pass up to `now`, each thing at its own moment however late this is called; `read` is what has reached the host. */
export const advance = (line: Line, now: number): Step & { read: Uint8Array } => {
  let current = line;
  const occurrences: Occurrence[] = [];
  for (let at = inside(current); at <= now; at = inside(current)) {
    const step = stepAt(current, at);
    current = step.line;
    occurrences.push(...step.occurrences);
  }
  const { wire, arrived } = arrive(current.toHost, now);
  return { line: { ...current, toHost: wire }, occurrences, read: Uint8Array.from(arrived, ({ byte }) => byte) };
};
