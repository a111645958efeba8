// What the workload says is what the gate hears, and nothing that others say.
import assert from 'node:assert/strict';
import { acknowledged, acknowledgement } from './acknowledgement.ts';

const head = { epoch: 5, seq: 12, hash: 'ab'.repeat(32) };

describe('an acknowledgement', () => {
  it('is heard as it was said, several at once too', () => {
    const next = { ...head, seq: 13 };
    assert.deepEqual(acknowledged(acknowledgement(head) + acknowledgement(next)), [head, next]);
  });

  it('is not heard where only its words are spoken', () => {
    assert.deepEqual(acknowledged('say("durable ")\nnot durable 1 2'), []);
    assert.deepEqual(acknowledged(`x${acknowledgement(head)}`), []);
  });
});
