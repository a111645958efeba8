// A program started beside this one: its first JSON line says it is ready, and it is stopped by its process id.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Program {
  name: string;
  pid: number;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(signal: NodeJS.Signals): void;
  /** A JSON line on its standard input. */
  tell(line: object): void;
  ended: Promise<number | null>;
}

export interface ProgramOptions {
  name: string;
  /** A compiled JavaScript file. */
  file: string;
  args: string[];
  /** Where its standard error goes. */
  log: string;
  /** It was ready, and ended without being asked to. */
  onEnd: (code: number | null) => void;
}

/** A small young generation and no helper threads: a third less memory on a Pi, and none of our programs miss them. */
const lean = ['--max-semi-space-size=1', '--single-threaded'];

const lastWords = (log: string): string => readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';

/** A program ended before it said that it was ready. */
export class NotStarted extends Error {
  readonly program: string;
  readonly log: string;
  readonly lastWords: string;

  constructor({ name, log }: ProgramOptions, code: number | null) {
    const said = lastWords(log);
    super(`${name} did not start (${code}): ${said}; see ${log}`);
    this.name = 'NotStarted';
    this.program = name;
    this.log = log;
    this.lastWords = said;
  }
}

/** `ready` rejects with a NotStarted when the program ends before it says so. */
export const startProgram = (options: ProgramOptions) => {
  const { name, file, args, log, onEnd } = options;
  const child = spawn(process.execPath, [...lean, file, ...args], {
    stdio: ['pipe', 'pipe', openSync(log, 'a')],
    detached: true,
  }) as ChildProcessByStdio<Writable, Readable, null>;
  let asked = false;
  let isReady = false;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('error', reject);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (isReady || !line.startsWith('{')) return;
      const said = JSON.parse(line) as Record<string, unknown>;
      if (said.ready !== true) return;
      isReady = true;
      resolve(said);
    });
    void ended.then((code) => {
      if (!isReady) reject(new NotStarted(options, code));
      else if (!asked) onEnd(code);
    });
  });
  const program: Program = {
    name,
    pid: child.pid ?? 0,
    stop: async () => {
      asked = true;
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
    kill: (signal) => {
      asked = signal === 'SIGKILL' || asked;
      child.kill(signal);
    },
    tell: (line) => {
      child.stdin.write(`${JSON.stringify(line)}\n`);
    },
    ended,
  };
  return { program, ready };
};
