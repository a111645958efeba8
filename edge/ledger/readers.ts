// Followers of the ledger: each reads from its checkpoint in order and moves it when a page is handled.
import { setTimeout as wait } from 'node:timers/promises';
import { type Ledger, StatementFault } from './ledger.ts';
import type { Position, Row } from './unit.ts';

/** The most rows handed over at once. */
export const pageRows = 200;

const firstPauseMs = 100;
const longestPauseMs = 30_000;

/** What a handler rejects with when the world failed: the same page comes again after a pause. Anything else is a bug. */
export class HandlerFault extends Error {
  constructor(cause: unknown) {
    super('a reader of the ledger could not handle its page', { cause });
    this.name = 'HandlerFault';
  }
}

/** What a reader needs of a ledger. */
export type Followed = Pick<Ledger, 'read' | 'checkpoint' | 'moveCheckpoint' | 'onAppend'>;

export type Handle = (rows: Row[]) => Promise<void>;

export interface Follower {
  /** Lets the page in hand end (or its pause be cut short) and resolves; nothing is handled afterwards. */
  stop(): Promise<void>;
}

/** Sleeps until something was appended; an append while it is awake is not missed. */
const bell = (ledger: Followed) => {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    rung = true;
    wake?.();
  };
  const off = ledger.onAppend(ring);
  return {
    ring,
    off,
    async next(): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      rung = false;
    },
  };
};

const isFault = (error: unknown): boolean => error instanceof HandlerFault || error instanceof StatementFault;

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

/**
 * Hands every row to `handle`, in order, in pages of up to 200, at least once: after a crash or a fault the page comes again.
 * A HandlerFault or StatementFault is tried again with back-off (0.1 to 30 s); any other rejection is a bug and ends the process.
 */
export const follow = (ledger: Followed, name: string, handle: Handle): Follower => {
  const stopping = new AbortController();
  const appended = bell(ledger);

  const handlePage = async (from: Position): Promise<Position | undefined> => {
    const rows = await ledger.read(from.seq, pageRows, from.epoch);
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    await handle(rows);
    const to = { epoch: last.epoch, seq: last.seq };
    await ledger.moveCheckpoint(name, to);
    return to;
  };

  const run = async (): Promise<void> => {
    let place: Position | undefined;
    let pauseMs = firstPauseMs;
    while (!stopping.signal.aborted) {
      try {
        place ??= await ledger.checkpoint(name);
        const next = await handlePage(place);
        pauseMs = firstPauseMs;
        if (next === undefined) await appended.next();
        else place = next;
      } catch (error) {
        if (!isFault(error)) throw error;
        // The handler may have stored its own place: the durable one counts.
        place = undefined;
        await pause(pauseMs, stopping.signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  };

  const running = run();
  return {
    async stop() {
      stopping.abort();
      appended.off();
      appended.ring();
      await running;
    },
  };
};
