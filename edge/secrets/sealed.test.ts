// What sealed personal data withstands.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seal, unseal } from './sealed.ts';

const keys = { personalKey: Buffer.alloc(32, 3) };
const unsealable = { fault: 'unsealable' };
const doses = { numRuns: 80, seed: 3 };

describe('sealed personal data', () => {
  it('comes back whole for its own id', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.json({ maxDepth: 1 }), (id, json) => {
        assert.deepEqual(unseal(keys, id, seal(keys, id, json)), { json });
      }),
      doses,
    );
  });

  it('is refused under another id and by another node', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, other) => {
        fc.pre(id !== other);
        const sealed = seal(keys, id, '{}');
        assert.deepEqual(unseal(keys, other, sealed), unsealable);
        assert.deepEqual(unseal({ personalKey: Buffer.alloc(32, 4) }, id, sealed), unsealable);
      }),
      doses,
    );
  });

  it('is refused after any one bit has changed, or when it is cut short', () => {
    const sealed = seal(keys, 'p1', '{"name":"王"}');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        assert.deepEqual(unseal(keys, 'p1', changed), unsealable);
        assert.deepEqual(unseal(keys, 'p1', sealed.subarray(0, at)), unsealable);
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it('has a key of its own each time, so that two people with one name do not look alike', () => {
    const [one, other] = [seal(keys, 'p1', '{}'), seal(keys, 'p1', '{}')];
    assert.notDeepEqual(one, other);
    // One row's wrapped key does not open another row's data.
    const crossed = Buffer.concat([one.subarray(0, 61), other.subarray(61)]);
    assert.deepEqual(unseal(keys, 'p1', crossed), unsealable);
  });
});
