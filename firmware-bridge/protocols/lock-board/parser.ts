// Finds the answer to a request in the bytes of a 0x8A line, skips what is none, and counts what it skipped.
import {
  type Feedback,
  groupsOf,
  queryCode,
  queryMark,
  type Reply,
  type Request,
  unlockCode,
  unlockMark,
  xor,
} from './frame.ts';
import { write } from './writer.ts';

/** `rest` is the beginning of a frame still to be completed, always shorter than a frame. */
export interface Parsed {
  found: Reply | 'echo' | undefined;
  rest: Uint8Array;
  discarded: number;
}

/** Bytes that must stand at a place, undefined where any value may; the last byte is the check. */
type Shape = (ReadonlySet<number> | undefined)[];

const feedbackBytes = new Set([0x00, 0x11]);
const only = (byte: number): ReadonlySet<number> => new Set([byte]);

// The shape depends on the question: a bitmap may contain what looks like a whole shorter reply, so no parser without the question can be right.
const replyShape = (request: Request): Shape => {
  const board = only(request.board);
  switch (request.kind) {
    case 'unlock':
      return [only(unlockMark), board, only(request.lock), feedbackBytes, undefined];
    case 'query-one':
      return [only(queryMark), board, only(request.lock), feedbackBytes, undefined];
    case 'query-all': {
      const bitmap = Array.from({ length: groupsOf(request.locks) }, () => undefined);
      return [only(queryMark), board, ...bitmap, only(queryCode), undefined];
    }
  }
};

const begins = (shape: Shape, bytes: Uint8Array): boolean =>
  shape.every((allowed, i) => {
    const byte = bytes[i];
    return byte === undefined || allowed === undefined || allowed.has(byte);
  });

const feedback = (closed: boolean): Feedback => (closed ? '11' : '00');

const readReply = (request: Request, frame: Uint8Array): Reply => {
  // The refusal of an unlock is the command itself, byte for byte.
  if (request.kind === 'unlock') return { kind: 'unlock', isDone: frame[3] !== unlockCode };
  if (request.kind === 'query-one') return { kind: 'query-one', feedback: feedback(frame[3] === 0x11) };
  // The highest group comes first; bit 0 of a group is its lowest lock.
  const groups = frame.subarray(2, -2).toReversed();
  const bit = (lock: number): boolean => (((groups[Math.floor(lock / 8)] ?? 0) >> (lock % 8)) & 1) === 1;
  return { kind: 'query-all', feedbacks: Array.from({ length: request.locks }, (_, lock) => feedback(bit(lock))) };
};

/**
 * Looks for one frame: the reply to `request`, or the request itself where an echoing adapter returns it first. Call again with `rest` after an
 * echo was found. Never throws for any bytes; a frame with a wrong check byte is skipped byte by byte, so a good one inside it is not lost.
 */
export const parse = (request: Request, awaits: 'echo' | 'reply', bytes: Uint8Array): Parsed => {
  const shape = awaits === 'echo' ? Array.from(write(request), only) : replyShape(request);
  for (let at = 0; at < bytes.length; at += 1) {
    const frame = bytes.subarray(at, at + shape.length);
    if (!begins(shape, frame)) continue;
    if (frame.length < shape.length) return { found: undefined, rest: bytes.slice(at), discarded: at };
    if (xor(frame) !== 0) continue;
    const found = awaits === 'echo' ? 'echo' : readReply(request, frame);
    return { found, rest: bytes.slice(at + shape.length), discarded: at };
  }
  return { found: undefined, rest: new Uint8Array(), discarded: bytes.length };
};
