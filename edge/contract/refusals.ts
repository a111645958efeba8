// Every "no" the domain can say: one closed list, whose words live beside each speaker.
import { z } from 'zod';

export const refusalCode = z.enum([
  // identification [safety: codes 2, 4]: unknown, expired, used and wrong are one code, so that nothing is learned from the answer
  'not-recognised',
  'check-digit',
  'terminal-waiting',
  'terminal-attended',
  'clock-untrusted',
  // visit
  'visit-over',
  'not-allowed',
  'door-busy',
  // courier
  'no-match',
  'too-many-mismatches',
  'waybill-in-house',
  'cabinet-full',
  // parcel and door
  'unknown-parcel',
  'not-waiting',
  'at-the-desk',
  'door-blocked',
  'device-away',
  'proxy-exists',
  'unknown-proxy',
  // node
  'cannot-record',
  'bad-request',
]);
export type RefusalCode = z.infer<typeof refusalCode>;

export const refusal = z.strictObject({
  refused: refusalCode,
  /** The field that is wrong, as a dotted path, for `bad-request`. */
  field: z.string().optional(),
  /** What to do next, in plain words for whoever called; screens use their own words for the code. */
  remedy: z.string().optional(),
  /** Seconds until identification by code is answered again. */
  waitSeconds: z.int().min(0).optional(),
  attemptsLeft: z.int().min(0).optional(),
});
export type Refusal = z.infer<typeof refusal>;
