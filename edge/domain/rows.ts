// The rows of everything that is live now.
import type { PersonEntry } from '../contract/commands.ts';
import type { AlertKind, EventData, Instant, Place } from '../contract/events.ts';
import type { Size } from '../contract/ids.ts';
import type { Door, Fault } from '../contract/reports.ts';
import type { StaffRole } from '../contract/rights.ts';
import type { HoldStatus } from './custody/hold.ts';
import type { RetentionRule } from './identity/retention.ts';
import type { OpeningState } from './openings/opening.ts';

export interface Household {
  id: string;
  roomKey: string;
  low: boolean;
  people: string[];
}
export interface Person extends Omit<PersonEntry, 'personId' | 'cards' | 'personal'> {
  id: string;
  /** Wrong answers of a courier about a recipient, newest last [safety: attempts limited]. */
  mismatches: Instant[];
}
export interface Credential {
  id: string;
  personId: string;
  use: EventData<'CredentialIssued'>['use'];
  lookups: string[];
  issue: number;
  holdId: string | null;
  until: number | null;
}
export interface Terminal {
  id: string;
  /** Wrong codes of the last 24 hours, oldest first. */
  wrong: Instant[];
  /** Cards and QR of the last 24 hours that were nobody's, oldest first. */
  wrongScans: Instant[];
  /** Wrong codes since the last right one. */
  streak: number;
  calledAt: number | null;
}
export interface Recipient {
  recipientId: string;
  householdId: string;
  personId: string;
}
export interface Visit {
  id: string;
  terminal: string;
  personId: string;
  role: EventData<'VisitBegan'>['role'];
  /** What it began with: when that is revoked the visit is over [S11]. */
  credentialId: string;
  holdId: string | null;
  recipient: Recipient | null;
  mismatches: number;
  /** Parcels and openings of this visit, kept live until it ends so that the screen can show their outcome. */
  holds: string[];
  openings: string[];
  activeAt: Instant;
}
export interface Hold {
  id: string;
  kind: EventData<'ItemReceived'>['kind'];
  householdId: string;
  personId: string;
  /** Who put it in; null when the desk received it. */
  courierId: string | null;
  /** The member of staff who received it [M1]; null when a courier put it in. */
  staffId: string | null;
  /** Null when a courier put it in: the waybill tells. */
  carrier: string | null;
  waybill: string | null;
  size: Size | null;
  condition: EventData<'ParcelRegistered'>['condition'];
  damage: EventData<'ItemReceived'>['damage'];
  photo: string | null;
  consent: EventData<'ItemReceived'>['consent'];
  receivedAt: number;
  status: HoldStatus;
  dispute: Pick<EventData<'ParcelDisputed'>, 'problem' | 'where'> | null;
  /** Why it goes back, and since when [M5]. */
  returning: { reason: EventData<'ItemReturned'>['reason']; since: number } | null;
  /** When the public notice was posted [M6]. */
  noticePostedAt: number | null;
  place: Place | null;
  placedAt: number | null;
  credentialId: string | null;
  openingId: string | null;
  visitId: string | null;
  notices: Record<'arrival' | 'reminder', { sent: number; attempts: number; lastAt: number | null }>;
}
export interface Opening {
  id: string;
  visitId: string;
  /** Who stood there; the visit may be over before the door is closed. */
  personId: string;
  holdId: string;
  cabinet: string;
  compartment: number;
  purpose: EventData<'OpeningGranted'>['purpose'];
  attempt: number;
  state: OpeningState;
  /** The device acknowledged the pulse. */
  unlocked: boolean;
  reason: EventData<'OpeningAborted'>['reason'] | null;
  grantedAt: Instant;
  /** When it came into its present state. */
  since: Instant;
  mark: Omit<EventData<'OpeningMarked'>, 'openingId'>;
}
export interface Compartment {
  id: string;
  cabinet: string;
  compartment: number;
  door: Door;
  blocked: EventData<'CompartmentBlocked'>['reason'] | null;
  holdId: string | null;
  openingId: string | null;
}
export interface Cabinet {
  id: string;
  presence: EventData<'CabinetPresenceChanged'>['presence'];
  since: Instant;
  faults: Fault[];
}
export interface Alert {
  id: string;
  kind: AlertKind;
  subject: string;
  since: number;
}
export interface Staff {
  id: string;
  nameLookup: string;
  roles: StaffRole[];
  hasSecondFactor: boolean;
}
/** One sign-in at a console. */
export interface Session {
  id: string;
  staffId: string;
  where: string;
  since: Instant;
}
export interface Invitation {
  id: string;
  /** Of the token in its link. */
  lookup: string;
  roles: StaffRole[];
  /** Whose right it rests on; null = the shell or the first start. */
  by: string | null;
  offeredAt: Instant;
}
/** Wrong passwords for one name to sign in with, known or not [S12]. */
export interface SignIns {
  id: string;
  wrong: Instant[];
  streak: number;
}
/** Whoever has left and is not erased yet: matches nobody, opens nothing; what is kept of them is kept for old records' sake. */
export interface Ended {
  id: string;
  kind: 'person' | 'household' | 'staff';
  /** Of `domain/identity/retention.ts`. */
  rule: RetentionRule;
  /** Wall ms. */
  endedAt: number;
}
/** The run of the edge that is on now. */
export interface Node {
  id: 'node';
  boot: string;
  startedAt: Instant;
  /** The latest wall time of any run, to the minute [S14]. */
  latestMs: number;
}
