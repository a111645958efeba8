// Keeps a view up with the ledger: at rest it folds what has gathered, and at once when somebody is about to read it.
import { setTimeout as wait } from 'node:timers/promises';
import { isAfter } from '../checkpoints.ts';
import { type Ledger, StatementFault } from '../ledger.ts';
import type { Body, Position } from '../unit.ts';
import { foldNext, type View, viewPlace } from './view.ts';

/** Folding writes: one commit for what gathers in this time, so that those who wait at a door hardly share the disk with it. */
const restMs = 2_000;
/** A reader sees an older state rather than waiting longer, as after a first start with a long ledger. */
const freshWithinMs = 400;

export class Upkeep<T> {
  readonly #ledger: Ledger;
  readonly #view: View<T>;
  #unsubscribe: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #folding: Promise<boolean> | undefined;
  /** What is folded, which may be further than what is durable. */
  #place: Position | undefined;
  #isStopped = true;

  constructor(ledger: Ledger, view: View<T>) {
    this.#ledger = ledger;
    this.#view = view;
  }

  start(): void {
    this.#isStopped = false;
    this.#unsubscribe = this.#ledger.onAppend(() => this.#soon());
    this.#soon();
  }

  /** Lets the page in hand end; nothing is folded afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    await this.#folding;
  }

  /**
   * Brings the view up to the ledger's end, unless that takes too long or cannot be written now.
   * @returns the wall ms at which what it shows was true: `now`, or the time of the last event it knows.
   */
  async freshAt(now: number): Promise<number> {
    const tooLate = wait(freshWithinMs, false, { ref: false });
    if (await Promise.race([this.#upTo(this.#ledger.head), tooLate])) return now;
    const { epoch, seq } = this.#place ?? (await viewPlace(this.#ledger, this.#view));
    const [last] = await this.#ledger.readAt([[epoch, seq]]);
    return last === undefined ? 0 : (JSON.parse(last.body) as Body).at.wallMs;
  }

  async #upTo(goal: Position): Promise<boolean> {
    while (!this.#isStopped) {
      if (this.#place !== undefined && !isAfter(goal, this.#place)) return true;
      if (!(await this.#fold())) return false;
    }
    return false;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#fold().then((isFolded) => {
        if (!isFolded && !this.#isStopped) this.#soon();
      });
    }, restMs);
  }

  /** One at a time, up to where the ledger ends; false when it cannot be written now. */
  #fold(): Promise<boolean> {
    this.#folding ??= this.#pages().finally(() => {
      this.#folding = undefined;
    });
    return this.#folding;
  }

  async #pages(): Promise<boolean> {
    try {
      let next: Position | undefined = this.#place ?? (await viewPlace(this.#ledger, this.#view));
      while (next !== undefined && !this.#isStopped) {
        this.#place = next;
        next = await foldNext(this.#ledger, this.#view, next);
      }
      return true;
    } catch (error) {
      if (error instanceof StatementFault) return false;
      throw error;
    }
  }
}
