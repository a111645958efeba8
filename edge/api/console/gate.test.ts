// How often one address may knock before anybody is signed in.
import assert from 'node:assert/strict';
import { openGate } from './gate.ts';

describe('the gate before the sign-in', () => {
  it('lets ten knocks in at once, then one every six seconds', () => {
    let now = 0;
    const gate = openGate(() => now);
    const knocks = (times: number): number[] => Array.from({ length: times }, () => gate.knock('10.0.0.1'));
    assert.deepEqual(knocks(12), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6]);
    assert.equal(gate.knock('10.0.0.2'), 0, 'another address has its own measure');
    now = 6_000;
    assert.deepEqual(knocks(2), [0, 6]);
    now = 120_000;
    assert.equal(knocks(11).filter((wait) => wait === 0).length, 10);
  });

  it('remembers the thousand addresses that knocked last, and no more', () => {
    const gate = openGate(() => 0);
    for (let n = 0; n < 10; n += 1) gate.knock('first');
    for (let n = 0; n < 999; n += 1) gate.knock(`other ${n}`);
    assert.notEqual(gate.knock('first'), 0);
    gate.knock('one more');
    assert.equal(gate.knock('first'), 0);
  });
});
