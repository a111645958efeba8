// Rows of the ledger on their way into a message.
import assert from 'node:assert/strict';
import { hqBatch } from '../../contract/hq.ts';
import { chainHash, genesis } from '../../ledger/chain.ts';
import type { Row } from '../../ledger/unit.ts';
import { writeBatch } from './batch.ts';
import { largestBodyBytes, placeholderType } from './envelope.ts';

const bodyOf = (seq: number): string =>
  JSON.stringify({
    v: 1,
    seq,
    id: `0197a000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    type: 'ParcelPlaced',
    at: { wallMs: 1_700_000_000_000 + seq },
    data: '门房 "\\',
  });

/** `count` chained rows of an epoch; `bodies` replaces some before they are hashed. */
const chain = (count: number, { epoch = 5, bodies = new Map<number, string>() } = {}): Row[] => {
  let previous = genesis;
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const body = bodies.get(seq) ?? bodyOf(seq);
    previous = chainHash(previous, seq, body);
    return { epoch, seq, hash: previous, body };
  });
};

const span = { site: 'garden', epoch: 5, after: 0, limit: 200 };
const eventsOf = (text: string) => hqBatch.parse(JSON.parse(text));

/** HQ's view: the sequence is gap-free, and where there is data the hash is proven. */
const assertWhole = (text: string, after = 0): void => {
  for (const [index, event] of eventsOf(text).entries()) assert.equal(event.sequence, after + index + 1);
};

describe('a batch for HQ', () => {
  it('carries the ledger bodies byte for byte, with place and hash', () => {
    const rows = chain(3);
    const { text, to, quarantined } = writeBatch(rows, span);
    const events = eventsOf(text);
    assert.deepEqual(
      events.map(({ data }) => data),
      rows.map(({ body }) => body),
    );
    assert.deepEqual(
      events.map(({ hash }) => hash),
      rows.map(({ hash }) => hash),
    );
    assert.equal(events[0]?.time, '2023-11-14T22:13:20.001Z');
    assert.equal(events[0]?.source, '/menfang/garden');
    assert.equal(to, 3);
    assert.deepEqual(quarantined, []);
  });

  it('begins after the place it is given and ends at its limit', () => {
    const { text, to, nextEpoch } = writeBatch(chain(10).slice(3), { ...span, after: 4, limit: 3 });
    assertWhole(text, 4);
    assert.equal(to, 7);
    assert.equal(nextEpoch, undefined);
  });

  it('names the next epoch when its own is read to the end', () => {
    const rows = [...chain(3).slice(2), ...chain(2, { epoch: 9 })];
    const { to, nextEpoch } = writeBatch(rows, { ...span, after: 3 });
    assert.deepEqual([to, nextEpoch], [3, 9]);
  });

  it('stays below a megabyte, and never lets a long event wait for ever', () => {
    const long = JSON.stringify({ ...JSON.parse(bodyOf(1)), data: 'x'.repeat(200_000) });
    const rows = chain(4, { bodies: new Map([1, 2, 3, 4].map((seq) => [seq, long])) });
    const { text, to } = writeBatch(rows, span);
    assert.equal(to, 2);
    assert.ok(Buffer.byteLength(text) < 1_000_000);
  });

  const poisons = [
    ['not JSON', 'not-json', 'half a row {'],
    ['without an id', 'not-an-event', JSON.stringify({ type: 'ParcelPlaced', at: { wallMs: 1 } })],
    ['of the year 275760', 'not-an-event', bodyOf(2).replace(/"wallMs":\d+/, '"wallMs":8640000000000000')],
    ['too large for a broker', 'too-large', `"${'x'.repeat(largestBodyBytes)}"`],
  ] as const;
  for (const [what, reason, body] of poisons) {
    it(`sends a placeholder for a row that is ${what}`, () => {
      const { text, to, quarantined } = writeBatch(chain(3, { bodies: new Map([[2, body]]) }), span);
      const events = eventsOf(text);
      assertWhole(text);
      assert.equal(to, 3);
      assert.deepEqual(quarantined, [{ seq: 2, reason }]);
      assert.equal(events[1]?.type, placeholderType);
      assert.equal(events[1]?.data, '');
      assert.equal(events[2]?.type, 'ParcelPlaced');
    });
  }

  it('sends the same placeholder each time', () => {
    const rows = chain(2, { bodies: new Map([[2, '?']]) });
    assert.equal(writeBatch(rows, span).text, writeBatch(rows, span).text);
  });

  it('quarantines a row that was edited in the file', () => {
    const rows = chain(3).map((row) => (row.seq === 2 ? { ...row, body: bodyOf(7) } : row));
    assert.deepEqual(writeBatch(rows, span).quarantined, [{ seq: 2, reason: 'chain' }]);
    assert.deepEqual(writeBatch(rows, { ...span, after: 1 }).quarantined, [{ seq: 2, reason: 'chain' }]);
  });

  it('stays gap-free over a row that is gone, and over one whose hash is none', () => {
    const gone = writeBatch(
      chain(4).filter(({ seq }) => seq !== 2),
      span,
    );
    assertWhole(gone.text);
    assert.deepEqual(gone.quarantined, [
      { seq: 2, reason: 'missing' },
      { seq: 3, reason: 'chain' },
    ]);
    const blank = writeBatch(
      chain(4).map((row) => (row.seq === 2 ? { ...row, hash: '' } : row)),
      span,
    );
    assertWhole(blank.text);
    assert.deepEqual(blank.quarantined, gone.quarantined);
  });
});
