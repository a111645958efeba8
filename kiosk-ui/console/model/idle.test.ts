// A desk that is left alone is not left open.
import assert from 'node:assert/strict';
import { idleOf } from './idle.ts';

const at = { lastActive: 0, idleSeconds: 900, endsAt: 1e12 };

describe('a desk left alone', () => {
  it('is asked a minute before the end, and is over at the end', () => {
    assert.deepEqual(idleOf(at, 839_000), { kind: 'active' });
    assert.deepEqual(idleOf(at, 840_000), { kind: 'warning', secondsLeft: 60 });
    assert.deepEqual(idleOf(at, 899_500), { kind: 'warning', secondsLeft: 1 });
    assert.deepEqual(idleOf(at, 900_000), { kind: 'over' });
  });

  it('is asked as well when the sign-in ends whatever one does', () => {
    const busy = { lastActive: 999_000, idleSeconds: 900, endsAt: 1_000_000 };
    assert.deepEqual(idleOf(busy, 999_000), { kind: 'warning', secondsLeft: 1 });
    assert.deepEqual(idleOf(busy, 1_000_000), { kind: 'over' });
  });
});
