// What carries a notice to its recipient: the message it is given and the two answers it can give.
import type { Language } from '../../contract/ids.ts';

export type NoticeKind = 'arrival' | 'reminder';

/** What is known about reaching a person; unsealed for one message and kept nowhere. */
export interface Contact {
  phone?: string | undefined;
  email?: string | undefined;
  language?: Language | null | undefined;
  /** Wished carriers by name, the preferred one first; none = the site's own order. */
  channels?: readonly string[] | undefined;
}

export interface Message {
  /** UUID of the notice, the same at every attempt, so that a receiver can drop doubles. */
  id: string;
  kind: NoticeKind;
  holdId: string;
  personId: string;
  to: Contact;
  language: Language;
  /** Title of the site. */
  site: string;
  /** In the words of `language`: 「快递柜 A07 格口」. */
  place: string;
  placeLabel: string;
  waybillTail: string;
  /** Pickup code in groups, `123 456 789`. */
  code: string;
  /** Text to put into a QR picture. */
  qr: string;
  /** The whole notice in one line. */
  text: string;
  mail: { subject: string; text: string };
}

export interface Sent {
  sent: true;
}

/** `retryable`: the same message may pass later by itself; otherwise someone has to mend settings or address. `reason` holds neither secret nor address [S10]. */
export interface CarrierFault {
  retryable: boolean;
  reason: string;
}

export interface Carrier {
  readonly name: string;
  /** Whether there is an address of the kind this carrier needs. */
  reaches(to: Contact): boolean;
  /** Answers within its own time limit; never rejects because of the world. */
  send(message: Message): Promise<Sent | CarrierFault>;
}

export const isSent = (result: Sent | CarrierFault): result is Sent => 'sent' in result;
