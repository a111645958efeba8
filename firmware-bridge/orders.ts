// Judges an order of the edge: whether it may be carried out, and if not, what is answered.
import type { UnlockOrder } from '../edge/contract/orders.ts';
import { deadlineOf, type Leases } from './lease.ts';
import type { DeviceMemory } from './memory.ts';

export type Verdict =
  | { kind: 'obey'; deadline: number }
  | { kind: 'expired' }
  | { kind: 'duplicate'; first: 'done' | 'expired' | 'failed' }
  /** The first answer is still on its way and will serve for both. */
  | { kind: 'under-way' }
  | { kind: 'failed'; cause: string };

export interface Judging {
  leases: Leases;
  memory: DeviceMemory;
  /** Ids accepted since the start and not answered yet. */
  underWay: ReadonlySet<string>;
  compartments: readonly number[];
  /** Monotonic milliseconds. */
  now: number;
}

/** An order opens something once, only here, and only with a fresh lease of this device's own [S2, S3]. */
export const judge = (order: UnlockOrder, { leases, memory, underWay, compartments, now }: Judging): Verdict => {
  const answered = memory.answers.find(({ orderId }) => orderId === order.orderId);
  if (answered) return { kind: 'duplicate', first: answered.result };
  if (underWay.has(order.orderId) || memory.begun.some(({ orderId }) => orderId === order.orderId))
    return { kind: 'under-way' };
  const deadline = deadlineOf(leases, order, now);
  if (deadline === undefined) return { kind: 'expired' };
  if (!compartments.includes(order.compartment))
    return { kind: 'failed', cause: `this cabinet has no compartment ${order.compartment}` };
  return { kind: 'obey', deadline };
};
