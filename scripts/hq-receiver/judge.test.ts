// What HQ takes of a message, and what it says then.
import assert from 'node:assert/strict';
import type { HqEvent } from '../../edge/contract/hq.ts';
import { chainHash, genesis } from '../../edge/ledger/chain.ts';
import { type Heads, judge } from './judge.ts';

const events = (from: number, to: number, { epoch = 1, previous = genesis, word = 'a' } = {}): HqEvent[] => {
  let hash = previous;
  const all: HqEvent[] = [];
  for (let seq = 1; seq <= to; seq += 1) {
    hash = chainHash(hash, seq, `${word}${seq}`);
    all.push({
      specversion: '1.0',
      id: `0197a000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
      source: '/menfang/garden',
      type: 'ParcelPlaced',
      time: '2026-11-21T18:00:00.000Z',
      datacontenttype: 'text/plain',
      sequence: seq,
      epoch,
      hash,
      data: `${word}${seq}`,
    });
  }
  return all.slice(from - 1);
};
const say = (value: unknown, heads: Heads = new Map()) => judge(Buffer.from(JSON.stringify(value)), heads);
const none: Heads = new Map();

describe('HQ', () => {
  it('takes what continues the chain and says how far it goes', () => {
    const { taken, receipt } = say(events(1, 3));
    assert.deepEqual(
      taken.map(({ seq, isProven }) => [seq, isProven]),
      [
        [1, true],
        [2, true],
        [3, true],
      ],
    );
    assert.deepEqual(receipt, { epoch: 1, upTo: 3, hash: events(3, 3)[0]?.hash });
  });

  it('passes over doubles and answers them all the same', () => {
    const { heads } = say(events(1, 3));
    const { taken, receipt } = say(events(1, 5), heads);
    assert.deepEqual(
      taken.map(({ seq }) => seq),
      [4, 5],
    );
    assert.equal(receipt?.upTo, 5);
  });

  it('takes nothing beyond a gap and says where the gap begins', () => {
    const { heads } = say(events(1, 3));
    const { taken, receipt } = say(events(5, 6), heads);
    assert.deepEqual(taken, []);
    assert.equal(receipt?.upTo, 3);
    assert.deepEqual(say(events(2, 3), none).receipt, { epoch: 1, upTo: 0, hash: genesis });
  });

  it('lays aside what follows from another history and keeps its own head', () => {
    const { heads, receipt: before } = say(events(1, 3));
    const { taken, aside, receipt } = say(events(4, 5, { word: 'b' }), heads);
    assert.deepEqual(taken, []);
    assert.deepEqual(
      aside.map(({ reason }) => reason),
      ['chain'],
    );
    assert.deepEqual(receipt, before);
  });

  it('believes the hash of a placeholder and goes on', () => {
    const [first, second, third] = events(1, 3);
    const { taken, aside } = say([first, { ...second, type: 'RowQuarantined', data: '' }, third]);
    assert.deepEqual(
      taken.map(({ isProven }) => isProven),
      [true, false, true],
    );
    assert.deepEqual(aside, []);
  });

  it('is not stopped by an event against the contract', () => {
    const [first, second, third] = events(1, 3);
    const { taken, aside, receipt } = say([first, { ...second, type: 7 }, third]);
    assert.deepEqual(
      taken.map(({ seq }) => seq),
      [1, 2, 3],
    );
    assert.deepEqual(
      aside.map(({ reason }) => reason),
      ['not-an-event'],
    );
    assert.equal(receipt?.upTo, 3);
  });

  it('begins a new epoch on the end of the one before', () => {
    const { heads, receipt } = say(events(1, 3));
    const next = say(events(1, 1, { epoch: 99, previous: receipt?.hash ?? '' }), heads);
    assert.deepEqual(
      next.taken.map(({ epoch, isProven }) => [epoch, isProven]),
      [[99, true]],
    );
  });

  it('believes the first row of an epoch that builds on an earlier row than HQ holds', () => {
    const { heads } = say(events(1, 3));
    const next = say(events(1, 2, { epoch: 99, previous: events(2, 2)[0]?.hash ?? '' }), heads);
    assert.deepEqual(
      next.taken.map(({ isProven }) => isProven),
      [false, true],
    );
  });

  for (const [what, payload] of [
    ['no JSON', '{"half'],
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a list of more than 200', JSON.stringify(Array(201).fill(0))],
    ['more than a megabyte', JSON.stringify(['x'.repeat(1024 * 1024)])],
  ] as const) {
    it(`lays ${what} aside, of bounded size, and gives no receipt`, () => {
      const { taken, aside, receipt } = judge(Buffer.from(payload), none);
      assert.deepEqual([taken, receipt], [[], undefined]);
      assert.deepEqual(
        aside.map(({ reason }) => reason),
        ['not-a-batch'],
      );
      assert.ok((aside[0]?.payload.length ?? 0) <= 64 * 1024);
    });
  }

  it('lays aside an element that does not say where it belongs, and takes the others', () => {
    const [first, second] = events(1, 2);
    const { taken, aside } = say([first, '__proto__', second]);
    assert.deepEqual(
      taken.map(({ seq }) => seq),
      [1, 2],
    );
    assert.deepEqual(
      aside.map(({ reason }) => reason),
      ['no-place'],
    );
  });
});
