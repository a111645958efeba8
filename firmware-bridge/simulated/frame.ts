// The 0x8A frames from the board's side of the wire: commands are read, answers are written [hardware: 0x8A].

const unlockHead = 0x8a;
const queryHead = 0x80;
const unlockWord = 0x11;
const queryWord = 0x33;
const closedWord = 0x11;
const openWord = 0x00;
const commandLength = 5;

/** `lock` 0 means all locks of the board. */
export type Command = { kind: 'unlock' | 'query'; board: number; lock: number };

const bcc = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum ^ byte, 0);
const frame = (...bytes: readonly number[]): Uint8Array => Uint8Array.of(...bytes, bcc(bytes));

const asCommand = (bytes: readonly number[]): Command | undefined => {
  const [head = 0, board = 0, lock = 0, word] = bytes;
  if (bcc(bytes) !== 0) return undefined;
  if (head === unlockHead && word === unlockWord) return { kind: 'unlock', board, lock };
  if (head === queryHead && word === queryWord) return { kind: 'query', board, lock };
  return undefined;
};

export type Reading = { commands: Command[]; discarded: number[]; rest: number[] };

/** Takes commands out of the bytes received so far; `discarded` are bytes that belong to no frame, `rest` may be the beginning of one. */
export const readCommands = (received: readonly number[]): Reading => {
  const reading: Reading = { commands: [], discarded: [], rest: [] };
  let at = 0;
  while (at < received.length) {
    const candidate = received.slice(at, at + commandLength);
    const [head = 0] = candidate;
    const isHead = head === unlockHead || head === queryHead;
    if (isHead && candidate.length < commandLength) break;
    const command = isHead ? asCommand(candidate) : undefined;
    if (command) reading.commands.push(command);
    else reading.discarded.push(head);
    at += command ? commandLength : 1;
  }
  reading.rest = received.slice(at);
  return reading;
};

/** The answer after a pulse. A failure is byte for byte the command that asked for it [hardware: 0x8A]. */
export const unlockAnswer = (board: number, lock: number, isDone: boolean): Uint8Array =>
  frame(unlockHead, board, lock, isDone ? openWord : unlockWord);

/** The answer to a query of one lock. */
export const doorAnswer = (board: number, lock: number, isClosed: boolean): Uint8Array =>
  frame(queryHead, board, lock, isClosed ? closedWord : openWord);

/** The answer to a query of all locks: groups of eight, the highest group first, the first lock of a group in its lowest bit, 1 = closed. */
export const doorsAnswer = (board: number, closed: readonly boolean[]): Uint8Array => {
  const groups: number[] = new Array(Math.ceil(closed.length / 8)).fill(0);
  closed.forEach((isClosed, i) => {
    const group = Math.floor(i / 8);
    if (isClosed) groups[group] = (groups[group] ?? 0) | (1 << (i % 8));
  });
  return frame(queryHead, board, ...groups.reverse(), queryWord);
};

/** The same frame with a check byte that does not fit. */
export const spoilt = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 0x5a : byte));
