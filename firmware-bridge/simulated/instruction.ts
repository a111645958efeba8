// What a tester may tell a running board, one JSON object a line.
import { z } from 'zod';
import { type Fitted, parseFaults, place, withoutFaults } from './fault.ts';
import { behave, handle, type Line, type Occurrence } from './line.ts';
import { WrongInput } from './wrong-input.ts';

const lock = z.int().min(1);
const board = z.int().min(1).optional();

export const instruction = z.union([
  z.strictObject({ fault: z.string() }),
  z.strictObject({ clear: z.string() }),
  /** A hand pulls the door open, whatever the bolt does. */
  z.strictObject({ open: lock, board }),
  z.strictObject({ close: lock, board }),
  /** How long visitors leave doors open; null: nobody closes them. */
  z.strictObject({ autoCloseMs: z.int().min(1).nullable() }),
]);
export type Instruction = z.infer<typeof instruction>;

/** Throws WrongInput when the text is not JSON. */
export const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new WrongInput(`not JSON: ${error.message}`);
    throw error;
  }
};

/** Reads one line; throws WrongInput that says what is wrong with it. */
export const readInstruction = (text: string): Instruction => {
  const parsed = instruction.safeParse(asJson(text));
  if (!parsed.success)
    throw new WrongInput('use {"fault":…}, {"clear":…}, {"open":LOCK}, {"close":LOCK} or {"autoCloseMs":MS|null}');
  return parsed.data;
};

/** The line after an instruction at `now` (ms); throws WrongInput when it names what the line does not have. */
export const follow = (
  line: Line,
  told: Instruction,
  now: number,
): { line: Line; occurrences: readonly Occurrence[] } => {
  const { behaviour } = line;
  const fitted: Fitted = new Map(line.boards.map(({ address, compartments }) => [address, compartments.length]));
  const behaving = (change: Partial<typeof behaviour>) => ({
    line: behave(line, { ...behaviour, ...change }, now),
    occurrences: [],
  });
  if ('fault' in told) return behaving({ faults: [...behaviour.faults, ...parseFaults(told.fault, fitted)] });
  if ('clear' in told) return behaving({ faults: withoutFaults(behaviour.faults, parseFaults(told.clear, fitted)) });
  if ('autoCloseMs' in told) return behaving({ autoCloseMs: told.autoCloseMs ?? undefined });
  if ('open' in told) return handle(line, { ...place(fitted, told.open, told.board), kind: 'force' }, now);
  return handle(line, { ...place(fitted, told.close, told.board), kind: 'push' }, now);
};
