// What the HQ link sends next: batches in flight, cumulative receipts, time-outs and divergence, as a pure machine.
import type { Position } from '../../ledger/unit.ts';

export interface Limits {
  /** Most events in one message, as the contract allows. */
  batch: number;
  /** Most messages without a receipt. */
  window: number;
  /** How long HQ may say nothing new before its missing part is sent again; doubled at each silence up to the longest. */
  receiptTimeoutMs: number;
  longestTimeoutMs: number;
}

/** 200 × 8 was the fastest of the sizes measured [storage-and-links: catch-up]. */
export const usualLimits: Limits = { batch: 200, window: 8, receiptTimeoutMs: 10_000, longestTimeoutMs: 300_000 };

export interface WindowState {
  limits: Limits;
  phase: 'offline' | 'online' | 'diverged';
  head: Position;
  /** The epoch being sent; the next one waits until HQ holds all of this one, since a receipt speaks of one epoch only. */
  epoch: number;
  /** Highest seq of the epoch that HQ has ever receipted: never falls. */
  confirmed: number;
  /** What HQ holds as far as its latest words tell; falls below `confirmed` when HQ itself lost rows. */
  base: number;
  /** The last receipt heard since sending began anew, new or not. */
  heard: number | undefined;
  sent: number;
  /** Last seq of each batch that waits for its receipt. */
  flights: readonly number[];
  isReading: boolean;
  /** The last read found nothing: wait for an append. */
  isDry: boolean;
  /** Known when all of `epoch` is read; epochs ascend, but not one by one. */
  nextEpoch: number | undefined;
  /** Time-outs since HQ last said something new; while there are any, one batch at a time is enough to ask. */
  silences: number;
  dueAt: number | undefined;
}

export type Input =
  | { kind: 'connected' }
  | { kind: 'disconnected' }
  | { kind: 'appended'; head: Position }
  /** Rows `after` < seq ≤ `to` are ready to leave; `to` = `after` says there are none. `nextEpoch` when another one follows `to`. */
  | { kind: 'loaded'; epoch: number; after: number; to: number; nextEpoch?: number | undefined }
  /** `own` compares the receipt's hash with our own row's; `absent` when we have no such row. */
  | { kind: 'received'; epoch: number; upTo: number; own: 'same' | 'other' | 'absent' }
  | { kind: 'tick' };

export type Effect =
  | { kind: 'read'; epoch: number; after: number; limit: number }
  /** Send the batch that was just loaded. */
  | { kind: 'publish' }
  | { kind: 'move-checkpoint'; to: Position }
  | { kind: 'resent' }
  | { kind: 'diverged' };

export interface Step {
  state: WindowState;
  effects: Effect[];
}

/** The state before the first connection; sends what follows `checkpoint`. */
export const openWindow = (limits: Limits, checkpoint: Position, head: Position): WindowState => ({
  limits,
  phase: 'offline',
  head,
  epoch: checkpoint.epoch,
  confirmed: checkpoint.seq,
  base: checkpoint.seq,
  heard: undefined,
  sent: checkpoint.seq,
  flights: [],
  isReading: false,
  isDry: false,
  nextEpoch: undefined,
  silences: 0,
  dueAt: undefined,
});

const isOldEpoch = (state: WindowState): boolean => state.epoch < state.head.epoch;

const sendAgain = (state: WindowState, from: number): WindowState => ({
  ...state,
  base: from,
  sent: from,
  heard: undefined,
  flights: [],
  isDry: false,
  nextEpoch: undefined,
  dueAt: undefined,
});

const enter = (state: WindowState, epoch: number): WindowState => ({
  ...sendAgain(state, 0),
  epoch,
  confirmed: 0,
  silences: 0,
});

const timeoutMs = ({ limits, silences }: WindowState): number =>
  Math.min(limits.receiptTimeoutMs * 2 ** silences, limits.longestTimeoutMs);

const wantsRows = (state: WindowState): boolean => {
  if (state.phase !== 'online' || state.isReading || state.isDry || state.nextEpoch !== undefined) return false;
  if (state.flights.length >= (state.silences > 0 ? 1 : state.limits.window)) return false;
  return isOldEpoch(state) || state.sent < state.head.seq;
};

const settle = (before: WindowState, effects: Effect[] = []): Step => {
  const { nextEpoch } = before;
  const state = nextEpoch !== undefined && before.base >= before.sent ? enter(before, nextEpoch) : before;
  if (!wantsRows(state)) return { state, effects };
  const read: Effect = { kind: 'read', epoch: state.epoch, after: state.sent, limit: state.limits.batch };
  return { state: { ...state, isReading: true }, effects: [...effects, read] };
};

const load = (before: WindowState, input: Extract<Input, { kind: 'loaded' }>, now: number): Step => {
  const { epoch, after, to, nextEpoch } = input;
  const state = { ...before, isReading: false };
  if (state.phase !== 'online' || epoch !== state.epoch || after !== state.sent) return settle(state);
  if (to === after) return settle({ ...state, nextEpoch, isDry: nextEpoch === undefined });
  const dueAt = state.dueAt ?? now + timeoutMs(state);
  return settle({ ...state, nextEpoch, sent: to, flights: [...state.flights, to], dueAt }, [{ kind: 'publish' }]);
};

const diverge = (state: WindowState): Step => ({
  state: { ...state, phase: 'diverged', flights: [], dueAt: undefined },
  effects: [{ kind: 'diverged' }],
});

const receive = (state: WindowState, input: Extract<Input, { kind: 'received' }>, now: number): Step => {
  const { epoch, upTo, own } = input;
  if (epoch !== state.epoch) return settle(state);
  // A restored card lacks the end of its old epoch, and HQ may well hold it; of the epoch that we write it cannot.
  if (own === 'other' || (own === 'absent' && !isOldEpoch(state))) return diverge(state);
  if (upTo <= state.base) return settle({ ...state, heard: upTo });
  const flights = state.flights.filter((to) => to > upTo);
  const progressed: WindowState = {
    ...state,
    confirmed: Math.max(state.confirmed, upTo),
    base: upTo,
    heard: upTo,
    sent: Math.max(state.sent, upTo),
    flights,
    silences: 0,
    dueAt: flights.length > 0 ? now + state.limits.receiptTimeoutMs : undefined,
  };
  const isNews = upTo > state.confirmed;
  return settle(progressed, isNews ? [{ kind: 'move-checkpoint', to: { epoch, seq: upTo } }] : []);
};

const tick = (state: WindowState, now: number): Step => {
  if (state.dueAt === undefined || now < state.dueAt) return settle(state);
  const from = Math.min(state.base, state.heard ?? state.base);
  return settle({ ...sendAgain(state, from), silences: state.silences + 1 }, [{ kind: 'resent' }]);
};

/** One step. `now` is monotonic milliseconds. Call again with `tick` when `state.dueAt` is reached. */
export const next = (state: WindowState, input: Input, now: number): Step => {
  if (state.phase === 'diverged') return { state, effects: [] };
  switch (input.kind) {
    case 'connected':
      return settle({ ...sendAgain(state, state.base), phase: 'online' });
    case 'disconnected':
      return { state: { ...sendAgain(state, state.base), phase: 'offline' }, effects: [] };
    case 'appended':
      return settle({ ...state, head: input.head, isDry: false });
    case 'loaded':
      return load(state, input, now);
    case 'received':
      return receive(state, input, now);
    case 'tick':
      return tick(state, now);
  }
};
