// What has happened: every fact the ledger holds. Past tense, ids and keyed digests only, never a name, a phone, a room or a code.
import { z } from 'zod';
import { condition } from './api.ts';
import { deskShapes } from './desk-events.ts';
import { compartmentNumber, deviceId, digest, id, language, size, wallMs } from './ids.ts';
import { door, fault, orderResult } from './reports.ts';
import { staffShapes } from './staff-events.ts';

const compartment = { cabinet: deviceId, compartment: compartmentNumber };
export const place = z.union([z.strictObject(compartment), z.strictObject({ shelf: z.int().min(1) })]);
export type Place = z.infer<typeof place>;

export const role = z.enum(['resident', 'courier']);
export const consent = z.enum(['locker', 'desk', 'door', 'ask']);
export const credentialUse = z.enum(['card', 'personal', 'parcel', 'proxy']);
/** `fetch`: the desk takes an item out of its compartment to the shelf. */
export const purpose = z.enum(['deposit', 'collect', 'take-back', 'fetch']);
/** What a resident is to the household; null for couriers. */
export const relation = z.enum(['owner', 'family', 'tenant', 'trustee']);
export const channel = z.enum(['sms', 'mail', 'webhook']);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 22:00');
export const quietHours = z.strictObject({ from: clockTime, to: clockTime });
export const problem = z.enum(['damaged', 'not-mine', 'empty']);
export const presence = z.enum(['online', 'silent', 'offline']);
export const blockReason = z.enum(['stuck', 'occupied', 'dirty', 'forced', 'check']);
export const abortReason = z.enum(['device-away', 'expired', 'device-refused', 'did-not-open', 'restart']);
export const alertKind = z.enum([
  'forced',
  'held-open',
  'jammed',
  'check-compartment',
  'cabinet-offline',
  'cabinet-fault',
  'terminal-attended',
  'scans-guessed',
  'terminal-frozen',
  'person-called',
  'notice-failed',
  'hq-diverged',
  'hq-quarantine',
]);
export type AlertKind = z.infer<typeof alertKind>;

const shapes = {
  NodeStarted: { boot: id, version: z.string() },

  HouseholdRegistered: { householdId: id, roomKey: digest, low: z.boolean(), digest },
  PersonRegistered: {
    personId: id,
    householdId: id.nullable(),
    role,
    /** HMAC of the room key and the last four digits of the phone; null when no phone is known. */
    phoneTailKey: digest.nullable(),
    consent,
    shares: z.boolean(),
    elder: z.boolean(),
    language: language.nullable(),
    relation: relation.nullable(),
    /** A trustee's or tenant's last day; null = open. */
    until: wallMs.nullable(),
    /** The resident who consented to this trustee. */
    agreedBy: id.nullable(),
    /** Wished ways of notice, the first that works is used; empty = the site's own order. */
    channels: z.array(channel),
    /** The person's own quiet hours; null = the site's. */
    quiet: quietHours.nullable(),
    digest,
  },
  CredentialIssued: {
    credentialId: id,
    personId: id,
    use: credentialUse,
    /** HMACs by which the typed or scanned value is found again. */
    lookups: z.array(digest).min(1).max(2),
    /** Raised when a derived code collides with a live one. */
    issue: z.int().min(0),
    holdId: id.nullable(),
    until: wallMs.nullable(),
  },
  CredentialRevoked: { credentialId: id, reason: z.enum(['replaced', 'by-person', 'by-office']) },
  CredentialSpent: { credentialId: id, openingId: id },

  AttemptFailed: { terminal: deviceId },
  /** A card or QR that is nobody's: counted and alarmed, but it keeps nobody waiting. */
  ScanRefused: { terminal: deviceId },
  TerminalReleased: { terminal: deviceId },
  VisitBegan: {
    visitId: id,
    terminal: deviceId,
    personId: id,
    /** `desk`: a member of staff opens one door from a console; the person is the member, the credential the session. */
    role: z.enum(['owner', 'proxy', 'courier', 'desk']),
    credentialId: id,
    /** The one parcel a proxy may collect. */
    holdId: id.nullable(),
  },
  VisitEnded: { visitId: id, reason: z.enum(['by-person', 'idle', 'replaced', 'restart', 'revoked']) },
  RecipientMatched: { visitId: id, recipientId: id, householdId: id, personId: id },
  RecipientMismatched: { visitId: id, courierId: id },

  ParcelRegistered: {
    holdId: id,
    householdId: id,
    personId: id,
    courierId: id,
    visitId: id,
    waybill: z.string(),
    size: size.nullable(),
    condition,
    consent: z.enum(['locker', 'desk', 'door', 'ask', 'agreed-by-phone']),
  },
  ShelfAssigned: { holdId: id, shelf: z.int().min(1) },
  ParcelPlaced: { holdId: id, place, evidence: z.enum(['door', 'stated']), openingId: id.nullable() },
  OwnerNotified: { holdId: id },
  ParcelCollected: { holdId: id, openingId: id, personId: id, visitId: id },
  ParcelDisputed: {
    holdId: id,
    problem,
    where: z.enum(['compartment', 'with-person', 'unknown']),
    openingId: id.nullable(),
  },
  ParcelReturned: { holdId: id, openingId: id },
  ParcelWithdrawn: { holdId: id, openingId: id.nullable() },

  OpeningGranted: {
    openingId: id,
    visitId: id,
    personId: id,
    holdId: id,
    ...compartment,
    purpose,
    /** 2 = the one retry after the door did not open. */
    attempt: z.int().min(1).max(2),
  },
  OpeningOrdered: { openingId: id },
  OpeningAnswered: { openingId: id, result: orderResult, observed: door, cause: z.string().nullable() },
  OpeningOpened: { openingId: id },
  /** What the person said while the door was open: a problem, or that the compartment is emptied again (`swap` = for another one). */
  OpeningMarked: {
    openingId: id,
    problem: problem.nullable(),
    kept: z.boolean(),
    emptying: z.enum(['withdraw', 'wrong-size', 'occupied', 'dirty']).nullable(),
    size: size.nullable(),
  },
  OpeningClosed: { openingId: id, stableMs: z.int().min(300) },
  OpeningAborted: { openingId: id, reason: abortReason },

  DoorForced: { ...compartment, openingId: id.nullable() },
  /** What the sensors say of doors that no opening is under way on. */
  DoorsObserved: { cabinet: deviceId, doors: z.array(z.strictObject({ compartment: compartmentNumber, door })).min(1) },
  CompartmentBlocked: { ...compartment, reason: blockReason },
  CompartmentReleased: { ...compartment },
  CabinetPresenceChanged: { cabinet: deviceId, presence },
  CabinetFaultRaised: { cabinet: deviceId, fault, detail: z.string() },
  CabinetFaultCleared: { cabinet: deviceId, fault },

  AlertRaised: { alert: z.string(), kind: alertKind, subject: z.string() },
  AlertCleared: { alert: z.string() },
  PersonCalled: { terminal: deviceId, reason: z.enum(['help', 'code-lost', 'door', 'courier']) },
  CallAnswered: { terminal: deviceId },

  NoticeSent: { holdId: id, notice: z.enum(['arrival', 'reminder']), carrier: z.string() },
  NoticeFailed: {
    holdId: id,
    notice: z.enum(['arrival', 'reminder']),
    carrier: z.string(),
    attempt: z.int().min(1),
    reason: z.string().max(200),
  },
  HqQuarantined: { epoch: z.int(), seq: z.int(), reason: z.string().max(200) },
  HqDiverged: { epoch: z.int(), seq: z.int() },

  ...staffShapes,
  ...deskShapes,
} satisfies Record<string, z.ZodRawShape>;

export type EventType = keyof typeof shapes;
export const eventTypes = Object.keys(shapes) as EventType[];
export type EventData<T extends EventType> = z.infer<z.ZodObject<(typeof shapes)[T], z.core.$strict>>;
/** A fact before it is given its place in the ledger. */
export type Fact = { [T in EventType]: { type: T; data: EventData<T> } }[EventType];

/** The schema of one event's data; used when rows are read back and for the published contract. */
export const eventData = <T extends EventType>(type: T) => z.strictObject(shapes[type]);

/** When something happened: wall time with its quality, and the monotonic time of one run of the edge. */
export interface Instant {
  wallMs: number;
  clock: 'synced' | 'restored' | 'unknown';
  boot: string;
  monoMs: number;
}
export type Recorded = Fact & { at: Instant };

export const isEventType = (type: string): type is EventType => Object.hasOwn(shapes, type);
