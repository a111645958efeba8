// What can be asked of a node from the counter. Each names who asks it, from which session.

import type { z } from 'zod';
import type { condition } from './api.ts';
import type { damage } from './desk-events.ts';
import type { EventData } from './events.ts';
import type { Size } from './ids.ts';

/** The member of staff who asks, and the sign-in by which this is known. */
export interface By {
  staffId: string;
  sessionId: string;
}

/** One stroke of a pen: x, y in thousandths of the pad's width and height, one after another. */
export type Stroke = number[];

/** What was signed, sealed apart from the chain and never held in memory. */
export interface Receipt {
  /** Of who signed: the trustee, or the carrier's person; absent when it is the addressee. */
  name?: string;
  document?: { type: 'identity-card' | 'passport' | 'residence-permit' | 'driving-licence'; tail: string };
  strokes: Stroke[];
  /** As in personal data: makes the digest in the ledger worthless to whoever guesses. */
  salt: string;
}

type Reason<T extends 'ItemTurnedAway' | 'ItemRefused' | 'ItemUndeliverable'> =
  EventData<T> extends { reason: infer R } ? R : never;

export type DeskCommand =
  | {
      kind: 'ReceiveItem';
      by: By;
      holdId: string;
      item: {
        kind: EventData<'ItemReceived'>['kind'];
        personId: string;
        carrier: string;
        waybill: string | null;
        size: Size | null;
        condition: z.infer<typeof condition>;
        damage: z.infer<typeof damage> | null;
        photo: string | null;
        agreedByPhone: boolean;
      };
      /** Of the opening when it goes into a compartment; null = shelf. */
      visitId: string | null;
    }
  | { kind: 'TurnAwayItem'; by: By; carrier: string; waybillTail: string; reason: Reason<'ItemTurnedAway'> }
  /** Who stands at the counter, by card or code: counted and limited as at a terminal [S12]. */
  | { kind: 'ClaimAtDesk'; by: By; way: 'code' | 'qr' | 'card'; lookup: string }
  | {
      kind: 'HandOverItems';
      by: By;
      receiptId: string;
      holdIds: string[];
      to: EventData<'ItemHandedOver'>['to'];
      personId: string | null;
      identified: EventData<'ItemHandedOver'>['identified'];
      /** Of the card or code that identified; null for a document. */
      lookup: string | null;
      /** The addressee consents to a trustee who is not registered. */
      agreedByPhone: boolean;
      receipt: Receipt;
    }
  | { kind: 'RefuseItems'; by: By; holdIds: string[]; reason: Reason<'ItemRefused'> }
  | { kind: 'MarkUndeliverable'; by: By; holdIds: string[]; reason: Reason<'ItemUndeliverable'> }
  | { kind: 'PostPublicNotice'; by: By; holdIds: string[] }
  | { kind: 'ReturnItems'; by: By; returnId: string; holdIds: string[]; receipt: Receipt }
  | { kind: 'SettleDispute'; by: By; holdId: string; outcome: EventData<'DisputeSettled'>['outcome'] }
  /** The desk opens a compartment and takes the item to the shelf. */
  | { kind: 'FetchToDesk'; by: By; visitId: string; holdId: string }
  /** What could not be put into a compartment goes to the shelf under the same record. */
  | { kind: 'MoveToShelf'; by: By; holdId: string };
