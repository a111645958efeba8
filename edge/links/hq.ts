// The HQ link: the ledger's reader that brings every event to headquarters, once in effect and in order (S9).
import { type HqReceipt, hqReceipt } from '../contract/hq.ts';
import { genesis } from '../ledger/chain.ts';
import type { Position, Row } from '../ledger/unit.ts';
import { type Batch, writeBatch } from './hq/batch.ts';
import { HqConnection, type Log } from './hq/connection.ts';
import type { Poison } from './hq/envelope.ts';
import { type Effect, type Input, type Limits, next, openWindow, usualLimits, type WindowState } from './hq/window.ts';

/** What the link needs of the ledger. */
export interface HqLedger {
  readonly head: Position;
  /** Rows after (epoch, afterSeq), ascending; those of later epochs follow. */
  read(afterSeq: number, limit: number, epoch: number): Promise<Row[]>;
  onAppend(listener: () => void): () => void;
  checkpoint(name: string): Promise<Position>;
  moveCheckpoint(name: string, to: Position): Promise<void>;
}

export interface HqOptions {
  /** `mqtt(s)://[user:password@]host[:port]`; never logged. */
  url: string;
  site: string;
  ledger: HqLedger;
  log: Log;
  /** A row could not be sent as it is; a placeholder went in its place. Called once a run for each row. */
  onQuarantine(seq: number, reason: Poison): void;
  /** HQ holds another history than this ledger: nothing is sent any more. */
  onDiverged(): void;
  limits?: Limits;
}

/** For `/metrics` and `menfang status`; counters since start. */
export interface HqStatus {
  connected: boolean;
  diverged: boolean;
  epoch: number;
  sentUpTo: number;
  receivedUpTo: number;
  /** Events without a receipt; while an old epoch is sent, at least so many. */
  behind: number;
  /** Wall time, UTC ms. */
  lastReceiptAt: number | undefined;
  /** Messages of HQ that were too large or not receipts. */
  refused: number;
  resent: number;
  quarantined: number;
}

const checkpointName = 'hq';
const largestReceiptBytes = 64 * 1024;

const isLater = (one: Position, other: Position): boolean =>
  one.epoch > other.epoch || (one.epoch === other.epoch && one.seq > other.seq);

/** A number of our rows is at most in memory: one batch being made, and the window's messages on their way out. */
export class HqLink {
  readonly #options: HqOptions;
  readonly #connection: HqConnection;
  readonly #jobs = new Set<Promise<void>>();
  readonly #counts = { refused: 0, resent: 0, quarantined: 0 };
  #window: WindowState | undefined;
  #batch: Batch | undefined;
  #receipt: HqReceipt | undefined;
  #isComparing = false;
  #checkpoint: Position | undefined;
  #isMoving = false;
  #quarantinedUpTo: Position = { epoch: 0, seq: 0 };
  #lastReceiptAt: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopListening: (() => void) | undefined;

  /** Throws when `url` is not a broker's. */
  constructor(options: HqOptions) {
    this.#options = options;
    const { url, site, log } = options;
    this.#connection = new HqConnection({
      url,
      site,
      log,
      onUp: () => this.#feed({ kind: 'connected' }),
      onDown: () => this.#feed({ kind: 'disconnected' }),
      onMessage: (payload) => this.#take(payload),
    });
  }

  /** Returns when the checkpoint is read; HQ itself may be away for as long as it likes. */
  async start(): Promise<void> {
    const { ledger, limits = usualLimits } = this.#options;
    this.#window = openWindow(limits, await ledger.checkpoint(checkpointName), ledger.head);
    this.#stopListening = ledger.onAppend(() => this.#feed({ kind: 'appended', head: ledger.head }));
    this.#connection.start();
  }

  /** Returns when nothing of the link touches the ledger any more. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    await this.#connection.stop();
    this.#feed({ kind: 'disconnected' });
    clearTimeout(this.#timer);
    while (this.#jobs.size > 0) await Promise.all(this.#jobs);
  }

  status(): HqStatus {
    const { head } = this.#options.ledger;
    const { phase, epoch, sent, base } = this.#window ?? { phase: 'offline', epoch: head.epoch, sent: 0, base: 0 };
    return {
      connected: phase === 'online',
      diverged: phase === 'diverged',
      epoch,
      sentUpTo: sent,
      receivedUpTo: base,
      behind: epoch === head.epoch ? head.seq - base : head.seq,
      lastReceiptAt: this.#lastReceiptAt,
      ...this.#counts,
    };
  }

  #feed(input: Input): void {
    if (!this.#window) return;
    const { state, effects } = next(this.#window, input, performance.now());
    this.#window = state;
    for (const effect of effects) this.#do(effect);
    clearTimeout(this.#timer);
    if (state.dueAt === undefined) return;
    this.#timer = setTimeout(() => this.#feed({ kind: 'tick' }), Math.max(1, state.dueAt - performance.now()));
  }

  #do(effect: Effect): void {
    switch (effect.kind) {
      case 'read':
        this.#run(this.#load(effect));
        return;
      case 'publish':
        this.#publish();
        return;
      case 'move-checkpoint':
        this.#checkpoint = effect.to;
        if (!this.#isMoving) this.#run(this.#move());
        return;
      case 'resent':
        this.#counts.resent += 1;
        return;
      case 'diverged':
        this.#options.log.error({ site: this.#options.site }, 'HQ link: HQ holds another history than this ledger');
        this.#options.onDiverged();
        return;
    }
  }

  /** A ledger that fails ends the program: nothing is caught here. */
  #run(job: Promise<void>): void {
    const done = job.finally(() => this.#jobs.delete(done));
    this.#jobs.add(done);
  }

  async #load({ epoch, after, limit }: Extract<Effect, { kind: 'read' }>): Promise<void> {
    const { site, ledger } = this.#options;
    const rows = await ledger.read(Math.max(0, after - 1), limit + 1, epoch);
    const batch = writeBatch(rows, { site, epoch, after, limit });
    this.#batch = batch;
    for (const { seq, reason } of batch.quarantined) this.#quarantine({ epoch, seq }, reason);
    this.#feed({ kind: 'loaded', epoch, after, to: batch.to, nextEpoch: batch.nextEpoch });
  }

  #quarantine(place: Position, reason: Poison): void {
    if (!isLater(place, this.#quarantinedUpTo)) return;
    this.#quarantinedUpTo = place;
    this.#counts.quarantined += 1;
    this.#options.log.error({ ...place, reason }, 'HQ link: a row is quarantined, a placeholder goes to HQ');
    this.#options.onQuarantine(place.seq, reason);
  }

  #publish(): void {
    if (this.#batch) this.#connection.publish(this.#batch.text);
    this.#batch = undefined;
  }

  /** Writes the newest checkpoint; those that come meanwhile are overtaken by their successor. */
  async #move(): Promise<void> {
    this.#isMoving = true;
    while (this.#checkpoint) {
      const to = this.#checkpoint;
      this.#checkpoint = undefined;
      await this.#options.ledger.moveCheckpoint(checkpointName, to);
    }
    this.#isMoving = false;
  }

  #take(payload: Buffer): void {
    const receipt = payload.length > largestReceiptBytes ? undefined : readReceipt(payload);
    if (!receipt) {
      this.#counts.refused += 1;
      this.#options.log.warn({ bytes: payload.length }, 'HQ link: a message on the receipts topic is no receipt');
      return;
    }
    // Receipts are cumulative: of those that wait, the highest speaks for all.
    const isHigher =
      !this.#receipt || isLater({ ...receipt, seq: receipt.upTo }, { ...this.#receipt, seq: this.#receipt.upTo });
    if (isHigher) this.#receipt = receipt;
    if (!this.#isComparing) this.#run(this.#compare());
  }

  /** Compares the receipt's hash with our own row's before the window hears of it. */
  async #compare(): Promise<void> {
    this.#isComparing = true;
    while (this.#receipt) {
      const { epoch, upTo, hash } = this.#receipt;
      this.#receipt = undefined;
      const ownHash = upTo === 0 ? genesis : await this.#ownHash({ epoch, seq: upTo });
      const own = ownHash === undefined ? 'absent' : ownHash === hash ? 'same' : 'other';
      this.#lastReceiptAt = Date.now();
      this.#feed({ kind: 'received', epoch, upTo, own });
    }
    this.#isComparing = false;
  }

  async #ownHash({ epoch, seq }: Position): Promise<string | undefined> {
    const [row] = await this.#options.ledger.read(seq - 1, 1, epoch);
    return row?.epoch === epoch && row.seq === seq ? row.hash : undefined;
  }
}

const readReceipt = (payload: Buffer): HqReceipt | undefined => {
  try {
    const parsed = hqReceipt.safeParse(JSON.parse(payload.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
