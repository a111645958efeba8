// The HQ window over a line that loses, doubles and reorders, to an HQ that keeps the contract.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from '../../ledger/unit.ts';
import { type Effect, type Input, type Limits, next, openWindow } from './window.ts';

const limits: Limits = { batch: 3, window: 3, receiptTimeoutMs: 10, longestTimeoutMs: 40 };
type Batch = { epoch: number; after: number; to: number; nextEpoch?: number | undefined };

/** One site and one HQ in one thread; what is on the line waits in two bags, so that it can be lost, doubled and swapped. */
class World {
  readonly epochs: readonly number[];
  readonly held = new Map<number, number>();
  readonly stored: string[] = [];
  checkpoint: Position = { epoch: 0, seq: 0 };
  now = 0;
  #toHq: Batch[] = [];
  #toSite: Position[] = [];
  #read: Batch | undefined;
  #leaving: Batch | undefined;
  #state;

  constructor(epochs: readonly number[]) {
    this.epochs = epochs;
    this.#state = openWindow(limits, this.checkpoint, { epoch: epochs.length, seq: epochs.at(-1) ?? 0 });
  }

  feed(input: Input): void {
    const { state, effects } = next(this.#state, input, this.now);
    this.#state = state;
    assert.ok(state.flights.length <= limits.window);
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    if (effect.kind === 'diverged') assert.fail('an honest HQ never diverges');
    if (effect.kind === 'read') {
      assert.equal(this.#read, undefined, 'one read at a time');
      const { epoch, after, limit } = effect;
      const end = this.epochs[epoch - 1] ?? 0;
      const to = Math.min(after + limit, end);
      const following = this.epochs.findIndex((count, index) => index >= epoch && count > 0) + 1;
      this.#read = { epoch, after, to, nextEpoch: to === end && following > 0 ? following : undefined };
    }
    if (effect.kind === 'publish' && this.#leaving) this.#toHq.push(this.#leaving);
    if (effect.kind !== 'move-checkpoint') return;
    const { epoch, seq } = effect.to;
    assert.ok(epoch > this.checkpoint.epoch || seq > this.checkpoint.seq, 'the checkpoint only rises');
    assert.ok((this.held.get(epoch) ?? 0) >= seq, 'the checkpoint never passes what HQ holds');
    for (let old = 1; old < epoch; old += 1) assert.equal(this.held.get(old) ?? 0, this.epochs[old - 1]);
    this.checkpoint = effect.to;
  }

  /** Hands over the rows last asked for. */
  load(): void {
    const read = this.#read;
    if (!read) return;
    this.#read = undefined;
    this.#leaving = read;
    this.feed({ kind: 'loaded', ...read });
  }

  /** HQ takes the batch at `pick`, stores what follows without a gap, and answers. */
  hqTakes(pick: number, isDoubled = false): void {
    const [batch] = this.#toHq.splice(pick % Math.max(this.#toHq.length, 1), 1);
    if (!batch) return;
    if (isDoubled) this.#toHq.push(batch);
    const { epoch, after, to } = batch;
    for (let seq = after + 1; seq <= to; seq += 1) {
      if (seq !== (this.held.get(epoch) ?? 0) + 1) continue;
      this.held.set(epoch, seq);
      this.stored.push(`${epoch}/${seq}`);
    }
    this.#toSite.push({ epoch, seq: this.held.get(epoch) ?? 0 });
  }

  siteTakes(pick: number, isDoubled = false): void {
    const [receipt] = this.#toSite.splice(pick % Math.max(this.#toSite.length, 1), 1);
    if (!receipt) return;
    if (isDoubled) this.#toSite.push(receipt);
    this.feed({ kind: 'received', epoch: receipt.epoch, upTo: receipt.seq, own: 'same' });
  }

  lose(pick: number): void {
    this.#toHq.splice(pick % Math.max(this.#toHq.length, 1), 1);
    this.#toSite.splice(pick % Math.max(this.#toSite.length, 1), 1);
  }

  /** The edge is killed: only the checkpoint is left of it. */
  restart(): void {
    this.#read = undefined;
    this.#state = openWindow(limits, this.checkpoint, { epoch: this.epochs.length, seq: this.epochs.at(-1) ?? 0 });
    this.feed({ kind: 'connected' });
  }

  wait(ms: number): void {
    this.now += ms;
    this.feed({ kind: 'tick' });
  }
}

type Deed = (world: World) => void;
const pick = fc.nat(20);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.constant((world: World) => world.load()) },
  {
    weight: 4,
    arbitrary: fc.tuple(pick, fc.boolean()).map(
      ([at, twice]): Deed =>
        (world) =>
          world.hqTakes(at, twice),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(pick, fc.boolean()).map(
      ([at, twice]): Deed =>
        (world) =>
          world.siteTakes(at, twice),
    ),
  },
  {
    weight: 2,
    arbitrary: pick.map(
      (at): Deed =>
        (world) =>
          world.lose(at),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(30).map(
      (ms): Deed =>
        (world) =>
          world.wait(ms),
    ),
  },
  fc.constant((world: World) => world.feed({ kind: 'connected' })),
  fc.constant((world: World) => world.feed({ kind: 'disconnected' })),
  fc.constant((world: World) => world.restart()),
);

describe('the HQ window on a bad line', () => {
  it('brings every event to HQ once in effect, in order, epoch by epoch', () => {
    const epochs = fc.array(fc.nat(25), { minLength: 1, maxLength: 3 });
    const property = fc.property(epochs, fc.array(deeds, { maxLength: 150 }), (rows, trouble) => {
      const world = new World(rows);
      world.feed({ kind: 'connected' });
      for (const deed of trouble) deed(world);
      world.feed({ kind: 'connected' });
      for (let calm = 0; calm < 300; calm += 1) {
        world.load();
        world.hqTakes(0);
        world.siteTakes(0);
        world.wait(5);
      }
      const every = rows.flatMap((count, index) =>
        Array.from({ length: count }, (_, seq) => `${index + 1}/${seq + 1}`),
      );
      assert.deepEqual(world.stored, every);
      const last = rows.findLastIndex((count) => count > 0);
      if (last >= 0) assert.deepEqual(world.checkpoint, { epoch: last + 1, seq: rows[last] });
    });
    fc.assert(property, { seed: 20_261_121, numRuns: 400 });
  });
});
