// An office for the tests of people who leave: three members of staff, a trustee of the owner's, and items at the desk.
import type { EventData, Fact } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { ids, openSite } from '../people.fixture.ts';
import { type Asked, digest, type Scene, start, uuid } from '../scene.fixture.ts';
import { dayMs } from './retention.ts';

export const trustee = uuid(0x31);
export const [deskItem, boxedItem] = [uuid(0x32), ids.hold];

export const staff = (n: number, roles: StaffRole[]): { by: { staffId: string; sessionId: string }; facts: Fact[] } => {
  const by = { staffId: uuid(0x500 + n), sessionId: uuid(0x600 + n) };
  return {
    by,
    facts: [
      {
        type: 'StaffRegistered',
        data: {
          staffId: by.staffId,
          nameLookup: digest(`staff${n}`),
          roles,
          hasSecondFactor: false,
          invitationId: uuid(0x700 + n),
          digest: digest('d'),
        },
      },
      { type: 'StaffSignedIn', data: { ...by, where: 'desk' } },
    ],
  };
};
export const desk = staff(1, ['desk']);
export const guard = staff(2, ['guard']);
export const manager = staff(3, ['manager']);

export const person = (personId: string, more: Partial<EventData<'PersonRegistered'>>): Fact => ({
  type: 'PersonRegistered',
  data: {
    personId,
    householdId: ids.home,
    role: 'resident',
    phoneTailKey: null,
    consent: 'ask',
    shares: false,
    elder: false,
    language: null,
    relation: null,
    until: null,
    agreedBy: null,
    channels: [],
    quiet: null,
    digest: digest('d'),
    ...more,
  },
});

export const onShelf = (holdId: string, personId: string = ids.owner): Fact[] => [
  {
    type: 'ItemReceived',
    data: {
      holdId,
      kind: 'parcel',
      householdId: ids.home,
      personId,
      staffId: desk.by.staffId,
      carrier: 'SF',
      waybill: 'SF900000001',
      size: null,
      condition: 'intact',
      damage: null,
      photo: null,
      consent: 'desk',
    },
  },
  { type: 'ShelfAssigned', data: { holdId, shelf: 1 } },
  { type: 'ParcelPlaced', data: { holdId, place: { shelf: 1 }, evidence: 'stated', openingId: null } },
];

/** The site with its people, a trustee of the owner's, and three members of staff. */
export const house = (): Scene =>
  openSite().given(
    ...desk.facts,
    ...guard.facts,
    ...manager.facts,
    person(trustee, { relation: 'trustee', agreedBy: ids.owner, until: start.wallMs + dayMs }),
  );
export const ends = (personId: string, more: Partial<Extract<Asked, { kind: 'EndPerson' }>> = {}): Asked => ({
  kind: 'EndPerson',
  by: desk.by,
  personId,
  reason: 'left',
  ...more,
});
