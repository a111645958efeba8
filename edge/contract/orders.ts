// What the edge asks of a device, and the lease by which the device knows the order is fresh.
import { z } from 'zod';
import { compartmentNumber, id } from './ids.ts';

/** 64 random bits made by the device each second; an order is obeyed only with a lease of the device's own that is younger than the order's ttl. */
export const lease = z.string().regex(/^[0-9a-f]{16}$/);
export const leaseMessage = z.strictObject({ lease });
export type LeaseMessage = z.infer<typeof leaseMessage>;

/** The longest an order may live (S3). */
export const orderTtlMs = 3_000;

/** `orderId` of an unlock is the id of the grant that authorised it. */
export const order = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unlock'),
    orderId: id,
    compartment: compartmentNumber,
    lease,
    ttlMs: z.int().min(1).max(5_000),
  }),
  /** Asks for a fresh `state` message; moves nothing. */
  z.strictObject({ kind: z.literal('probe'), orderId: id, lease, ttlMs: z.int().min(1).max(5_000) }),
]);
export type Order = z.infer<typeof order>;
export type UnlockOrder = Extract<Order, { kind: 'unlock' }>;
