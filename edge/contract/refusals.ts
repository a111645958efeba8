// Every "no" the domain can say: one closed list, whose words live beside each speaker.
import { z } from 'zod';

const kioskRefusals = z.enum([
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
/** What a kiosk has words for. */
export type KioskRefusalCode = z.infer<typeof kioskRefusals>;

const consoleRefusals = z.enum([
  'signed-out',
  'second-factor',
  'invitation-over',
  'name-taken',
  'last-manager',
  'unknown-person',
  'unknown-item',
  'signature-needed',
  /** It lies in a compartment: fetched to the desk, it can be given or settled. */
  'fetch-first',
  /** The identity that was shown is not of somebody who may take this item. */
  'not-theirs',
]);
export const refusalCode = z.enum([...kioskRefusals.options, ...consoleRefusals.options]);
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
