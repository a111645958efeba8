// The HQ window, state by state.
import assert from 'node:assert/strict';
import { type Effect, type Input, type Limits, next, openWindow, type WindowState } from './window.ts';

const limits: Limits = { batch: 10, window: 2, receiptTimeoutMs: 100, longestTimeoutMs: 400 };

const opened = (checkpoint = 0, head = 100): WindowState =>
  openWindow(limits, { epoch: 1, seq: checkpoint }, { epoch: 1, seq: head });

/** Feeds the inputs in turn at time 0, or at `at` where given, and returns the last state with every effect. */
const play = (start: WindowState, ...inputs: (Input & { at?: number })[]) => {
  let state = start;
  const effects: Effect[] = [];
  for (const { at = 0, ...input } of inputs) {
    const step = next(state, input as Input, at);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects, kinds: effects.map(({ kind }) => kind) };
};

const connected = { kind: 'connected' } as const;
const disconnected = { kind: 'disconnected' } as const;
const tick = (at: number) => ({ kind: 'tick', at }) as const;
const loaded = (after: number, to: number, epoch = 1, nextEpoch?: number) =>
  ({ kind: 'loaded', epoch, after, to, nextEpoch }) as const;
const received = (upTo: number, own: 'same' | 'other' | 'absent' = 'same', epoch = 1) =>
  ({ kind: 'received', epoch, upTo, own }) as const;

describe('the HQ window', () => {
  it('reads nothing while HQ is away', () => {
    const { effects } = play(opened(), { kind: 'appended', head: { epoch: 1, seq: 101 } }, tick(1_000));
    assert.deepEqual(effects, []);
  });

  it('begins after the checkpoint', () => {
    const { effects } = play(opened(40), connected);
    assert.deepEqual(effects, [{ kind: 'read', epoch: 1, after: 40, limit: 10 }]);
  });

  it('has no more batches in flight than the window', () => {
    const { state, kinds } = play(opened(), connected, loaded(0, 10), loaded(10, 20));
    assert.deepEqual(state.flights, [10, 20]);
    assert.deepEqual(kinds, ['read', 'publish', 'read', 'publish']);
  });

  it('moves the checkpoint on a receipt and reads on', () => {
    const { effects } = play(opened(), connected, loaded(0, 10), loaded(10, 20), received(10));
    assert.deepEqual(effects.slice(4), [
      { kind: 'move-checkpoint', to: { epoch: 1, seq: 10 } },
      { kind: 'read', epoch: 1, after: 20, limit: 10 },
    ]);
  });

  it('takes one receipt for all that came before it', () => {
    const { state, effects } = play(opened(0, 20), connected, loaded(0, 10), loaded(10, 20), received(20));
    assert.deepEqual(state.flights, []);
    assert.equal(state.dueAt, undefined);
    assert.deepEqual(effects.at(-1), { kind: 'move-checkpoint', to: { epoch: 1, seq: 20 } });
  });

  it('does nothing for a receipt that comes twice, or late', () => {
    const before = play(opened(), connected, loaded(0, 10), loaded(10, 20), received(10), received(20));
    const after = play(before.state, received(20), received(10));
    assert.deepEqual(after.effects, []);
    assert.deepEqual([after.state.confirmed, after.state.base], [20, 20]);
  });

  it('skips what HQ already holds when an answer was lost before a restart', () => {
    const { effects } = play(opened(), connected, loaded(0, 10), received(55), loaded(10, 20));
    assert.deepEqual(effects.slice(-2), [
      { kind: 'move-checkpoint', to: { epoch: 1, seq: 55 } },
      { kind: 'read', epoch: 1, after: 55, limit: 10 },
    ]);
  });

  it('stops for good when the hash of a receipt is not that of our own row', () => {
    const { state, effects } = play(opened(), connected, loaded(0, 10), received(10, 'other'));
    assert.deepEqual(effects.at(-1), { kind: 'diverged' });
    const after = play(state, disconnected, connected, received(10), tick(10_000));
    assert.deepEqual(after.effects, []);
    assert.equal(after.state.confirmed, 0);
  });

  it('stops when HQ holds rows of this epoch that our ledger does not have', () => {
    const { kinds } = play(opened(), connected, loaded(0, 10), received(101, 'absent'));
    assert.equal(kinds.at(-1), 'diverged');
  });

  it('is not alarmed by what another epoch is receipted with', () => {
    const { state } = play(opened(), connected, loaded(0, 10), received(10, 'other', 2));
    assert.equal(state.phase, 'online');
    assert.equal(state.confirmed, 0);
  });

  it('sends again from the last receipt when HQ stays silent, one batch at a time', () => {
    const flying = play(opened(), connected, loaded(0, 10), loaded(10, 20), received(10), loaded(20, 30));
    assert.deepEqual(play(flying.state, tick(99)).effects, []);
    const { state, effects } = play(flying.state, tick(100), loaded(10, 20));
    assert.deepEqual(effects, [
      { kind: 'resent' },
      { kind: 'read', epoch: 1, after: 10, limit: 10 },
      { kind: 'publish' },
    ]);
    assert.deepEqual(state.flights, [20]);
  });

  it('waits longer at each silence, up to the longest', () => {
    let { state } = play(opened(), connected, loaded(0, 10));
    const waits: number[] = [];
    let at = 0;
    for (let silence = 0; silence < 4; silence += 1) {
      const { dueAt = 0 } = state;
      waits.push(dueAt - at);
      at = dueAt;
      state = play(state, tick(at), { ...loaded(0, 10), at }).state;
    }
    assert.deepEqual(waits, [100, 200, 400, 400]);
  });

  it('opens the whole window again at the first new receipt', () => {
    const { state, kinds } = play(
      opened(),
      connected,
      loaded(0, 10),
      tick(100),
      loaded(0, 10),
      received(10),
      loaded(10, 20),
    );
    assert.equal(state.silences, 0);
    assert.equal(kinds.at(-1), 'read');
  });

  it('sends again what HQ itself has lost, and leaves the checkpoint where it was', () => {
    const { state, effects } = play(opened(50, 60), connected, loaded(50, 60), received(30), tick(100));
    assert.deepEqual(effects.at(-1), { kind: 'read', epoch: 1, after: 30, limit: 10 });
    const healed = play(state, loaded(30, 40), received(40));
    assert.equal(
      healed.effects.some(({ kind }) => kind === 'move-checkpoint'),
      false,
    );
    assert.equal(healed.state.confirmed, 50);
  });

  it('forgets what was in flight when the connection breaks', () => {
    const { state, effects } = play(opened(), connected, loaded(0, 10), loaded(10, 20), disconnected, connected);
    assert.deepEqual(state.flights, []);
    assert.deepEqual(effects.at(-1), { kind: 'read', epoch: 1, after: 0, limit: 10 });
  });

  it('throws away rows that were read for the connection before', () => {
    const { kinds } = play(opened(), connected, loaded(0, 10), disconnected, loaded(10, 20), connected);
    assert.deepEqual(kinds, ['read', 'publish', 'read', 'read']);
  });

  it('sends what is appended while it waits', () => {
    const { effects } = play(opened(100), connected, { kind: 'appended', head: { epoch: 1, seq: 101 } });
    assert.deepEqual(effects, [{ kind: 'read', epoch: 1, after: 100, limit: 10 }]);
  });

  it('asks once for rows that are not there, and again after an append', () => {
    const dry = play(opened(), connected, loaded(0, 0));
    assert.deepEqual(dry.kinds, ['read']);
    assert.deepEqual(play(dry.state, { kind: 'appended', head: { epoch: 1, seq: 101 } }).kinds, ['read']);
  });

  it('finds the first epoch of a ledger that HQ has never seen', () => {
    const unseen = openWindow(limits, { epoch: 0, seq: 0 }, { epoch: 7, seq: 5 });
    const { effects } = play(unseen, connected, loaded(0, 0, 0, 7));
    assert.deepEqual(effects.at(-1), { kind: 'read', epoch: 7, after: 0, limit: 10 });
  });

  describe('after a restore began a new epoch', () => {
    const restored = openWindow(limits, { epoch: 1, seq: 15 }, { epoch: 9, seq: 5 });

    it('sends the new epoch only when HQ holds all of the old one', () => {
      const waiting = play(restored, connected, loaded(15, 20, 1, 9));
      assert.deepEqual(waiting.kinds, ['read', 'publish']);
      assert.deepEqual(play(waiting.state, received(19)).kinds, ['move-checkpoint']);
      assert.deepEqual(play(waiting.state, received(20)).effects, [
        { kind: 'move-checkpoint', to: { epoch: 1, seq: 20 } },
        { kind: 'read', epoch: 9, after: 0, limit: 10 },
      ]);
    });

    it('accepts that HQ holds rows of the old epoch which the restored card lost', () => {
      const { effects } = play(
        restored,
        connected,
        loaded(15, 20),
        received(33, 'absent'),
        loaded(20, 20),
        loaded(33, 33, 1, 9),
      );
      assert.deepEqual(effects.at(-1), { kind: 'read', epoch: 9, after: 0, limit: 10 });
    });

    it('ignores late receipts of the old epoch', () => {
      const { state } = play(restored, connected, loaded(15, 15, 1, 9), loaded(0, 5, 9), received(20));
      assert.deepEqual([state.epoch, state.confirmed, state.flights], [9, 0, [5]]);
    });
  });
});
