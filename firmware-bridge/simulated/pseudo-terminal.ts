// A serial port that is none: socat holds the two ends of a pty, a program opens the link as it would open a real port.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type PseudoTerminalOptions = {
  /** The path that the other program opens. */
  link: string;
  /** Bytes that the other program wrote. */
  onBytes: (bytes: Uint8Array) => void;
  /** socat ended though nobody stopped it. */
  onLost: (cause: Error) => void;
};

const missing = 'socat cannot be started: install it (apt-get install socat)';

/** Throws when something that is not an old link of ours is in the way. */
const clearOldLink = (link: string): void => {
  const old = lstatSync(link, { throwIfNoEntry: false });
  if (old && !old.isSymbolicLink()) throw new Error(`${link} exists and is not a link: choose another path`);
  rmSync(link, { force: true });
};

// In a session of its own, so that Ctrl-C reaches us alone and we end socat in our order.
const startSocat = (link: string): ChildProcessWithoutNullStreams =>
  spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${link}`, 'stdio'], { detached: true, stdio: 'pipe' });

const ready = async (child: ChildProcessWithoutNullStreams): Promise<void> => {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('starting data transfer loop')) return;
    said.push(line);
  }
  throw new Error(`socat ended: ${said.join(' · ')}`);
};

export class PseudoTerminal {
  readonly #options: PseudoTerminalOptions;
  #child: ChildProcessWithoutNullStreams | undefined;

  constructor(options: PseudoTerminalOptions) {
    this.#options = options;
  }

  /** Resolves when the link can be opened; rejects with an Error that says what to do. */
  async start(): Promise<void> {
    const { link, onBytes, onLost } = this.#options;
    clearOldLink(link);
    const child = startSocat(link);
    this.#child = child;
    try {
      await once(child, 'spawn');
    } catch (cause) {
      this.#child = undefined;
      throw new Error(missing, { cause });
    }
    child.stdin.on('error', (cause) => this.#child && onLost(cause));
    await ready(child);
    child.stderr.resume();
    child.on('exit', (code, signal) => this.#child && onLost(new Error(`socat ended (${signal ?? code})`)));
    child.stdout.on('data', onBytes);
  }

  write(bytes: Uint8Array): void {
    this.#child?.stdin.write(bytes);
  }

  /** Ends socat and removes the link. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
    rmSync(this.#options.link, { force: true });
  }
}
