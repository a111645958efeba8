// A simulated line at work: the pure line, a pty, the real clock and the bolt log.
import type { Behaviour } from './board.ts';
import { BoltLog, type Entry, entry, monotonicMs } from './bolt-log.ts';
import type { Fitted } from './fault.ts';
import { follow, type Instruction } from './instruction.ts';
import { advance, type Line, lineDueAt, type Occurrence, quietLine, write } from './line.ts';
import { PseudoTerminal } from './pseudo-terminal.ts';

export type SimulatedLineOptions = {
  link: string;
  baud: number;
  fitted: Fitted;
  behaviour: Behaviour;
  boltLog: string | undefined;
  onEntry: (entry: Entry) => void;
  /** The pty is gone though nobody stopped it. */
  onLost: (cause: Error) => void;
};

export class SimulatedLine {
  readonly #options: SimulatedLineOptions;
  readonly #terminal: PseudoTerminal;
  readonly #log: BoltLog | undefined;
  #line: Line;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SimulatedLineOptions) {
    this.#options = options;
    this.#line = quietLine(options.baud, options.fitted, options.behaviour);
    this.#log = options.boltLog === undefined ? undefined : new BoltLog(options.boltLog);
    this.#terminal = new PseudoTerminal({ link: options.link, onBytes: this.#hear, onLost: options.onLost });
  }

  /** Resolves when the link can be opened as a serial port; rejects with an Error that says what to do. */
  async start(): Promise<void> {
    this.#log?.start();
    await this.#terminal.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#terminal.stop();
    this.#log?.stop();
  }

  /** Carries out a tester's instruction at once; throws an Error when it names what the line does not have. */
  instruct(instruction: Instruction): void {
    this.#advance();
    const step = follow(this.#line, instruction, monotonicMs());
    this.#line = step.line;
    this.#record(step.occurrences);
    this.#advance();
  }

  readonly #hear = (bytes: Uint8Array): void => {
    this.#line = write(this.#line, bytes, monotonicMs());
    this.#advance();
  };

  readonly #advance = (): void => {
    const now = monotonicMs();
    const { line, occurrences, read } = advance(this.#line, now);
    this.#line = line;
    this.#record(occurrences);
    if (read.length > 0) this.#terminal.write(read);
    clearTimeout(this.#timer);
    const dueAt = lineDueAt(line);
    // Rounded up: a timer that fires early finds nothing due, and bytes are never ahead of the wire.
    if (Number.isFinite(dueAt)) this.#timer = setTimeout(this.#advance, Math.max(0, Math.ceil(dueAt - now)));
  };

  #record(occurrences: readonly Occurrence[]): void {
    for (const occurrence of occurrences) {
      const line = entry(occurrence);
      if (!('discarded' in line)) this.#log?.append(line);
      this.#options.onEntry(line);
    }
  }
}
