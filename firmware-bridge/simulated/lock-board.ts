// The simulated 0x8A lock board as a program: bytes on a pty, instructions on stdin, events on stdout.
import { createInterface } from 'node:readline';
import { readInstruction } from './instruction.ts';
import { readOptions, usage } from './options.ts';
import { SimulatedLine, type SimulatedLineOptions } from './simulated-line.ts';
import { WrongInput } from './wrong-input.ts';

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const optionsOrExit = (): ReturnType<typeof readOptions> => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exit(2);
  }
};

const end = async (code: number): Promise<void> => {
  await line.stop();
  process.exit(code);
};

const fail = (cause: Error): void => {
  process.stderr.write(`${cause.message}\n`);
  void end(1);
};

const obey = (text: string): void => {
  try {
    const told = readInstruction(text);
    line.instruct(told);
    say({ followed: told });
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    say({ refused: text, because: error.message });
  }
};

const options: SimulatedLineOptions = { ...optionsOrExit(), onEntry: say, onLost: fail };
const line = new SimulatedLine(options);
process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));
line.start().then(() => {
  say({ ready: true, link: options.link, baud: options.baud, boards: Object.fromEntries(options.fitted) });
  createInterface({ input: process.stdin }).on('line', obey);
}, fail);
