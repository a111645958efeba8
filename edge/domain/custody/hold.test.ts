// Every status of a holding and everything that can happen to it.
import assert from 'node:assert/strict';
import { type HoldInput, type HoldStatus, isOver, isWaiting, nextStatus } from './hold.ts';

const inputs: HoldInput[] = [
  'place',
  'notify',
  'open',
  'collect',
  'return',
  'dispute',
  'withdraw',
  'hand-over',
  'give-up',
  'send-back',
  'shelve',
  'settle',
  'lose',
];
const table: [HoldStatus, Partial<Record<HoldInput, HoldStatus>>][] = [
  ['registered', { place: 'placed', withdraw: 'withdrawn' }],
  [
    'placed',
    {
      place: 'placed',
      notify: 'notified',
      open: 'in-hand',
      dispute: 'disputed',
      'hand-over': 'handed-over',
      'give-up': 'to-return',
      'send-back': 'returned',
    },
  ],
  [
    'notified',
    {
      place: 'notified',
      notify: 'notified',
      open: 'in-hand',
      dispute: 'disputed',
      'hand-over': 'handed-over',
      'give-up': 'to-return',
      'send-back': 'returned',
    },
  ],
  ['in-hand', { notify: 'in-hand', collect: 'collected', return: 'returned', dispute: 'disputed' }],
  ['collected', { notify: 'collected', dispute: 'disputed' }],
  ['handed-over', {}],
  ['to-return', { place: 'to-return', notify: 'to-return', 'hand-over': 'handed-over', 'send-back': 'returned' }],
  ['returned', {}],
  [
    'disputed',
    {
      place: 'disputed',
      notify: 'disputed',
      'hand-over': 'handed-over',
      'give-up': 'to-return',
      shelve: 'placed',
      settle: 'settled',
      lose: 'lost',
    },
  ],
  ['settled', {}],
  ['lost', {}],
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

  it('is settled or lost only out of a dispute', () => {
    for (const [status] of table)
      for (const input of ['shelve', 'settle', 'lose'] as const)
        assert.equal(nextStatus(status, input) !== undefined, status === 'disputed', `${status} + ${input}`);
  });

  it('waits while it is placed, and is over once it has left the house', () => {
    const where = (is: (status: HoldStatus) => boolean) => table.map(([status]) => status).filter(is);
    assert.deepEqual(where(isWaiting), ['placed', 'notified']);
    assert.deepEqual(where(isOver), ['collected', 'handed-over', 'returned', 'settled', 'lost', 'withdrawn']);
  });
});
