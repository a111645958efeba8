// What a device tells the edge: observations and answers, kept by the device until the edge's receipt comes.
import { z } from 'zod';
import { compartmentNumber, deviceId, id, monoMs, wallMs } from './ids.ts';

export const door = z.enum(['open', 'closed', 'unknown']);
export type Door = z.infer<typeof door>;

/** `board-silent` no valid answer from the lock board; `port-missing` the serial port is gone; `line-noise` many discarded bytes. */
export const fault = z.enum(['board-silent', 'port-missing', 'line-noise']);
export type Fault = z.infer<typeof fault>;

/** `seq` counts a device's reports without a gap over its restarts; `boot` and `monoMs` order them in time without a wall clock. */
const header = {
  reportId: id,
  seq: z.int().min(1),
  at: z.strictObject({ boot: id, monoMs, wallMs }),
};

/**
 * `done` the board acknowledged the pulse · `expired` the lease was stale or the ttl ran out: nothing moved · `duplicate` the id was seen before (`first`
 * holds that answer): nothing moved · `failed` the board refused or stayed silent, `observed` tells what the door sensor reads now.
 */
export const orderResult = z.enum(['done', 'expired', 'duplicate', 'failed']);
export type OrderResult = z.infer<typeof orderResult>;

export const report = z.discriminatedUnion('kind', [
  z.strictObject({
    ...header,
    kind: z.literal('answered'),
    orderId: id,
    compartment: compartmentNumber,
    result: orderResult,
    first: orderResult.exclude(['duplicate']).optional(),
    observed: door,
    cause: z.string().max(200).optional(),
  }),
  /** The sensor saw the door open. `orderId` is the last order the device carried out on this compartment, if the door had not opened since. */
  z.strictObject({ ...header, kind: z.literal('opened'), compartment: compartmentNumber, orderId: id.optional() }),
  /** The sensor has read closed without a break for `stableMs` (≥ 300, S5). `orderId` as in the `opened` before it. */
  z.strictObject({
    ...header,
    kind: z.literal('closed'),
    compartment: compartmentNumber,
    orderId: id.optional(),
    stableMs: z.int().min(300),
  }),
  z.strictObject({
    ...header,
    kind: z.literal('fault'),
    fault,
    compartment: compartmentNumber.optional(),
    detail: z.string().max(200),
  }),
  z.strictObject({ ...header, kind: z.literal('cleared'), fault, compartment: compartmentNumber.optional() }),
]);
export type Report = z.infer<typeof report>;

/** Sent by the edge after the report is committed: only then may the device forget it. A PUBACK is not a receipt. */
export const receipt = z.strictObject({ reportId: id });
export type Receipt = z.infer<typeof receipt>;

/** Retained snapshot of what the device observes now. `seq` is that of the last report it includes. */
export const state = z.strictObject({
  contract: z.literal(1),
  boot: id,
  seq: z.int().min(0),
  online: z.boolean(),
  doors: z.array(z.strictObject({ compartment: compartmentNumber, door })).max(999),
  profile: z.strictObject({ id: deviceId, version: z.int().min(1) }),
});
export type State = z.infer<typeof state>;
