// The names and values of what the shell answers. A language that lacks one of these does not compile.
import type { AlertKind, EventData } from '../../../contract/events.ts';
import type { Door, Fault } from '../../../contract/reports.ts';
import type { StaffRole } from '../../../contract/rights.ts';

/** What an answer tells, by the name that `--json` has for it. */
export type Label =
  | keyof ValueWords
  | 'alerts'
  | 'authorityFile'
  | 'behind'
  | 'bridges'
  | 'cabinet'
  | 'cabinets'
  | 'certificate'
  | 'certificateFile'
  | 'code'
  | 'compartment'
  | 'connected'
  | 'couriers'
  | 'differing'
  | 'diverged'
  | 'enrolmentLink'
  | 'epoch'
  | 'epochs'
  | 'events'
  | 'failed'
  | 'file'
  | 'from'
  | 'givenUp'
  | 'hash'
  | 'head'
  | 'holdId'
  | 'holdings'
  | 'households'
  | 'hq'
  | 'id'
  | 'imported'
  | 'invitationId'
  | 'key'
  | 'keyFile'
  | 'lastReceiptAt'
  | 'link'
  | 'name'
  | 'next'
  | 'notices'
  | 'ok'
  | 'openingId'
  | 'parcels'
  | 'people'
  | 'personId'
  | 'phone'
  | 'place'
  | 'placedAt'
  | 'problems'
  | 'quarantined'
  | 'receivedUpTo'
  | 'refused'
  | 'resent'
  | 'rows'
  | 'running'
  | 'sent'
  | 'sentUpTo'
  | 'seq'
  | 'shelf'
  | 'since'
  | 'site'
  | 'siteFile'
  | 'subject'
  | 'until'
  | 'views'
  | 'waiting';

/** As edge/domain/custody/hold.ts calls them. */
type HoldStatus =
  | 'registered'
  | 'placed'
  | 'notified'
  | 'in-hand'
  | 'collected'
  | 'returned'
  | 'disputed'
  | 'to-return'
  | 'handed-over'
  | 'settled'
  | 'lost'
  | 'withdrawn';

/** Values that are words of the program, by the label they stand under. */
export interface ValueWords {
  role: Record<EventData<'PersonRegistered'>['role'], string>;
  status: Record<HoldStatus, string>;
  presence: Record<EventData<'CabinetPresenceChanged'>['presence'], string>;
  door: Record<Door, string>;
  blocked: Record<EventData<'CompartmentBlocked'>['reason'], string>;
  faults: Record<Fault, string>;
  kind: Record<AlertKind, string>;
  /** Of staff. */
  roles: Record<StaffRole, string>;
  carriers: Record<'sms' | 'mail' | 'webhook', string>;
}

export interface AnswerWords {
  label: Record<Label, string>;
  value: ValueWords;
  /** Of a verb that has nothing to tell but that. */
  done: string;
  yes: string;
  no: string;
  /** Where there is nothing to list. */
  none: string;
  /** Between a label and what it tells; between two things told on one line. */
  colon: string;
  dot: string;
}
