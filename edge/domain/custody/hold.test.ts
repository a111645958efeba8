// Every status of a holding and everything that can happen to it.
import assert from 'node:assert/strict';
import { type HoldInput, type HoldStatus, isOver, isWaiting, nextStatus } from './hold.ts';

const inputs: HoldInput[] = ['place', 'notify', 'open', 'collect', 'return', 'dispute', 'withdraw'];
const table: [HoldStatus, Partial<Record<HoldInput, HoldStatus>>][] = [
  ['registered', { place: 'placed', withdraw: 'withdrawn' }],
  ['placed', { notify: 'notified', open: 'in-hand', dispute: 'disputed' }],
  ['notified', { notify: 'notified', open: 'in-hand', dispute: 'disputed' }],
  ['in-hand', { notify: 'in-hand', collect: 'collected', return: 'returned', dispute: 'disputed' }],
  ['collected', { notify: 'collected', dispute: 'disputed' }],
  ['returned', {}],
  ['disputed', { notify: 'disputed' }],
  ['withdrawn', {}],
];

describe('a holding', () => {
  for (const [status, moves] of table)
    it(`that is ${status} goes only where it may`, () => {
      for (const input of inputs) assert.equal(nextStatus(status, input), moves[input], `${status} + ${input}`);
    });

  it('is collected or returned only out of somebody’s hands [S5]', () => {
    for (const [status] of table)
      for (const input of ['collect', 'return'] as const)
        assert.equal(nextStatus(status, input) !== undefined, status === 'in-hand');
  });

  it('waits while it is placed, and is over once it has left the house', () => {
    const where = (is: (status: HoldStatus) => boolean) => table.map(([status]) => status).filter(is);
    assert.deepEqual(where(isWaiting), ['placed', 'notified']);
    assert.deepEqual(where(isOver), ['collected', 'returned', 'withdrawn']);
  });
});
