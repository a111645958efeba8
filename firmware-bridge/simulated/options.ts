// The command line of the simulated lock board.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Fitted, parseFaults } from './fault.ts';
import type { SimulatedLineOptions } from './simulated-line.ts';
import { WrongInput } from './wrong-input.ts';

export const usage = `lock-board --link PATH [--baud 9600] [--board N[:LOCKS]]… [--locks 24] [--fault NAME[@[BOARD:]LOCK]]…
  [--bolt-log FILE] [--auto-close MS] [--pulse-ms 300] [--spring-ms 80] [--seed 1]`;

const known = {
  link: { type: 'string' },
  baud: { type: 'string', default: '9600' },
  board: { type: 'string', multiple: true, default: ['1'] },
  locks: { type: 'string', default: '24' },
  fault: { type: 'string', multiple: true, default: [] },
  'bolt-log': { type: 'string' },
  'auto-close': { type: 'string' },
  'pulse-ms': { type: 'string', default: '300' },
  'spring-ms': { type: 'string', default: '80' },
  seed: { type: 'string', default: '1' },
} satisfies ParseArgsConfig['options'];

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: known }).values;
  } catch (error) {
    // parseArgs throws TypeErrors with a code of this kind for a wrong command line.
    if (error instanceof TypeError && 'code' in error) throw new WrongInput(error.message);
    throw error;
  }
};

/** Reads the arguments; throws WrongInput that names the one that is wrong. */
export const readOptions = (args: readonly string[]): Omit<SimulatedLineOptions, 'onEntry' | 'onLost'> => {
  const values = parse(args);
  if (values.link === undefined) throw new WrongInput('--link PATH is missing');
  const fitted = readBoards(values.board, values.locks);
  return {
    link: values.link,
    baud: whole('--baud', values.baud),
    fitted,
    boltLog: values['bolt-log'],
    behaviour: {
      pulseMs: whole('--pulse-ms', values['pulse-ms']),
      springMs: whole('--spring-ms', values['spring-ms']),
      autoCloseMs: values['auto-close'] === undefined ? undefined : whole('--auto-close', values['auto-close']),
      seed: whole('--seed', values.seed),
      faults: values.fault.flatMap((fault) => parseFaults(fault, fitted)),
    },
  };
};

/** A whole number from 1; throws WrongInput that names the option. */
export const whole = (option: string, text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new WrongInput(`${option} takes a whole number from 1, not "${text}"`);
  return number;
};

const readBoards = (boards: readonly string[], locks: string): Fitted => {
  const fitted = new Map<number, number>();
  for (const text of boards) {
    const [address = '', own = locks] = text.split(':');
    const number = whole('--board', address);
    if (fitted.has(number)) throw new WrongInput(`--board ${number} is given twice`);
    fitted.set(number, whole('--locks', own));
  }
  return fitted;
};
