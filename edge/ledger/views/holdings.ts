// The view of all items ever: where each is or how it ended, who did what, and where its story stands in the ledger.
import type { EventData, Fact } from '../../contract/events.ts';
import type { Body } from '../unit.ts';
import type { Holding } from './holding.ts';
import type { View } from './view.ts';

const itemTypes = [
  'ParcelRegistered',
  'ItemReceived',
  'ShelfAssigned',
  'ParcelPlaced',
  'OwnerNotified',
  'NoticeSent',
  'NoticeFailed',
  'OpeningGranted',
  'ParcelCollected',
  'ParcelDisputed',
  'ParcelReturned',
  'ParcelWithdrawn',
  'ItemHandedOver',
  'ItemRefused',
  'ItemUndeliverable',
  'PublicNoticePosted',
  'ItemReturned',
  'DisputeSettled',
] as const;
type ItemFact = Extract<Fact, { type: (typeof itemTypes)[number] }>;

/** The ledger holds what the domain decided; its data needs no second check [style: seams]. */
const itemFact = ({ type, data }: Body): ItemFact | undefined =>
  itemTypes.some((known) => known === type) ? ({ type, data } as ItemFact) : undefined;

const untouched = {
  status: 'registered',
  place: null,
  placedAt: null,
  notice: 'none',
  notifiedAt: null,
  dispute: null,
  returning: null,
  noticePostedAt: null,
  collected: null,
  handedOver: null,
  refused: null,
  undeliverable: null,
  returned: null,
  settled: null,
  endedAt: null,
  events: [],
} satisfies Partial<Holding>;

type Begun = Extract<ItemFact, { type: 'ParcelRegistered' | 'ItemReceived' }>;

const begin = (fact: Begun, at: number, carrierOf: (waybill: string) => string): Holding => {
  if (fact.type === 'ItemReceived') {
    const { holdId: id, ...item } = fact.data;
    return { id, ...item, courierId: null, receivedAt: at, ...untouched };
  }
  const { holdId: id, visitId: _, ...parcel } = fact.data;
  const atDoor = { kind: 'parcel', staffId: null, damage: null, photo: null } as const;
  return { id, ...atDoor, ...parcel, carrier: carrierOf(parcel.waybill), receivedAt: at, ...untouched };
};

const settled = ({ holdId: _, ...deed }: EventData<'DisputeSettled'>, row: Holding, at: number): Holding => {
  const next: Holding = { ...row, dispute: null, settled: { ...deed, at } };
  switch (deed.outcome) {
    case 'delivered':
      return { ...next, status: 'settled', endedAt: at };
    case 'lost':
      return { ...next, status: 'lost', endedAt: at };
    case 'to-shelf':
      return {
        ...next,
        status: 'placed',
        place: onShelf(deed.shelf, row),
        placedAt: at,
        notice: 'none',
        endedAt: null,
      };
    case 'to-return':
      return {
        ...next,
        status: 'to-return',
        place: onShelf(deed.shelf, row),
        returning: { reason: 'settled', since: at },
        endedAt: null,
      };
  }
};

const onShelf = (shelf: number | null, { place }: Holding): Holding['place'] => (shelf === null ? place : { shelf });

const next = (row: Holding, fact: Exclude<ItemFact, Begun>, at: number): Holding => {
  switch (fact.type) {
    case 'OpeningGranted':
      return row;
    case 'ShelfAssigned':
      return { ...row, place: { shelf: fact.data.shelf } };
    case 'ParcelPlaced':
      // What has its place already may be given another one.
      return {
        ...row,
        status: row.status === 'registered' ? 'placed' : row.status,
        place: fact.data.place,
        placedAt: row.placedAt ?? at,
      };
    case 'OwnerNotified':
      return { ...row, notifiedAt: at };
    case 'NoticeSent':
      return fact.data.notice === 'arrival' ? { ...row, notice: 'sent' } : row;
    case 'NoticeFailed':
      return row.notice === 'none' && fact.data.notice === 'arrival' ? { ...row, notice: 'failed' } : row;
    case 'ParcelCollected': {
      const { personId, openingId } = fact.data;
      return { ...row, status: 'collected', collected: { personId, openingId, at }, endedAt: at };
    }
    case 'ParcelDisputed': {
      const { problem, where } = fact.data;
      return { ...row, status: 'disputed', dispute: { problem, where }, endedAt: where === 'with-person' ? at : null };
    }
    case 'ParcelReturned':
      return { ...row, status: 'returned', endedAt: at };
    case 'ParcelWithdrawn':
      return { ...row, status: 'withdrawn', endedAt: at };
    case 'ItemHandedOver': {
      const { holdId: _, digest: __, ...deed } = fact.data;
      return { ...row, status: 'handed-over', dispute: null, handedOver: { ...deed, at }, endedAt: at };
    }
    case 'ItemRefused': {
      const { holdId: _, ...deed } = fact.data;
      const returning = { reason: 'refused', since: at } as const;
      return { ...row, status: 'to-return', dispute: null, refused: { ...deed, at }, returning };
    }
    case 'ItemUndeliverable': {
      const { holdId: _, ...deed } = fact.data;
      const returning = { reason: 'undeliverable', since: at } as const;
      return { ...row, status: 'to-return', dispute: null, undeliverable: { ...deed, at }, returning };
    }
    case 'PublicNoticePosted':
      return { ...row, noticePostedAt: at };
    case 'ItemReturned': {
      const { holdId: _, digest: __, ...deed } = fact.data;
      return { ...row, status: 'returned', returned: { ...deed, at }, endedAt: at };
    }
    case 'DisputeSettled':
      return settled(fact.data, row, at);
  }
};

const isBeginning = (fact: ItemFact): fact is Begun => fact.type === 'ParcelRegistered' || fact.type === 'ItemReceived';

/** `carrierOf` names the carrier of a parcel that a courier brought, by its waybill. */
export const holdingsView = (carrierOf: (waybill: string) => string): View<Holding> => ({
  name: 'holdings',
  key: (event) => itemFact(event)?.data.holdId,
  fold(row, event) {
    const fact = itemFact(event);
    if (fact === undefined) return row;
    const at = event.at.wallMs;
    const made = isBeginning(fact) ? begin(fact, at, carrierOf) : row && next(row, fact, at);
    return made && { ...made, events: [...(row?.events ?? []), [event.epoch, event.seq]] };
  },
});
