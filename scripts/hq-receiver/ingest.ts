// The one way into HQ's store: messages that wait together share one commit, and none is answered before it.
import type { HqReceipt } from '../../edge/contract/hq.ts';
import { type Heads, judge, receiptOf } from './judge.ts';
import type { Delivery, Store } from './store.ts';

interface Waiting {
  site: string;
  payload: Buffer;
  answer(receipt: HqReceipt | undefined): void;
  fail(cause: unknown): void;
}

/** Enough to be quick, few enough that a commit stays short. */
const largestGroup = 64;

export class Ingest {
  readonly #store: Store;
  readonly #heads = new Map<string, Heads>();
  #waiting: Waiting[] = [];
  #isWorking = false;

  constructor(store: Store) {
    this.#store = store;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Stores what continues the site's chain and answers how far it goes after the commit; undefined when the message did not
   * tell its epoch. Rejects when the store failed: the process should end.
   */
  ingest(site: string, payload: Buffer): Promise<HqReceipt | undefined> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ site, payload, answer, fail });
      if (!this.#isWorking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, largestGroup);
      try {
        await this.#commit(group);
      } catch (cause) {
        for (const { fail } of group) fail(cause);
      }
    }
    this.#isWorking = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const deliveries = new Map<string, Delivery>();
    const epochs: (number | undefined)[] = [];
    for (const { site, payload } of group) {
      const before = deliveries.get(site) ?? { site, heads: await this.#headsOf(site), taken: [], aside: [] };
      const { heads, taken, aside, receipt } = judge(payload, before.heads);
      epochs.push(receipt?.epoch);
      deliveries.set(site, {
        site,
        heads,
        taken: [...before.taken, ...taken],
        aside: [...before.aside, ...aside],
      });
    }
    await this.#store.commit([...deliveries.values()], Date.now());
    for (const { site, heads } of deliveries.values()) this.#heads.set(site, heads);
    for (const [index, { site, answer }] of group.entries()) {
      const epoch = epochs[index];
      answer(epoch === undefined ? undefined : receiptOf(this.#heads.get(site) ?? new Map(), epoch));
    }
  }

  async #headsOf(site: string): Promise<Heads> {
    return this.#heads.get(site) ?? this.#store.heads(site);
  }
}
