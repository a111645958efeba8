// The view of all parcels ever: where each is or how it ended, and when.
import type { Fact, Place } from '../../contract/events.ts';
import type { Body } from '../unit.ts';
import type { View } from './view.ts';

export type HoldingStatus =
  | 'registered'
  | 'shelf-assigned'
  | 'placed'
  | 'collected'
  | 'disputed'
  | 'returned'
  | 'withdrawn';

/** Times are wall ms. `place` is where the parcel lay last. */
export interface Holding {
  holdId: string;
  waybill: string;
  householdId: string;
  personId: string;
  courierId: string;
  status: HoldingStatus;
  place: Place | null;
  registeredAt: number;
  placedAt: number | null;
  notifiedAt: number | null;
  /** When it left the house: collected, returned, withdrawn, or taken along in dispute. */
  endedAt: number | null;
}

const parcelTypes = [
  'ParcelRegistered',
  'ShelfAssigned',
  'ParcelPlaced',
  'OwnerNotified',
  'ParcelCollected',
  'ParcelDisputed',
  'ParcelReturned',
  'ParcelWithdrawn',
] as const;
type ParcelFact = Extract<Fact, { type: (typeof parcelTypes)[number] }>;

/** The ledger holds what the domain decided; its data needs no second check [style: seams]. */
const parcelFact = ({ type, data }: Body): ParcelFact | undefined =>
  parcelTypes.some((known) => known === type) ? ({ type, data } as ParcelFact) : undefined;

const next = (row: Holding | undefined, fact: ParcelFact, at: number): Holding | undefined => {
  if (fact.type === 'ParcelRegistered') {
    const { holdId, waybill, householdId, personId, courierId } = fact.data;
    const parcel = { holdId, waybill, householdId, personId, courierId, registeredAt: at };
    return { ...parcel, status: 'registered', place: null, placedAt: null, notifiedAt: null, endedAt: null };
  }
  if (row === undefined) return undefined;
  switch (fact.type) {
    case 'ShelfAssigned':
      return { ...row, status: 'shelf-assigned', place: { shelf: fact.data.shelf } };
    case 'ParcelPlaced':
      return { ...row, status: 'placed', place: fact.data.place, placedAt: at };
    case 'OwnerNotified':
      return { ...row, notifiedAt: at };
    case 'ParcelCollected':
      return { ...row, status: 'collected', endedAt: at };
    case 'ParcelDisputed':
      return { ...row, status: 'disputed', endedAt: fact.data.where === 'with-person' ? at : null };
    case 'ParcelReturned':
      return { ...row, status: 'returned', endedAt: at };
    case 'ParcelWithdrawn':
      return { ...row, status: 'withdrawn', endedAt: at };
  }
};

export const holdings: View<Holding> = {
  name: 'holdings',
  key: (event) => parcelFact(event)?.data.holdId,
  fold(row, event) {
    const fact = parcelFact(event);
    return fact === undefined ? row : next(row, fact, event.at.wallMs);
  },
};
