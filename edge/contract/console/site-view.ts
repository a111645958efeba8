// The site at a glance: cabinets, shelf, counts, alerts, devices; and the stream that says what changed.
import { z } from 'zod';
import { alertKind, blockReason, presence } from '../events.ts';
import { compartmentNumber, deviceId, id, size, wallMs } from '../ids.ts';
import { asOf, command } from './shared.ts';

/** `reserved` something is on its way in. Ordered worst first. */
export const compartmentState = z.enum(['forced', 'open', 'blocked', 'unknown', 'reserved', 'occupied', 'free']);
export const compartmentView = z.strictObject({
  compartment: compartmentNumber,
  label: z.string(),
  size,
  low: z.boolean(),
  state: compartmentState,
  blocked: blockReason.nullable(),
  holdId: id.nullable(),
  /** Since when it is occupied. */
  since: wallMs.nullable(),
});
export const cabinetView = z.strictObject({
  id: deviceId,
  label: z.string(),
  presence,
  since: wallMs.nullable(),
  faults: z.array(z.string()),
  rows: z.array(z.array(compartmentView)),
});
export const siteView = z.strictObject({
  ...asOf,
  cabinets: z.array(cabinetView),
  shelf: z.strictObject({
    places: z.int(),
    taken: z.array(z.strictObject({ shelf: z.int(), label: z.string(), holdId: id })),
  }),
  counts: z.strictObject({
    waiting: z.int(),
    today: z.int(),
    due: z.int(),
    disputed: z.int(),
    toReturn: z.int(),
    oldestPlacedAt: wallMs.nullable(),
  }),
  alerts: z.array(z.strictObject({ id: z.string(), kind: alertKind, subject: z.string(), since: wallMs })),
  terminals: z.array(
    z.strictObject({ id: deviceId, calledAt: wallMs.nullable(), attended: z.boolean(), frozen: z.boolean() }),
  ),
  notices: z.strictObject({ waiting: z.int(), failed: z.int() }),
  /** Events headquarters has not confirmed; null = the site has none. */
  hqBehind: z.int().nullable(),
});
export type SiteView = z.infer<typeof siteView>;

/** One committed fact, as the stream tells it: enough for a page to know which of its lists to read again. */
export const ledgerNews = z.strictObject({
  epoch: z.int(),
  seq: z.int(),
  at: wallMs,
  type: z.string(),
  holdId: id.nullable(),
});
export const onCompartment = z.strictObject({ ...command, cabinet: deviceId, compartment: compartmentNumber });
export const onTerminal = z.strictObject({ ...command, terminal: deviceId });
