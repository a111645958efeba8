// The HTTP words between a kiosk page and the edge: requests, and the views that answer them.
import { z } from 'zod';
import { compartmentNumber, deviceId, id, language, size, wallMs } from './ids.ts';

// --- what a kiosk is -------------------------------------------------------------------------------------------

/** Where a parcel is, as people say it: a compartment 「A07」 or a place on the guarded shelf 「S03」. */
export const place = z.strictObject({
  kind: z.enum(['compartment', 'shelf']),
  label: z.string(),
  /** For the map on the screen; absent on the shelf. */
  cabinet: deviceId.optional(),
  compartment: compartmentNumber.optional(),
});
export type PlaceView = z.infer<typeof place>;

export const kioskView = z.strictObject({
  terminal: deviceId,
  siteTitle: z.string(),
  dutyPhone: z.string(),
  /** The visible screen, millimetres; `bottomMm` above the floor. */
  screen: z.strictObject({ widthMm: z.int(), heightMm: z.int(), bottomMm: z.int() }),
  /** Rows from the top down, as one stands before it: the picture of where a door is. */
  cabinets: z.array(
    z.strictObject({
      id: deviceId,
      label: z.string(),
      online: z.boolean(),
      rows: z.array(z.array(z.strictObject({ compartment: compartmentNumber, label: z.string(), size }))),
    }),
  ),
  /** Codes are not answered for this long; QR and cards go on working. 0 = answered. */
  waitSeconds: z.int().min(0),
  /** Too many wrong codes today: a guard must release the terminal. QR and cards go on working. */
  attended: z.boolean(),
  /** False: time-limited codes are refused (S14); the screen says to use the card or call the guard. */
  clockTrusted: z.boolean(),
  /** When a person was called from this terminal and nobody has answered yet. */
  calledAt: wallMs.nullable(),
  now: wallMs,
});
export type KioskView = z.infer<typeof kioskView>;

// --- identification --------------------------------------------------------------------------------------------

/** Every change carries an id made by the page: sending it again after a lost answer does nothing twice. */
const command = { commandId: id };

export const identify = z.strictObject({
  ...command,
  visitId: id,
  /** `code` nine digits typed · `scan` whatever a QR scanner or card reader typed before Enter: the edge tells cards from QR. */
  way: z.enum(['code', 'scan']),
  value: z.string().min(1).max(200),
});
export type Identify = z.infer<typeof identify>;

// --- a visit ---------------------------------------------------------------------------------------------------

export const parcelStatus = z.enum([
  'waiting',
  'at-desk',
  'placing',
  'taking',
  'collected',
  'disputed',
  'returned',
  'withdrawn',
]);
export type ParcelStatus = z.infer<typeof parcelStatus>;

export const parcelView = z.strictObject({
  holdId: id,
  /** The last four characters of the waybill. */
  waybillTail: z.string(),
  carrier: z.string(),
  size: size.nullable(),
  place: place.nullable(),
  status: parcelStatus,
  /** Since when it waits. */
  placedAt: wallMs.nullable(),
  /** Masked name, shown only when the parcel is another member's who shares with the household: 王*明. */
  addressee: z.string().nullable(),
  mine: z.boolean(),
  actions: z.array(z.enum(['open', 'report', 'proxy', 'swap', 'take-back', 'withdraw', 'confirm-shelf'])),
  proxy: z.strictObject({ proxyId: id, until: wallMs }).nullable(),
});
export type ParcelView = z.infer<typeof parcelView>;

/**
 * The one door this visit deals with. `unlocking` wait, it springs open · `retrying` it did not open, one more try is under way · `open` take or put, then
 * close · `closed` done · `stuck` it did not open twice: blocked, a guard is called, custody has not moved · `aborted` the order was not carried out (device
 * away, too late): nothing has moved, try again.
 */
export const doorView = z.strictObject({
  openingId: id,
  holdId: id,
  place,
  purpose: z.enum(['deposit', 'collect', 'take-back', 'fetch']),
  stage: z.enum(['unlocking', 'retrying', 'open', 'closed', 'stuck', 'aborted']),
  since: wallMs,
  /** What the person has reported while the door is open, and where the parcel is to stay. */
  problem: z.enum(['damaged', 'not-mine', 'empty']).nullable(),
  /** True once a courier cancelled or swapped while the door is open: take the parcel out and close. */
  emptying: z.boolean(),
});
export type DoorView = z.infer<typeof doorView>;

export const recipientView = z.strictObject({
  recipientId: id,
  /** What the recipient agreed to [law and practice: consent]. `ask` = no consent known: phone them or take it to the desk. */
  consent: z.enum(['locker', 'desk', 'door', 'ask']),
  /** Free compartments by size that fit this household; 0 everywhere = shelf. */
  free: z.strictObject({ S: z.int(), M: z.int(), L: z.int() }),
});
export type RecipientView = z.infer<typeof recipientView>;

export const visitView = z.strictObject({
  visitId: id,
  role: z.enum(['owner', 'proxy', 'courier', 'desk']),
  /** Of the person: 王*明. */
  name: z.string(),
  language: language.nullable(),
  elder: z.boolean(),
  /** Wishes controls low and parcels in the low row. */
  low: z.boolean(),
  over: z.boolean(),
  parcels: z.array(parcelView),
  door: doorView.nullable(),
  /** Courier only: the household that was confirmed last, kept for the next parcel. */
  recipient: recipientView.nullable(),
});
export type VisitView = z.infer<typeof visitView>;

export const openDoor = z.strictObject({ ...command, holdId: id });

/** `kept`: the person takes the parcel along nevertheless; false: it stays or goes back into the compartment. */
export const reportProblem = z.strictObject({
  ...command,
  holdId: id,
  problem: z.enum(['damaged', 'not-mine', 'empty']),
  kept: z.boolean(),
});

export const makeProxy = z.strictObject({ ...command, holdId: id, hours: z.int().min(1).max(72) });
/** The only time the code is shown. `code` is nine digits; `qr` the text to put into a QR picture. */
export const proxyView = z.strictObject({ proxyId: id, code: z.string(), qr: z.string(), until: wallMs });
export type ProxyView = z.infer<typeof proxyView>;
export const revokeProxy = z.strictObject({ ...command, proxyId: id });

/** Courier: room and the last four digits of the recipient's phone → match or no match; never a name, never a suggestion. */
export const matchRecipient = z.strictObject({
  ...command,
  recipientId: id,
  room: z.string().trim().min(1).max(30),
  phoneTail: z.string().regex(/^\d{4}$/),
});

export const condition = z.enum(['intact', 'damaged', 'overweight', 'fresh', 'valuable']);
export const depositParcel = z.strictObject({
  ...command,
  holdId: id,
  waybill: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{6,40}$/, 'scan or type 6 to 40 letters and digits'),
  condition,
  /** Needed when `condition` is intact. */
  size: size.nullable(),
  /** The courier has phoned the recipient, who agreed [law and practice: agreed by phone]. */
  agreedByPhone: z.boolean(),
});
export const swapCompartment = z.strictObject({
  ...command,
  holdId: id,
  /** `did-not-open` is the one reason before a door was open; the others are for one that is. */
  reason: z.enum(['wrong-size', 'occupied', 'dirty', 'did-not-open']),
  /** The size wanted now; null = the same. */
  size: size.nullable(),
});
export const onParcel = z.strictObject({ ...command, holdId: id });
export const onVisit = z.strictObject(command);
export const callPerson = z.strictObject({ ...command, reason: z.enum(['help', 'code-lost', 'door', 'courier']) });
export const heartbeat = z.strictObject({ frames: z.int().min(0) });
