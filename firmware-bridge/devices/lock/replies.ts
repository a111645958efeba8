// What the bytes on a lock-board line mean for the request that waits for them, and what their absence means.
import type { LockProfile } from '../../../device-profiles/profile.ts';
import type { Feedback, Reply } from '../../protocols/lock-board/frame.ts';
import { parse } from '../../protocols/lock-board/parser.ts';
import { countNoise, hear, miss } from './board.ts';
import type { Read } from './door.ts';
import type { Settling, Unlock, Wire } from './line-state.ts';
import { answer, applyStep, boardAt, type Turn } from './turn.ts';

/** A bouncing contact gets this many reads to give two equal ones, a mute board this many time-outs. */
const mostReads = 4;
const mostMisses = 2;

const refused = { result: 'failed', cause: 'the board reports that the lock did not open' } as const;
const unanswered = { result: 'failed', cause: 'no acknowledgement from the board' } as const;
/** An adapter that echoes against its profile says the same, so a better answer is awaited until the time-out. */
const isRefusal = (reply: Reply): boolean => reply.kind === 'unlock' && !reply.isDone;

const readOf = (feedback: Feedback, { closedIs }: LockProfile): Read => (feedback === closedIs ? 'closed' : 'open');

const readsOf = (reply: Exclude<Reply, { kind: 'unlock' }>, wire: Wire, profile: LockProfile): Map<number, Read> => {
  if (reply.kind === 'query-all')
    return new Map(reply.feedbacks.map((feedback, i) => [i + 1, readOf(feedback, profile)]));
  return new Map([[wire.settling?.compartment ?? 0, readOf(reply.feedback, profile)]]);
};

const endSettling = (turn: Turn, { reads: _, misses: __, last: ___, ...order }: Settling, observed: Read | 'unknown') =>
  answer(turn, { ...order, observed });

/** The order's bytes went out; what the door does is read before the answer. */
const settle = (turn: Turn, wire: { board: number; unlock: Unlock }, outcome: Pick<Settling, 'result' | 'cause'>) => {
  const { orderId, compartment } = wire.unlock;
  const settling: Settling = {
    orderId,
    compartment,
    board: wire.board,
    ...outcome,
    reads: 0,
    misses: 0,
    last: undefined,
  };
  turn.line = { ...turn.line, settling: [...turn.line.settling, settling] };
};

/** Two equal reads answer the order; so do too many unequal or missing ones, honestly, with "unknown". */
const proceed = (turn: Turn, settling: Settling, read: Read | undefined): void => {
  const others = turn.line.settling.filter((one) => one.orderId !== settling.orderId);
  const next: Settling = {
    ...settling,
    reads: settling.reads + (read === undefined ? 0 : 1),
    misses: settling.misses + (read === undefined ? 1 : 0),
    last: read ?? settling.last,
  };
  const isSure = read !== undefined && read === settling.last;
  const isOver = isSure || next.reads >= mostReads || next.misses >= mostMisses;
  turn.line = { ...turn.line, settling: isOver ? others : [next, ...others] };
  if (isOver) endSettling(turn, next, isSure ? read : 'unknown');
};

const takeReply = (turn: Turn, wire: Wire, reply: Reply): void => {
  if (reply.kind === 'unlock') {
    if (wire.unlock) settle(turn, { board: wire.board, unlock: wire.unlock }, { result: 'done' });
    return;
  }
  const board = boardAt(turn, wire.board);
  const reads = readsOf(reply, wire, board.config.profile);
  // The answer comes before what was seen after it.
  if (wire.settling) proceed(turn, wire.settling, reads.get(wire.settling.compartment));
  applyStep(turn, wire.board, hear(board, reads, turn.now));
};

const noise = (turn: Turn, index: number, bytes: number): void =>
  applyStep(turn, index, countNoise(boardAt(turn, index), bytes, turn.now));

/** Bytes came. Without a request they are a late reply or noise, counted for every board of the line. */
export const takeBytes = (turn: Turn, bytes: Uint8Array): void => {
  const { wire } = turn.line;
  if (!wire) {
    turn.line.boards.forEach((_, index) => {
      noise(turn, index, bytes.length);
    });
    return;
  }
  const parsed = parse(wire.request, wire.awaits, Buffer.concat([wire.unread, bytes]));
  const damagedAt = parsed.discarded > 0 ? turn.now : wire.damagedAt;
  const heard: Wire = { ...wire, damagedAt, unread: parsed.rest };
  if (parsed.found === undefined) {
    noise(turn, wire.board, parsed.discarded);
    turn.line = { ...turn.line, wire: heard };
  } else if (parsed.found === 'echo' || isRefusal(parsed.found)) {
    noise(turn, wire.board, parsed.discarded);
    const isRefused = wire.isRefused || parsed.found !== 'echo';
    turn.line = { ...turn.line, wire: { ...heard, awaits: 'reply', isRefused, unread: new Uint8Array() } };
    if (parsed.rest.length > 0) takeBytes(turn, parsed.rest);
  } else {
    noise(turn, wire.board, parsed.discarded + parsed.rest.length);
    turn.line = { ...turn.line, wire: undefined };
    takeReply(turn, wire, parsed.found);
  }
};

/** No valid answer in time. An order is never sent twice: the sensor tells what became of it [S2]. */
export const giveUp = (turn: Turn, wire: Wire): void => {
  turn.line = { ...turn.line, wire: undefined };
  noise(turn, wire.board, wire.unread.length);
  if (wire.unlock) {
    settle(turn, { board: wire.board, unlock: wire.unlock }, wire.isRefused ? refused : unanswered);
    return;
  }
  applyStep(turn, wire.board, miss(boardAt(turn, wire.board), turn.now));
  if (wire.settling) proceed(turn, wire.settling, undefined);
};

/** The port is gone: what was on its way is answered without an observation. */
export const loseOrders = (turn: Turn, cause: string): void => {
  const { wire, settling } = turn.line;
  turn.line = { ...turn.line, wire: undefined, settling: [] };
  for (const one of settling) endSettling(turn, one, 'unknown');
  if (wire?.unlock) {
    const { orderId, compartment } = wire.unlock;
    answer(turn, { orderId, compartment, board: wire.board, result: 'failed', observed: 'unknown', cause });
  }
};
