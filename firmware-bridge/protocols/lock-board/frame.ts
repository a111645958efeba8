// The words of the 0x8A lock-board family: what is asked, what is answered, and the XOR check byte [hardware: 0x8A].

/** Boards are numbered 1 to 32, locks from 1. There is no "all locks" unlock here, though the wire has one [S4]. */
export type Request =
  | { kind: 'unlock'; board: number; lock: number }
  | { kind: 'query-one'; board: number; lock: number }
  | { kind: 'query-all'; board: number; locks: number };

/** The feedback contact as the board reports it; which of the two means a closed door differs by install. */
export type Feedback = '11' | '00';

/** `isDone` tells whether the board fired the lock, whatever the door did; `feedbacks[0]` belongs to lock 1. */
export type Reply =
  | { kind: 'unlock'; isDone: boolean }
  | { kind: 'query-one'; feedback: Feedback }
  | { kind: 'query-all'; feedbacks: Feedback[] };

export const unlockMark = 0x8a;
export const queryMark = 0x80;
export const unlockCode = 0x11;
export const queryCode = 0x33;

export const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

/** Bytes of the bitmap that answers "query all": one for each eight locks. */
export const groupsOf = (locks: number): number => Math.ceil(locks / 8);
