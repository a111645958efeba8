// Facts about items as the counter makes them, for the tests of the views: in any order, as the ledger would hold them.
import fc from 'fast-check';
import { newEvent, startMs } from '../ledger.fixture.ts';
import type { NewEvent } from '../ledger.ts';

/** `minutes` after the fixture's start. */
export const eventAt = (minutes: number, type: string, data: Record<string, unknown>): NewEvent => {
  const event = newEvent(type, data);
  return { ...event, at: { ...event.at, wallMs: startMs + minutes * 60_000 } };
};

export const received = (id: string, minutes: number, more: Record<string, unknown> = {}): NewEvent =>
  eventAt(minutes, 'ItemReceived', {
    ...{
      holdId: id,
      kind: 'express',
      householdId: 'h',
      personId: 'p',
      staffId: 's',
      carrier: '顺丰',
      waybill: `SF${id}`,
    },
    ...{ size: null, condition: 'intact', damage: null, photo: null, consent: 'desk' },
    ...more,
  });

const types = [
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
  'ItemTurnedAway',
  'PeopleSearched',
] as const;

/** Any fact about one of four items, or about none of them. */
export const anyDeskEvent = fc
  .record({
    holdId: fc.constantFrom('1', '2', '3', '4'),
    type: fc.constantFrom(...types),
    value: fc.nat({ max: 9 }),
    minutes: fc.nat({ max: 5_000 }),
    outcome: fc.constantFrom('delivered', 'to-shelf', 'to-return', 'lost'),
  })
  .map(({ holdId, type, value, minutes, outcome }) =>
    eventAt(minutes, type, {
      ...{
        holdId,
        shelf: value > 4 ? value : null,
        place: { shelf: value },
        waybill: `SF${value}`,
        carrier: '圆通',
        outcome,
      },
      ...{ where: value > 4 ? 'with-person' : 'unknown', problem: 'empty', notice: value > 4 ? 'arrival' : 'reminder' },
      ...{ receiptId: `r${value}`, returnId: `r${value}`, digest: 'd', staffId: 's', reason: 'refused' },
    }),
  );
