// What a line of lock boards holds: the boards, the one request on the wire, and the orders before and after it.
import type { Request } from '../../protocols/lock-board/frame.ts';
import { type BoardConfig, type BoardState, isSilent, type Memory, type Observation, startBoard } from './board.ts';
import type { Read } from './door.ts';

/** `deadline` is monotonic milliseconds: after it the order opens nothing. */
export interface Unlock {
  orderId: string;
  cabinet: string;
  compartment: number;
  deadline: number;
}

/** The board's place in `LineState.boards`. */
interface Asked {
  board: number;
  request: Request;
}

export type Wire = Asked & {
  id: number;
  awaits: 'echo' | 'reply';
  unread: Uint8Array;
  sentAt: number;
  isWritten: boolean;
  /** The board, or an echo of our own command, said that the lock did not open. */
  isRefused: boolean;
  /** When bytes came that belong to no frame. */
  damagedAt: number | undefined;
  /** What the request is for; a poll is for neither. */
  unlock?: Unlock;
  settling?: Settling;
};

/** An order whose bytes went out: the sensor is read before it is answered. */
export interface Settling {
  orderId: string;
  board: number;
  compartment: number;
  result: 'done' | 'failed';
  cause?: string;
  reads: number;
  misses: number;
  last: Read | undefined;
}

export interface LineState {
  boards: readonly BoardState[];
  isOpen: boolean;
  /** Requests asked so far. */
  asked: number;
  wire: Wire | undefined;
  waiting: readonly Unlock[];
  settling: readonly Settling[];
}

export type Input =
  | { kind: 'port-opened' }
  | { kind: 'port-lost'; cause: string }
  | { kind: 'unlock'; unlock: Unlock }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'written'; id: number }
  /** The deadline had passed when the driver was about to write: nothing went out. */
  | { kind: 'unsent'; id: number }
  | { kind: 'tick' };

export type Effect =
  /** Remember that the order's bytes may have gone out, before they do. */
  | { kind: 'begin'; cabinet: string; compartment: number; orderId: string }
  | { kind: 'send'; id: number; bytes: Uint8Array; deadline: number | undefined }
  /** Throw away what the port has not sent. */
  | { kind: 'discard' }
  | { kind: 'observed'; cabinet: string; observation: Observation }
  /** A belief about a door, or whether the board is heard at all, is another than before. */
  | { kind: 'changed'; cabinet: string };

export interface BoardSetup {
  config: BoardConfig;
  memory: Memory;
}

const interrupted = 'the bridge stopped while the order was carried out';

export const startLine = (setups: readonly BoardSetup[]): LineState => ({
  boards: setups.map(({ config, memory }) => startBoard(config, memory)),
  isOpen: false,
  asked: 0,
  wire: undefined,
  waiting: [],
  settling: setups.flatMap(({ memory }, board) =>
    memory.begun.map((begun) => ({
      ...begun,
      board,
      result: 'failed' as const,
      cause: interrupted,
      reads: 0,
      misses: 0,
      last: undefined,
    })),
  ),
});

/** After a damaged reply the rest of it has passed when the line was quiet this long: a USB adapter delivers at least each 16 ms. */
const quietMs = 60;
/** A silent board is listened to only briefly, so that it slows its neighbours little; now and then at full length, for it may be slow. */
const briefListenMs = 150;
const fullListenEvery = 4;

/** Monotonic milliseconds at which the request on the wire is given up. */
const givenUpAt = (wire: Wire, board: BoardState): number => {
  const { replyTimeoutMs } = board.config.profile;
  // An acknowledgement comes only after the pulse, so damage before it proves nothing.
  if (wire.unlock) return wire.sentAt + replyTimeoutMs;
  const isBrief = isSilent(board) && board.silentPolls % fullListenEvery !== 0;
  const limit = wire.sentAt + (isBrief ? briefListenMs : replyTimeoutMs);
  return wire.damagedAt === undefined ? limit : Math.min(limit, wire.damagedAt + quietMs);
};

export const isGivenUp = (wire: Wire, boards: readonly BoardState[], now: number): boolean => {
  const board = boards[wire.board];
  return board !== undefined && now >= givenUpAt(wire, board);
};

/** Monotonic milliseconds at which the line wants a tick even if nothing happens; undefined while the port is away. */
export const wakeAt = ({ boards, isOpen, wire }: LineState): number | undefined => {
  if (!isOpen) return undefined;
  if (!wire) return Math.min(...boards.map((board) => board.nextPollAt));
  const board = boards[wire.board];
  const limits = board ? [givenUpAt(wire, board)] : [];
  if (wire.unlock && !wire.isWritten) limits.push(wire.unlock.deadline);
  return Math.min(...limits);
};
