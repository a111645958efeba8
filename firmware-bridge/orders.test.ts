// Which orders are carried out, by every reason not to.
import assert from 'node:assert/strict';
import type { UnlockOrder } from '../edge/contract/orders.ts';
import { blankMemory, type DeviceMemory } from './memory.ts';
import { judge, type Verdict } from './orders.ts';

const lease = '0123456789abcdef';
const orderId = '01920000-0000-7000-8000-000000000001';
const order: UnlockOrder = { kind: 'unlock', orderId, compartment: 2, lease, ttlMs: 3_000 };
const judging = {
  leases: new Map([[lease, 1_000]]),
  memory: blankMemory,
  underWay: new Set<string>(),
  compartments: [1, 2, 3],
  now: 2_000,
};
const answered = (result: 'done' | 'expired' | 'failed'): DeviceMemory => ({
  ...blankMemory,
  answers: [{ orderId, result }],
});

const cases: [string, Partial<typeof judging>, Partial<UnlockOrder>, Verdict][] = [
  ['is fresh and new is obeyed until its lease is too old', {}, {}, { kind: 'obey', deadline: 4_000 }],
  ['has a lease that is too old expires', { now: 4_000 }, {}, { kind: 'expired' }],
  ['has a foreign lease expires', {}, { lease: 'ffffffffffffffff' }, { kind: 'expired' }],
  ['was done is a duplicate', { memory: answered('done') }, {}, { kind: 'duplicate', first: 'done' }],
  [
    'expired before is a duplicate, though its lease were fresh',
    { memory: answered('expired') },
    {},
    { kind: 'duplicate', first: 'expired' },
  ],
  [
    'was done is a duplicate even when its lease has run out',
    { memory: answered('failed'), now: 9_000 },
    {},
    { kind: 'duplicate', first: 'failed' },
  ],
  ['is being carried out gets one answer for both', { underWay: new Set([orderId]) }, {}, { kind: 'under-way' }],
  [
    'was begun before a restart is not begun again',
    { memory: { ...blankMemory, begun: [{ orderId, compartment: 2 }] } },
    {},
    { kind: 'under-way' },
  ],
  [
    'names a door that is not there fails with the cause',
    {},
    { compartment: 4 },
    { kind: 'failed', cause: 'this cabinet has no compartment 4' },
  ],
];

describe('an order that', () => {
  for (const [name, situation, change, verdict] of cases)
    it(name, () => assert.deepEqual(judge({ ...order, ...change }, { ...judging, ...situation }), verdict));
});
