// The chain: every change of what is stored is found.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { composeBatch } from './batch.ts';
import { chainHash, followChain, genesis } from './chain.ts';
import { newEvent, newUnit } from './ledger.fixture.ts';
import type { Row } from './unit.ts';

const start = { epoch: 3, seq: 0, hash: genesis };
const property = { numRuns: 200, seed: 20_260_101 };

const chainOf = (count: number): Row[] => {
  const events = Array.from({ length: count }, (_, index) => newEvent('DoorForced', { index, 'é"\u0000\ud800': '柜' }));
  return composeBatch('site-1', start, [newUnit({ events })]).rows.flat();
};
const isWhole = (rows: readonly Row[], head: Row | undefined): boolean => {
  const end = followChain('site-1', start, rows);
  return !('problem' in end) && end.hash === head?.hash && end.seq === head.seq;
};
const chain = chainOf(12);
const index = fc.nat({ max: chain.length - 1 });

describe('the hash chain', () => {
  it('is SHA-256 over the previous hash, the place as eight bytes, and the body', () => {
    const place = Buffer.from('0000000100000002', 'hex');
    const bytes = Buffer.concat([Buffer.from('ab'.repeat(32), 'hex'), place, Buffer.from('{"包":1}')]);
    const expected = createHash('sha256').update(bytes).digest('hex');
    assert.equal(chainHash('ab'.repeat(32), 2 ** 32 + 2, '{"包":1}'), expected);
  });

  it('is whole as it was written', () => {
    assert.ok(isWhole(chain, chain.at(-1)));
  });

  it('shows any edited character', () => {
    fc.assert(
      fc.property(index, fc.nat(), fc.integer({ min: 33, max: 126 }), (at, where, code) => {
        const rows = chain.map((row, i) => {
          const cut = where % row.body.length;
          const body = row.body.slice(0, cut) + String.fromCharCode(code) + row.body.slice(cut + 1);
          return i === at ? { ...row, body } : row;
        });
        assert.equal(isWhole(rows, chain.at(-1)), rows[at]?.body === chain[at]?.body);
      }),
      property,
    );
  });

  it('shows any deleted row and any cut, the end included, against a known head', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 12 }), (at, count) => {
        assert.ok(!isWhole(chain.toSpliced(at, count), chain.at(-1)));
      }),
      property,
    );
  });

  it('shows any two swapped rows, also when their places are renumbered', () => {
    fc.assert(
      fc.property(index, index, fc.boolean(), (a, b, renumbered) => {
        fc.pre(a !== b);
        const swapped = chain.map((row, i) => (i === a ? chain[b] : i === b ? chain[a] : row)) as Row[];
        const rows = renumbered ? swapped.map((row, i) => ({ ...row, seq: i + 1 })) : swapped;
        assert.ok(!isWhole(rows, chain.at(-1)));
      }),
      property,
    );
  });

  it('shows a history that was written again from some place on', () => {
    fc.assert(
      fc.property(index, (at) => {
        const before = at === 0 ? start : (chain[at - 1] ?? start);
        const again = composeBatch('site-1', before, [newUnit(), newUnit()]).rows.flat();
        const rows = [...chain.slice(0, at), ...again].slice(0, chain.length);
        assert.ok(!isWhole(rows, chain.at(-1)));
      }),
      property,
    );
  });

  it('shows a row of another site or epoch whose hash was made to fit', () => {
    for (const [site, epoch] of [['site-2', 3] as const, ['site-1', 4] as const]) {
      const [row] = composeBatch(site, { ...start, epoch }, [newUnit()]).rows.flat();
      assert.ok(row);
      const end = followChain('site-1', start, [{ ...row, epoch: 3 }]);
      assert.ok('problem' in end && end.problem === 'edited');
    }
  });
});
