// How a rate is kept.
import assert from 'node:assert/strict';
import { fullBucket, take } from './token-bucket.ts';

describe('a rate', () => {
  const rate = { perSecond: 10, burst: 5 };

  it('lets a burst pass, then asks to wait until the debt is paid', () => {
    const first = take(fullBucket(rate, 0), rate, { amount: 5, now: 0 });
    assert.equal(first.waitMs, 0);
    const second = take(first.bucket, rate, { amount: 1, now: 0 });
    assert.equal(second.waitMs, 100);
    assert.equal(take(second.bucket, rate, { amount: 1, now: 200 }).waitMs, 0);
  });

  it('saves up no more than a burst, and nothing when time stands or goes back', () => {
    assert.equal(take(fullBucket(rate, 0), rate, { amount: 6, now: 3_600_000 }).waitMs, 100);
    const { bucket } = take(fullBucket(rate, 1_000), rate, { amount: 5, now: 1_000 });
    assert.equal(take(bucket, rate, { amount: 1, now: 0 }).waitMs, 100);
  });
});
