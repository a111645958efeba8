// The wire is never faster than its baud rate, loses nothing and keeps the order.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrive, idleWire, nextArrival, send } from './pacer.ts';

describe('a paced wire', () => {
  it('carries 1000 bytes at 9600 baud in 1042 ms', () => {
    const wire = send(idleWire(9_600), new Uint8Array(1_000), 0);
    assert.equal(Math.round(wire.freeAt), 1_042);
    assert.equal(arrive(wire, 1_041).arrived.length, 999);
    assert.equal(arrive(wire, 1_042).arrived.length, 1_000);
  });

  it('carries command and answer of "query 24 locks" in 12.5 ms at 9600 baud', () => {
    const { freeAt } = send(idleWire(9_600), new Uint8Array(5), 0);
    assert.equal(send(idleWire(9_600), new Uint8Array(7), freeAt).freeAt.toFixed(1), '12.5');
  });

  it('does not save up speed while nothing is sent', () => {
    const first = arrive(send(idleWire(9_600), [1], 0), 1_000).wire;
    assert.equal(nextArrival(send(first, [2], 1_000)), 1_000 + first.byteMs);
  });

  it('is never faster than its baud rate, whatever is written when and read when', () => {
    const step = fc.record({ afterMs: fc.double({ min: 0, max: 20, noNaN: true }), bytes: fc.uint8Array({ max: 20 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = 0;
        let wire = idleWire(9_600);
        const seen: { byte: number; dueAt: number }[] = [];
        for (const { afterMs, bytes } of steps) {
          now += afterMs;
          const taken = arrive(wire, now);
          for (const arrival of taken.arrived) assert.ok(arrival.dueAt <= now);
          seen.push(...taken.arrived);
          wire = send(taken.wire, bytes, now);
          assert.ok(nextArrival(wire) > now);
        }
        seen.push(...arrive(wire, Number.POSITIVE_INFINITY).arrived);
        assert.deepEqual(
          seen.map(({ byte }) => byte),
          steps.flatMap(({ bytes }) => [...bytes]),
        );
        seen.forEach(({ dueAt }, i) => {
          const before = seen[i - 1]?.dueAt ?? 0;
          assert.ok(dueAt - before >= wire.byteMs - 1e-6);
        });
      }),
      { seed: 9600, numRuns: 100 },
    );
  });
});
