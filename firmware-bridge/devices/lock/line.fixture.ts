// A line of lock boards in virtual time for the tests of its machine: answers come when and as the test says.
import type { LockProfile } from '../../../device-profiles/profile.ts';
import { xor } from '../../protocols/lock-board/frame.ts';
import type { BoardConfig, Memory, Observation } from './board.ts';
import { next } from './line.ts';
import { type Effect, type Input, type LineState, startLine, wakeAt } from './line-state.ts';

export const profile: LockProfile = {
  kind: 'lock',
  id: 'lock-8a-24',
  version: 1,
  family: '0x8a',
  locks: 24,
  baud: 9_600,
  closedIs: '11',
  echoes: false,
  replyTimeoutMs: 500,
  pollMs: 100,
  stableMs: 300,
};

export const boardOf = (cabinet: string, board: number, change: Partial<LockProfile> = {}): BoardConfig => ({
  cabinet,
  board,
  compartments: [1, 2, 3],
  profile: { ...profile, ...change },
});

export const nothing: Memory = { doors: new Map(), faults: [], begun: [] };
export const frame = (...body: number[]): Uint8Array => Uint8Array.of(...body, xor(Uint8Array.of(...body)));

/** Bytes that come `afterMs` the request was sent; none is a mute board. */
export type Answer = { afterMs: number; bytes: Uint8Array }[];
export type Answering = (request: Uint8Array, now: number) => Answer;

export interface FakeDoors {
  open: Set<number>;
  answering: Answering;
}

/** A well-behaved board whose doors the test opens and closes by changing the set; it opens one itself when told to. */
export const obedient = (locks = 24, closedByte = 0x11): FakeDoors => {
  const open = new Set<number>();
  const feedback = (lock: number): number => (open.has(lock) ? 0x11 - closedByte : closedByte);
  const bitmap = (): number[] =>
    Array.from({ length: Math.ceil(locks / 8) }, (_, group) =>
      Array.from({ length: 8 }, (__, bit) => (feedback(group * 8 + bit + 1) === 0x11 ? 1 << bit : 0)).reduce(
        (a, b) => a | b,
      ),
    ).reverse();
  const answering: Answering = ([mark = 0, board = 0, lock = 0]) => {
    if (mark === 0x80 && lock === 0) return [{ afterMs: 13, bytes: frame(0x80, board, ...bitmap(), 0x33) }];
    if (mark === 0x80) return [{ afterMs: 11, bytes: frame(0x80, board, lock, feedback(lock)) }];
    open.add(lock);
    return [{ afterMs: 310, bytes: frame(0x8a, board, lock, 0x00) }];
  };
  return { open, answering };
};

interface Arrival {
  at: number;
  bytes: Uint8Array;
}

export interface Run {
  now: number;
  line: LineState;
  sent: { at: number; hex: string }[];
  told: (Observation & { cabinet: string; saidAt: number })[];
  effects: Effect[];
  put(input: Input): void;
  /** Lets time pass; whatever happens meanwhile happens in its order. */
  until(now: number): void;
}

/** `boards` answer by their number on the line. */
export const runLine = (
  configs: readonly (BoardConfig | { config: BoardConfig; memory: Memory })[],
  boards: Record<number, Answering>,
  { writesTake = 5 }: { writesTake?: number } = {},
): Run => {
  let arrivals: Arrival[] = [];
  let written: { at: number; id: number }[] = [];
  const setups = configs.map((one) => ('config' in one ? one : { config: one, memory: nothing }));
  const carryOut = (run: Run, effect: Effect): void => {
    run.effects.push(effect);
    if (effect.kind === 'observed') run.told.push({ ...effect.observation, cabinet: effect.cabinet, saidAt: run.now });
    if (effect.kind !== 'send') return;
    run.sent.push({ at: run.now, hex: Buffer.from(effect.bytes).toString('hex') });
    if (Number.isFinite(writesTake)) written.push({ at: run.now + writesTake, id: effect.id });
    const answer = boards[effect.bytes[1] ?? 0]?.(effect.bytes, run.now) ?? [];
    for (const { afterMs, bytes } of answer) arrivals.push({ at: run.now + afterMs, bytes });
  };
  const run: Run = {
    now: 0,
    line: startLine(setups),
    sent: [],
    told: [],
    effects: [],
    put(input) {
      const step = next(run.line, input, run.now);
      run.line = step.line;
      for (const effect of step.effects) carryOut(run, effect);
    },
    until(end) {
      for (;;) {
        const bytes = arrivals.toSorted((a, b) => a.at - b.at)[0];
        const done = written.toSorted((a, b) => a.at - b.at)[0];
        const at = Math.min(bytes?.at ?? Infinity, done?.at ?? Infinity, wakeAt(run.line) ?? Infinity);
        if (at > end) break;
        run.now = Math.max(run.now, at);
        if (done?.at === at) {
          written = written.filter((one) => one !== done);
          run.put({ kind: 'written', id: done.id });
        } else if (bytes?.at === at) {
          arrivals = arrivals.filter((one) => one !== bytes);
          run.put({ kind: 'bytes', bytes: bytes.bytes });
        } else run.put({ kind: 'tick' });
      }
      run.now = end;
    },
  };
  return run;
};

export const grant = '01920000-0000-7000-8000-000000000001';
export const other = '01920000-0000-7000-8000-000000000002';

export const order = (
  run: Run,
  change: Partial<{ orderId: string; cabinet: string; compartment: number; ttlMs: number }> = {},
) => {
  const { ttlMs = 3_000, ...rest } = change;
  run.put({
    kind: 'unlock',
    unlock: { orderId: grant, cabinet: 'a', compartment: 2, deadline: run.now + ttlMs, ...rest },
  });
};
export const kinds = (run: Run): string[] => run.told.map(({ kind }) => kind);
export const unlocks = (run: Run): string[] => run.sent.map(({ hex }) => hex).filter((hex) => hex.startsWith('8a'));
export const opened = (change = {}, doors: FakeDoors = obedient()): { run: Run; doors: FakeDoors } => {
  const run = runLine([boardOf('a', 1, change)], { 1: doors.answering });
  run.put({ kind: 'port-opened' });
  run.until(1_000);
  return { run, doors };
};

/** The board carries orders out, but its acknowledgements are lost. */
export const pollsOnly =
  (doors: FakeDoors): Answering =>
  (request, now) => {
    const answer = doors.answering(request, now);
    return request[0] === 0x8a ? [] : answer;
  };
