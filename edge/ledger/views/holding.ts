// One row of the view of holdings: an item from its receipt to the end of its story, and where that story stands in the ledger.
import type { EventData } from '../../contract/events.ts';
import type { HoldStatus } from '../../domain/custody/hold.ts';
import type { Hold } from '../../domain/state.ts';
import type { Place } from '../unit.ts';

type Same =
  | 'id'
  | 'kind'
  | 'householdId'
  | 'personId'
  | 'courierId'
  | 'staffId'
  | 'waybill'
  | 'size'
  | 'condition'
  | 'damage'
  | 'photo'
  | 'consent'
  | 'receivedAt'
  | 'dispute'
  | 'returning'
  | 'noticePostedAt'
  | 'place'
  | 'placedAt';

/** What a member of staff did, and when (wall ms). */
type Deed<T extends 'ItemHandedOver' | 'ItemRefused' | 'ItemUndeliverable' | 'ItemReturned' | 'DisputeSettled'> = Omit<
  EventData<T>,
  'holdId' | 'digest'
> & { at: number };

/** Times are wall ms. `place` is where the item lay last. */
export interface Holding extends Pick<Hold, Same> {
  status: HoldStatus;
  /** As received at the desk, or as the waybill tells; empty when neither does. */
  carrier: string;
  notice: 'none' | 'failed' | 'sent';
  notifiedAt: number | null;
  /** Taken out of its compartment against code, QR or card, the door as witness [M4]. */
  collected: { personId: string; openingId: string; at: number } | null;
  handedOver: Deed<'ItemHandedOver'> | null;
  refused: Deed<'ItemRefused'> | null;
  undeliverable: Deed<'ItemUndeliverable'> | null;
  returned: Deed<'ItemReturned'> | null;
  settled: Deed<'DisputeSettled'> | null;
  /** When it left the house: collected, handed over, returned, withdrawn, lost, or taken along in dispute. */
  endedAt: number | null;
  /** Where its events stand, in order. */
  events: Place[];
}
