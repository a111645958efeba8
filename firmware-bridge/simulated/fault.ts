// The ways in which a simulated board can misbehave, by name, for one lock or a whole board.
import { WrongInput } from './wrong-input.ts';

export const faultNames = [
  'stuck-door',
  'never-closes',
  'bounce',
  'mute',
  'wrong-bcc',
  'noise',
  'echo',
  'slow',
  'failed-ack',
  'ack-lost',
  'inverted',
] as const;
export type FaultName = (typeof faultNames)[number];

/** `lock` 0 means the whole board, as in the board's own frames. */
export type Fault = { name: FaultName; board: number; lock: number };

/** Which locks each board on the line has. */
export type Fitted = ReadonlyMap<number, number>;

const isFaultName = (text: string): text is FaultName => faultNames.some((name) => name === text);

/** The board that is meant when none is named; throws WrongInput when the line has several and the choice is open. */
const onlyBoard = (fitted: Fitted): number => {
  const [board, ...others] = fitted.keys();
  if (board === undefined || others.length > 0)
    throw new WrongInput(`this line has boards ${[...fitted.keys()].join(', ')}: name one of them`);
  return board;
};

/** Checks that the line has this lock (0 = the whole board); throws WrongInput that names what it has. */
export const place = (fitted: Fitted, lock: number, board = onlyBoard(fitted)): { board: number; lock: number } => {
  const locks = fitted.get(board);
  if (locks === undefined)
    throw new WrongInput(`no board ${board} on this line, only ${[...fitted.keys()].join(', ')}`);
  if (lock > locks) throw new WrongInput(`board ${board} has locks 1 to ${locks}, not ${lock}`);
  return { board, lock };
};

/** Reads `NAME` (every board), `NAME@LOCK` or `NAME@BOARD:LOCK`; throws WrongInput that says what was expected. */
export const parseFaults = (text: string, fitted: Fitted): Fault[] => {
  const [, name = '', board, lock] = /^([a-z-]+)(?:@(?:(\d+):)?(\d+))?$/.exec(text) ?? [];
  if (!isFaultName(name))
    throw new WrongInput(
      `"${text}" is no fault: use NAME, NAME@LOCK or NAME@BOARD:LOCK, NAME one of ${faultNames.join(' ')}`,
    );
  if (lock === undefined) return [...fitted.keys()].map((each) => ({ name, board: each, lock: 0 }));
  return [{ name, ...place(fitted, Number(lock), board === undefined ? undefined : Number(board)) }];
};

/** Whether the fault is present on this lock; with `lock` 0, whether it is present on the board as a whole. */
export const isFaulty = (faults: readonly Fault[], { name, board, lock }: Fault): boolean =>
  faults.some((fault) => fault.name === name && fault.board === board && (fault.lock === 0 || fault.lock === lock));

/** The faults without those named in `cleared`: a board's fault is cleared as it was set, not lock by lock. */
export const withoutFaults = (faults: readonly Fault[], cleared: readonly Fault[]): Fault[] =>
  faults.filter(
    (fault) =>
      !cleared.some(({ name, board, lock }) => name === fault.name && board === fault.board && lock === fault.lock),
  );
