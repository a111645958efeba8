// How long a lease makes an order fresh.
import assert from 'node:assert/strict';
import { lease as leaseSchema } from '../edge/contract/orders.ts';
import { deadlineOf, newLease, withLease } from './lease.ts';

describe('lease', () => {
  const mine = newLease();
  const leases = withLease(new Map(), mine, 10_000);

  it('is 64 random bits, never the same twice', () => {
    const made = Array.from({ length: 1_000 }, newLease);
    assert.equal(new Set(made).size, 1_000);
    for (const one of made) leaseSchema.parse(one);
  });

  it('makes an order fresh until its ttl has run out since the lease was issued, to the millisecond', () => {
    const order = { lease: mine, ttlMs: 3_000 };
    assert.equal(deadlineOf(leases, order, 12_999), 13_000);
    assert.equal(deadlineOf(leases, order, 13_000), undefined);
  });

  it('of somebody else, or from before this start, is worth nothing', () => {
    assert.equal(deadlineOf(leases, { lease: newLease(), ttlMs: 3_000 }, 10_001), undefined);
    assert.equal(deadlineOf(new Map(), { lease: mine, ttlMs: 3_000 }, 10_001), undefined);
  });

  it('is forgotten when no order could use it any more', () => {
    const later = withLease(leases, newLease(), 15_001);
    assert.equal(later.size, 1);
  });
});
