// What iron did, as JSON lines in a file: an invariant checker compares it with the ledger afterwards.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Occurrence } from './line.ts';

/** `monoMs` is CLOCK_MONOTONIC, shared by all programs of one machine; `wallMs` is UTC since 1970. */
type Stamp = { monoMs: number; wallMs: number };
export type Entry = Stamp &
  ({ pulse: number; board: number } | { door: 'open' | 'closed'; lock: number; board: number } | { discarded: string });

/** CLOCK_MONOTONIC in ms. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Writes an occurrence in the words of the log. It may have been due a little before it is written. */
export const entry = (occurrence: Occurrence): Entry => {
  const stamp = { monoMs: occurrence.at, wallMs: Math.round(Date.now() - (monotonicMs() - occurrence.at)) };
  if ('discarded' in occurrence) return { discarded: occurrence.discarded, ...stamp };
  const { board, lock, what } = occurrence;
  return what === 'pulse' ? { pulse: lock, board, ...stamp } : { door: what, lock, board, ...stamp };
};

/** Appends to a file, synchronously, so that the line is there even if this process is killed right after. */
export class BoltLog {
  readonly #path: string;
  #file: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Opens the file; throws the system's Error when it cannot be written. */
  start(): void {
    this.#file = openSync(this.#path, 'a', 0o644);
  }

  stop(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  append(line: Entry): void {
    if (this.#file === undefined) throw new Error('the bolt log is not open');
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
