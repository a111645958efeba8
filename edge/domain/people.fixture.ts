// Who lives and works on the small site of the tests, and the parcels that wait for them.
import type { EventData, Fact } from '../contract/events.ts';
import type { Size } from '../contract/ids.ts';
import type { Report } from '../contract/reports.ts';
import { type Asked, digest, lookupsOf, type Scene, scene, site, start, uuid } from './scene.fixture.ts';

export const ids = {
  home: uuid(1),
  lowHome: uuid(2),
  owner: uuid(3),
  /** Lives with the owner and shares parcels. */
  spouse: uuid(4),
  /** Lives with the owner and does not. */
  lodger: uuid(5),
  neighbour: uuid(6),
  courier: uuid(7),
  rival: uuid(8),
  visit: uuid(9),
  otherVisit: uuid(10),
  opening: uuid(11),
  hold: uuid(12),
  otherHold: uuid(13),
  code: uuid(14),
};
export const room = { home: digest('room home'), low: digest('room low') };
export const tail = (personId: string): string => digest(`tail${personId.slice(-6)}`);
export const cardOf = (personId: string): string => digest(`card${personId.slice(-6)}`);

const person = (personId: string, more: Partial<EventData<'PersonRegistered'>> = {}): Fact => ({
  type: 'PersonRegistered',
  data: {
    personId,
    householdId: ids.home,
    role: 'resident',
    phoneTailKey: tail(personId),
    consent: 'locker',
    shares: false,
    elder: false,
    language: null,
    relation: null,
    until: null,
    agreedBy: null,
    channels: [],
    quiet: null,
    digest: digest('sealed'),
    ...more,
  },
});
const card = (personId: string): Fact => ({
  type: 'CredentialIssued',
  data: {
    credentialId: uuid(0x100 + Number.parseInt(personId.slice(-4), 16)),
    personId,
    use: 'card',
    lookups: [cardOf(personId)],
    issue: 0,
    holdId: null,
    until: null,
  },
});
const courier = { householdId: null, role: 'courier', phoneTailKey: null } as const;

export const registered: Fact[] = [
  { type: 'NodeStarted', data: { boot: start.boot, version: '0' } },
  { type: 'HouseholdRegistered', data: { householdId: ids.home, roomKey: room.home, low: false, digest: digest('d') } },
  {
    type: 'HouseholdRegistered',
    data: { householdId: ids.lowHome, roomKey: room.low, low: true, digest: digest('d') },
  },
  person(ids.owner),
  person(ids.spouse, { shares: true }),
  person(ids.lodger),
  person(ids.neighbour, { householdId: ids.lowHome }),
  person(ids.courier, courier),
  person(ids.rival, courier),
  ...[ids.owner, ids.spouse, ids.lodger, ids.neighbour, ids.courier, ids.rival].map(card),
];

export const doorsClosed: Fact[] = site.cabinets.flatMap(({ id: cabinet, compartments }): Fact[] => [
  { type: 'CabinetPresenceChanged', data: { cabinet, presence: 'online' } },
  {
    type: 'DoorsObserved',
    data: { cabinet, doors: compartments.map(({ compartment }) => ({ compartment, door: 'closed' })) },
  },
]);

/** Everybody is registered, every cabinet there, every door closed. */
export const openSite = (): Scene => scene().given(...registered, ...doorsClosed);

/** A parcel that waits in a compartment of cabinet a; its code is that of `ids.code` unless told otherwise. */
export const waiting = (
  compartment: number,
  { holdId = ids.hold, personId = ids.owner, householdId = ids.home, credentialId = ids.code } = {},
): Fact[] => {
  const visitId = uuid(0x200 + compartment);
  const openingId = uuid(0x300 + compartment);
  const place = { cabinet: 'a', compartment };
  const { code, qr } = lookupsOf(credentialId);
  return [
    began(ids.courier, { visitId, terminal: 'gate', role: 'courier' }),
    {
      type: 'ParcelRegistered',
      data: {
        holdId,
        householdId,
        personId,
        courierId: ids.courier,
        visitId,
        waybill: `SF10000000${compartment}`,
        size: 'S',
        condition: 'intact',
        consent: 'locker',
      },
    },
    {
      type: 'OpeningGranted',
      data: { openingId, visitId, personId: ids.courier, holdId, ...place, purpose: 'deposit', attempt: 1 },
    },
    { type: 'OpeningOpened', data: { openingId } },
    { type: 'OpeningClosed', data: { openingId, stableMs: 300 } },
    { type: 'ParcelPlaced', data: { holdId, place, evidence: 'door', openingId } },
    {
      type: 'CredentialIssued',
      data: { credentialId, personId, use: 'parcel', lookups: [code, qr], issue: 0, holdId, until: null },
    },
    { type: 'VisitEnded', data: { visitId, reason: 'by-person' } },
  ];
};

export const began = (personId: string, more: Partial<EventData<'VisitBegan'>> = {}): Fact => ({
  type: 'VisitBegan',
  data: {
    visitId: ids.visit,
    terminal: 'lobby',
    personId,
    role: 'owner',
    credentialId: uuid(0x100 + Number.parseInt(personId.slice(-4), 16)),
    holdId: null,
    ...more,
  },
});

export const granted = (more: Partial<EventData<'OpeningGranted'>> = {}): Fact => ({
  type: 'OpeningGranted',
  data: {
    openingId: ids.opening,
    visitId: ids.visit,
    personId: ids.owner,
    holdId: ids.hold,
    cabinet: 'a',
    compartment: 3,
    purpose: 'collect',
    attempt: 1,
    ...more,
  },
});

/** A courier's visit in which the owner's household was confirmed. */
export const courierWith = (recipient: string, householdId: string): Fact[] => [
  began(ids.courier, { role: 'courier' }),
  { type: 'RecipientMatched', data: { visitId: ids.visit, recipientId: uuid(0x20), householdId, personId: recipient } },
];

export const depositOf = (size: Size | null, more: Partial<Extract<Asked, { kind: 'DepositParcel' }>> = {}): Asked => ({
  kind: 'DepositParcel',
  visitId: ids.visit,
  holdId: ids.hold,
  waybill: 'YT20000001',
  condition: 'intact',
  size,
  agreedByPhone: false,
  ...more,
});

type Told = Report extends infer R ? (R extends Report ? Omit<R, 'reportId' | 'seq' | 'at'> : never) : never;

/** What cabinet a reports. */
export const reports = (told: Told): Asked => ({
  kind: 'RecordReport',
  cabinet: 'a',
  report: {
    ...told,
    reportId: uuid(0x400),
    seq: 1,
    at: { boot: uuid(0xd1), monoMs: 1, wallMs: start.wallMs },
  } as Report,
});
export const opens = (compartment: number, orderId?: string): Asked =>
  reports({ kind: 'opened', compartment, ...(orderId && { orderId }) });
export const closes = (compartment: number): Asked => reports({ kind: 'closed', compartment, stableMs: 300 });
