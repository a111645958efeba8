// Requests of the 0x8A family byte for byte, and the one that must never be written.
import assert from 'node:assert/strict';
import { write } from './writer.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('lock board writer', () => {
  it('writes the requests that the boards are documented with [hardware: 0x8A]', () => {
    assert.equal(hex(write({ kind: 'unlock', board: 1, lock: 1 })), '8a0101119b');
    assert.equal(hex(write({ kind: 'query-one', board: 1, lock: 1 })), '80010133b3');
    assert.equal(hex(write({ kind: 'query-all', board: 1, locks: 24 })), '80010033b2');
  });

  it('never writes lock 0, which would open every door of the board [S4]', () => {
    for (const lock of [0, -1, 256, 1.5, Number.NaN])
      assert.throws(() => write({ kind: 'unlock', board: 1, lock }), RangeError);
    assert.throws(() => write({ kind: 'unlock', board: 0, lock: 1 }), RangeError);
  });
});
