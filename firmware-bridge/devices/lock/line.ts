// Several lock boards on one serial line: one request at a time, unlocks before polls, a door's reads after its unlock.
import type { Door } from '../../../edge/contract/reports.ts';
import type { Request } from '../../protocols/lock-board/frame.ts';
import { write } from '../../protocols/lock-board/writer.ts';
import { type BoardState, beliefOf, carryOut, countNoise, findPort, isSilent, losePort } from './board.ts';
import {
  type Effect,
  type Input,
  isGivenUp,
  type LineState,
  type Settling,
  type Unlock,
  type Wire,
} from './line-state.ts';
import { giveUp, loseOrders, takeBytes } from './replies.ts';
import { answer, applyStep, boardAt, replaceBoard, type Turn } from './turn.ts';

export interface DoorsSeen {
  /** The board is heard. */
  online: boolean;
  doors: { compartment: number; door: Door }[];
}

const seenOf = (line: LineState, board: BoardState): DoorsSeen => ({
  online: line.isOpen && !isSilent(board) && board.config.compartments.some((n) => beliefOf(board, n) !== 'unknown'),
  doors: board.config.compartments.map((n) => ({ compartment: n, door: beliefOf(board, n) })),
});

/** What is believed now of a cabinet's doors; throws for a cabinet of another line. */
export const doorsOf = (line: LineState, cabinet: string): DoorsSeen => {
  const board = line.boards.find((one) => one.config.cabinet === cabinet);
  if (!board) throw new Error(`no cabinet ${cabinet} on this line`);
  return seenOf(line, board);
};

const indexOf = (turn: Turn, cabinet: string): number => {
  const index = turn.line.boards.findIndex((one) => one.config.cabinet === cabinet);
  if (index < 0) throw new Error(`no cabinet ${cabinet} on this line`);
  return index;
};

const fail = (turn: Turn, unlock: Unlock, cause: string): void => {
  const { orderId, compartment, cabinet } = unlock;
  answer(turn, { orderId, compartment, board: indexOf(turn, cabinet), result: 'failed', cause });
};

const expire = (turn: Turn, unlock: Unlock): void => {
  const { orderId, compartment, cabinet } = unlock;
  const board = indexOf(turn, cabinet);
  replaceBoard(turn, board, carryOut(boardAt(turn, board), compartment, undefined));
  answer(turn, { orderId, compartment, board, result: 'expired' });
};

const accept = (turn: Turn, unlock: Unlock): void => {
  const board = boardAt(turn, indexOf(turn, unlock.cabinet));
  if (!turn.line.isOpen) fail(turn, unlock, 'the serial port is missing');
  // A bolt that nobody can watch is not moved [S5, S7].
  else if (isSilent(board)) fail(turn, unlock, 'the lock board is silent');
  else turn.line = { ...turn.line, waiting: [...turn.line.waiting, unlock] };
};

const losePorts = (turn: Turn, cause: string): void => {
  loseOrders(turn, cause);
  const { waiting } = turn.line;
  turn.line = { ...turn.line, isOpen: false, waiting: [] };
  for (const unlock of waiting) fail(turn, unlock, 'the serial port is missing');
  turn.line.boards.forEach((board, index) => {
    applyStep(turn, index, losePort(board, cause));
  });
};

const openPorts = (turn: Turn): void => {
  turn.line = { ...turn.line, isOpen: true };
  turn.line.boards.forEach((board, index) => {
    applyStep(turn, index, findPort(board, turn.now));
  });
};

const passTime = (turn: Turn): void => {
  turn.line.boards.forEach((board, index) => {
    applyStep(turn, index, countNoise(board, 0, turn.now));
  });
  const { wire } = turn.line;
  if (!wire) return;
  const isOver = isGivenUp(wire, turn.line.boards, turn.now);
  const isTooLate = wire.unlock !== undefined && turn.now >= wire.unlock.deadline;
  if (wire.unlock && !wire.isWritten && (isTooLate || isOver)) {
    // The bytes still wait in a stuck port and could leave at any time; it is opened anew without them.
    turn.line = { ...turn.line, wire: undefined, isOpen: false };
    turn.effects.push({ kind: 'discard' });
    if (isTooLate) expire(turn, wire.unlock);
    else fail(turn, wire.unlock, 'the serial port did not send the order');
  } else if (isOver) giveUp(turn, wire);
};

const take = (turn: Turn, input: Input): void => {
  const { wire } = turn.line;
  switch (input.kind) {
    case 'port-opened':
      openPorts(turn);
      break;
    case 'port-lost':
      losePorts(turn, input.cause);
      break;
    case 'unlock':
      accept(turn, input.unlock);
      break;
    case 'bytes':
      takeBytes(turn, input.bytes);
      break;
    case 'written':
      // The reply may have been quicker than the port's own word, and then another request is on the wire.
      if (wire?.id === input.id) turn.line = { ...turn.line, wire: { ...wire, isWritten: true } };
      break;
    case 'unsent':
      if (wire?.id === input.id && wire.unlock) {
        turn.line = { ...turn.line, wire: undefined };
        expire(turn, wire.unlock);
      }
      break;
    case 'tick':
      passTime(turn);
      break;
  }
};

const ask = (turn: Turn, asked: { board: number; request: Request; unlock?: Unlock; settling?: Settling }): void => {
  const { echoes } = boardAt(turn, asked.board).config.profile;
  const wire: Wire = {
    ...asked,
    id: turn.line.asked,
    awaits: echoes ? 'echo' : 'reply',
    unread: new Uint8Array(),
    sentAt: turn.now,
    isWritten: false,
    isRefused: false,
    damagedAt: undefined,
  };
  turn.line = { ...turn.line, wire, asked: wire.id + 1 };
  turn.effects.push({ kind: 'send', id: wire.id, bytes: write(asked.request), deadline: asked.unlock?.deadline });
};

const readDoor = (turn: Turn, settling: Settling): void => {
  const { board } = boardAt(turn, settling.board).config;
  ask(turn, { board: settling.board, settling, request: { kind: 'query-one', board, lock: settling.compartment } });
};

const release = (turn: Turn, unlock: Unlock): void => {
  const index = indexOf(turn, unlock.cabinet);
  const { orderId, compartment, cabinet } = unlock;
  turn.line = { ...turn.line, waiting: turn.line.waiting.filter((one) => one !== unlock) };
  replaceBoard(turn, index, carryOut(boardAt(turn, index), compartment, orderId));
  turn.effects.push({ kind: 'begin', cabinet, compartment, orderId });
  const { board } = boardAt(turn, index).config;
  ask(turn, { board: index, unlock, request: { kind: 'unlock', board, lock: compartment } });
};

const poll = (turn: Turn): void => {
  const due = turn.line.boards
    .map(({ nextPollAt, config }, index) => ({ nextPollAt, config, index }))
    .filter(({ nextPollAt }) => nextPollAt <= turn.now)
    .sort((a, b) => a.nextPollAt - b.nextPollAt)[0];
  if (!due) return;
  const { board, profile } = due.config;
  ask(turn, { board: due.index, request: { kind: 'query-all', board, locks: profile.locks } });
};

/** What goes on the wire next, if anything. */
const choose = (turn: Turn): void => {
  const { isOpen, wire, waiting, settling } = turn.line;
  if (!isOpen || wire) return;
  const stale = waiting.filter(({ deadline }) => turn.now >= deadline);
  turn.line = { ...turn.line, waiting: waiting.filter((unlock) => !stale.includes(unlock)) };
  for (const unlock of stale) expire(turn, unlock);
  const [order] = turn.line.waiting;
  // A board that has just answered is asked about its door at once; one that is mute must not keep the next person waiting.
  const answering = settling.find(({ misses, cause }) => misses === 0 && cause === undefined);
  const next = answering ?? (order ? undefined : settling[0]);
  if (next) readDoor(turn, next);
  else if (order) release(turn, order);
  else poll(turn);
};

/** One step of the line. Pure: `now` is monotonic milliseconds, effects are to be carried out in their order. */
export const next = (line: LineState, input: Input, now: number): { line: LineState; effects: Effect[] } => {
  const turn: Turn = { line, effects: [], now };
  take(turn, input);
  choose(turn);
  for (const board of turn.line.boards) {
    const { cabinet } = board.config;
    const isSame = JSON.stringify(doorsOf(line, cabinet)) === JSON.stringify(seenOf(turn.line, board));
    if (!isSame) turn.effects.push({ kind: 'changed', cabinet });
  }
  return { line: turn.line, effects: turn.effects };
};
