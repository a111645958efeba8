// Items at the desk: what comes, waits, goes out and goes back.
import { z } from 'zod';
import { condition, doorView, parcelStatus, place } from '../api.ts';
import {
  damage,
  handOverTo,
  itemKind,
  returnReason,
  settlement,
  turnAwayReason,
  undeliverableReason,
} from '../desk-events.ts';
import { problem, relation } from '../events.ts';
import { deviceId, id, language, size, wallMs } from '../ids.ts';
import { asOf, command, cursor, document, strokes } from './shared.ts';

// --- lists -----------------------------------------------------------------------------------------------------

export const itemStatus = z.enum([...parcelStatus.options, 'to-return', 'lost']);
export const itemAction = z.enum([
  'hand-over',
  'refuse',
  'undeliverable',
  'public-notice',
  'return',
  'settle',
  'fetch',
  'to-shelf',
  'reissue-code',
]);
export const itemRow = z.strictObject({
  holdId: id,
  kind: itemKind,
  carrier: z.string(),
  waybillTail: z.string().nullable(),
  room: z.string(),
  /** Masked: 王*明. */
  name: z.string(),
  personId: id,
  size: size.nullable(),
  condition,
  damage: damage.nullable(),
  photo: z.string().nullable(),
  status: itemStatus,
  place: place.nullable(),
  /** The courier's or the member of staff's name; staff in clear, couriers masked. */
  receivedBy: z.string(),
  byDesk: z.boolean(),
  receivedAt: wallMs,
  placedAt: wallMs.nullable(),
  endedAt: wallMs.nullable(),
  notice: z.enum(['sent', 'failed', 'pending', 'none']),
  /** What has to happen next, by when, and by which rule: `M5` `M6` `M7`. */
  due: z.strictObject({ rule: z.string(), at: wallMs }).nullable(),
  dispute: z.strictObject({ problem, where: z.enum(['compartment', 'with-person', 'unknown']) }).nullable(),
  actions: z.array(itemAction),
});
export type ItemRow = z.infer<typeof itemRow>;

export const itemsQuery = z.strictObject({
  /** `waiting` everything in the house · `today` received today · `due` what must go back or be told, soonest first · `ended` what has left. */
  list: z.enum(['waiting', 'today', 'due', 'disputed', 'to-return', 'ended']),
  /** Room, name, pinyin initials, the phone's last four or part of the waybill. */
  search: z.string().trim().max(40).optional(),
  kind: itemKind.optional(),
  carrier: z.string().max(30).optional(),
  /** A cabinet, or `shelf`. */
  where: z.union([z.literal('shelf'), deviceId]).optional(),
  sort: z.enum(['received', 'room', 'carrier', 'place', 'due']).default('received'),
  order: z.enum(['asc', 'desc']).default('desc'),
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(100),
  /** Of a download's headings. */
  language: language.default('zh-CN'),
});
export const itemsPage = z.strictObject({
  ...asOf,
  rows: z.array(itemRow),
  next: cursor.nullable(),
  total: z.int().min(0),
});
/** One item's whole story, oldest first. `who` is masked unless it is staff. */
export const itemStory = z.strictObject({
  item: itemRow,
  steps: z.array(
    z.strictObject({ at: wallMs, type: z.string(), who: z.string(), place: z.string().nullable(), detail: z.string() }),
  ),
});

// --- receive ---------------------------------------------------------------------------------------------------

export const recipientsQuery = z.strictObject({ q: z.string().trim().min(1).max(40) });
export const recipientRow = z.strictObject({
  personId: id,
  householdId: id,
  room: z.string(),
  name: z.string(),
  phone: z.string(),
  relation: relation.nullable(),
  consent: z.enum(['locker', 'desk', 'door', 'ask']),
  low: z.boolean(),
  /** Items that wait for the household. */
  waiting: z.int().min(0),
  /** Free compartments by size that suit this household. */
  free: z.strictObject({ S: z.int(), M: z.int(), L: z.int() }),
});
export const recipients = z.strictObject({ rows: z.array(recipientRow).max(20) });

const carrier = z.string().trim().min(1).max(30);
const waybill = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{6,40}$/, 'scan or type 6 to 40 letters and digits');
/** What the waybill tells: its carrier, and whether it is in the house already. */
export const waybillQuery = z.strictObject({ waybill });
export const waybillView = z.strictObject({ carrier: z.string().nullable(), inHouse: z.boolean() });

export const receiveItem = z.strictObject({
  ...command,
  holdId: id,
  kind: itemKind,
  personId: id,
  carrier,
  /** Letters may have none. */
  waybill: waybill.nullable(),
  /** Needed for a compartment. */
  size: size.nullable(),
  condition,
  /** Needed when `condition` is damaged. */
  damage: damage.nullable(),
  photo: z.string().trim().max(40).nullable(),
  agreedByPhone: z.boolean(),
  /** Made by the page when it is to go into a compartment; null = shelf. */
  visitId: id.nullable(),
});
export const received = z.strictObject({ item: itemRow, door: doorView.nullable() });
export const turnAway = z.strictObject({
  ...command,
  carrier,
  waybillTail: z.string().trim().max(4),
  reason: turnAwayReason,
});

// --- hand over, return, settle ---------------------------------------------------------------------------------

/** Who stands at the counter: what the scanner or card reader typed, or nine digits. */
export const claim = z.strictObject({ ...command, value: z.string().trim().min(1).max(200) });
export const claimView = z.strictObject({
  personId: id,
  /** Masked. */
  name: z.string(),
  room: z.string(),
  identified: z.enum(['card', 'code']),
  /** What this person may take. */
  items: z.array(itemRow),
});
const several = z.array(id).min(1).max(200);
export const handOver = z.strictObject({
  ...command,
  receiptId: id,
  holdIds: several,
  to: handOverTo,
  /** Who takes it, when registered. */
  personId: id.nullable(),
  /** What identified: the scanned or typed value, or a document. Exactly one of the two. */
  value: z.string().trim().max(200).nullable(),
  document: document.nullable(),
  /** A trustee's name, when not registered: then the addressee has agreed on the phone [M4]. */
  name: z.string().trim().max(60).nullable(),
  agreedByPhone: z.boolean(),
  strokes,
});
export const handedOver = z.strictObject({ items: z.array(itemRow) });
export const refuseItems = z.strictObject({ ...command, holdIds: several, reason: z.enum(['refused', 'damaged']) });
export const undeliverable = z.strictObject({ ...command, holdIds: several, reason: undeliverableReason });
export const onItems = z.strictObject({ ...command, holdIds: several });
export const onItem = z.strictObject({ ...command, holdId: id });
export const returnItems = z.strictObject({
  ...command,
  returnId: id,
  holdIds: several,
  /** The carrier's person who takes them. */
  person: z.string().trim().min(1).max(60),
  strokes,
});
export const settleDispute = z.strictObject({ ...command, holdId: id, outcome: settlement });
export const fetchItem = z.strictObject({ ...command, holdId: id, visitId: id });
/** A door that the desk has opened, as it stands. */
export const deskDoor = z.strictObject({ door: doorView.nullable(), item: itemRow.nullable() });
/** A new pickup code after a document check, shown once. */
export const codeView = z.strictObject({ code: z.string() });
export const returnReasons = returnReason;
