// One turn of a line's machine while it is being computed: the state so far and the effects so far.
import type { Door, OrderResult } from '../../../edge/contract/reports.ts';
import { type BoardState, type BoardStep, beliefOf } from './board.ts';
import type { Effect, LineState } from './line-state.ts';

export interface Turn {
  line: LineState;
  readonly effects: Effect[];
  /** Monotonic milliseconds. */
  readonly now: number;
}

export const boardAt = (turn: Turn, index: number): BoardState => {
  const board = turn.line.boards[index];
  if (!board) throw new Error(`no board ${index} on this line`);
  return board;
};

export const replaceBoard = (turn: Turn, index: number, board: BoardState): void => {
  turn.line = { ...turn.line, boards: turn.line.boards.with(index, board) };
};

export const applyStep = (turn: Turn, index: number, { board, observed }: BoardStep): void => {
  replaceBoard(turn, index, board);
  const { cabinet } = board.config;
  for (const observation of observed) turn.effects.push({ kind: 'observed', cabinet, observation });
};

export interface Answer {
  orderId: string;
  board: number;
  compartment: number;
  result: Exclude<OrderResult, 'duplicate'>;
  /** Left out, it is what is believed of the door. */
  observed?: Door;
  cause?: string | undefined;
}

export const answer = (turn: Turn, { board: index, observed, cause, ...rest }: Answer): void => {
  const board = boardAt(turn, index);
  const { compartment } = rest;
  turn.effects.push({
    kind: 'observed',
    cabinet: board.config.cabinet,
    observation: {
      kind: 'answered',
      ...rest,
      observed: observed ?? beliefOf(board, compartment),
      ...(cause === undefined ? {} : { cause }),
    },
  });
};
