// People, cards and codes come into the register and leave it.
import assert from 'node:assert/strict';
import type { HouseholdEntry, PersonEntry } from '../../contract/commands.ts';
import { began, cardOf, ids, openSite, room, tail, waiting } from '../people.fixture.ts';
import { type Asked, digest, lookupsOf, made, type Scene, scene, uuid } from '../scene.fixture.ts';
import { residentByPhone } from './household.ts';

const personal = { name: '王小明', phone: '13800004242', room: '3-1201', salt: 'grain' };
const household = (householdId: string, roomKey: string): HouseholdEntry => ({
  householdId,
  roomKey,
  low: false,
  personal,
});
const person = (personId: string, more: Partial<PersonEntry> = {}): PersonEntry => ({
  personId,
  householdId: null,
  role: 'courier',
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
  cards: [],
  personal,
  ...more,
});
const imports = (households: HouseholdEntry[], people: PersonEntry[]): Asked => ({
  kind: 'ImportPeople',
  households,
  people,
});
const card = (lookup: string): Asked => ({
  kind: 'Identify',
  visitId: uuid(0x88),
  terminal: 'gate',
  way: 'card',
  lookup,
});
const wrong = (field: string, remedy: string) => ({ refused: 'bad-request' as const, field, remedy });
const stranger = uuid(0x91);

describe('an import of people', () => {
  it('registers all with their cards and codes, and no fact holds a name, a phone or a room [S10]', () => {
    const resident = person(uuid(0x92), { role: 'resident', householdId: uuid(0x90), cards: [digest('new card')] });
    const done = scene().when(imports([household(uuid(0x90), digest('r'))], [person(stranger), resident]));
    done.tells('HouseholdRegistered', 'PersonRegistered', 'CredentialIssued', 'PersonRegistered', 'CredentialIssued');
    assert.deepEqual(
      done.personal?.map(({ id }) => id),
      [uuid(0x90), stranger, uuid(0x92)],
    );
    assert.doesNotMatch(JSON.stringify(done.facts), /王|13800|1201|grain/);
  });

  it('changes nothing about cards and codes when it is done again', () => {
    const ask = imports([], [person(stranger, { cards: [digest('c')] })]);
    const twice = scene().when(ask).tells('PersonRegistered', 'CredentialIssued', 'CredentialIssued');
    twice.when(ask).tells('PersonRegistered');
  });

  it('gives two couriers two codes even if they would be the same', () => {
    let n = 0;
    const colliding = scene({
      id: () => {
        n += 1;
        return uuid(0x700 + n);
      },
      lookups: (_, issue) => lookupsOf(ids.code, issue),
      digest: () => digest('d'),
    });
    const { facts } = colliding.when(imports([], [person(stranger), person(uuid(0x92))]));
    const issued = facts.flatMap(({ type, data }) => (type === 'CredentialIssued' ? [data] : []));
    assert.deepEqual(
      issued.map(({ issue }) => issue),
      [0, 1],
    );
  });

  it('takes nobody’s card, room or household, and then imports nobody', () => {
    const taken = wrong('card', 'this card belongs to somebody else; revoke it first');
    const both = [person(stranger, { cards: [digest('c')] }), person(uuid(0x92), { cards: [digest('c')] })];
    for (const people of [[person(stranger, { cards: [cardOf(ids.owner)] })], both])
      openSite().when(imports([], people)).gives(taken);
    const inUse = wrong('room', 'this room belongs to another household');
    openSite()
      .when(imports([household(uuid(0x90), room.home)], []))
      .gives(inUse);
    openSite()
      .when(imports([household(uuid(0x90), digest('r')), household(uuid(0x93), digest('r'))], []))
      .gives(inUse);
    openSite()
      .when(imports([], [person(stranger, { householdId: uuid(0x90) })]))
      .gives(wrong('householdId', 'name a household that is registered'));
  });

  it('that moves a household leaves nobody in the old room; two may change places', () => {
    const moved = openSite();
    moved.when(imports([household(ids.home, digest('new'))], [])).tells('HouseholdRegistered');
    assert.equal(moved.state.get('rooms', room.home), undefined);
    assert.equal(moved.state.get('rooms', digest('new'))?.householdId, ids.home);
    moved.when(imports([household(ids.home, room.low), household(ids.lowHome, digest('new'))], []));
    assert.deepEqual(
      [room.low, digest('new')].map((key) => moved.state.get('rooms', key)?.householdId),
      [ids.home, ids.lowHome],
    );
  });

  it('that moves a person to another household takes the person out of the first', () => {
    const moved = openSite();
    moved.when(
      imports([], [person(ids.owner, { role: 'resident', householdId: ids.lowHome, phoneTailKey: tail(ids.owner) })]),
    );
    assert.equal(residentByPhone(moved.state, { householdId: ids.home, phoneTailKey: tail(ids.owner) }, 0), undefined);
    assert.equal(
      residentByPhone(moved.state, { householdId: ids.lowHome, phoneTailKey: tail(ids.owner) }, 0)?.id,
      ids.owner,
    );
  });

  it('ends the code of who is no courier any more', () => {
    const former = scene();
    former.when(imports([], [person(stranger)]));
    former.when(imports([], [person(stranger, { role: 'resident' })])).tells('PersonRegistered', 'CredentialRevoked');
  });
});

describe('a card', () => {
  it('is bound to one person, once', () => {
    const bind = (personId: string): Asked => ({ kind: 'BindCard', personId, lookup: cardOf(ids.owner) });
    openSite().when(bind(ids.owner)).gives([]);
    openSite().when(bind(ids.spouse)).gives(wrong('card', 'this card belongs to somebody else; revoke it first'));
    openSite().when(bind(stranger)).gives(wrong('personId', 'no such person; see `menfang people list`'));
  });

  it('that is revoked opens nothing from then on, and ends the visit that it began [S11]', () => {
    const site = openSite().given(...waiting(3), began(ids.owner));
    site.when({ kind: 'RevokeCard', lookup: cardOf(ids.owner) }).tells('CredentialRevoked', 'VisitEnded');
    site.when(card(cardOf(ids.owner))).gives({ refused: 'not-recognised' });
    site.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'visit-over' });
    site.when({ kind: 'RevokeCard', lookup: cardOf(ids.owner) }).gives(wrong('card', 'this card is bound to nobody'));
  });
});

describe('a code anew', () => {
  const types = (code: string): Asked => ({
    kind: 'Identify',
    visitId: uuid(0x88),
    terminal: 'gate',
    way: 'code',
    lookup: code,
  });

  it('ends the courier’s former one in the same commit [S11]', () => {
    const courier: Scene = scene();
    courier.when(imports([], [person(stranger)]));
    courier.when({ kind: 'ReissueCode', personId: stranger }).tells('CredentialRevoked', 'CredentialIssued');
    courier.when(types(lookupsOf(made(1)).code)).gives({ refused: 'not-recognised' });
    courier.when(types(lookupsOf(made(2)).code)).tells('VisitBegan');
  });

  it('is not given to residents, who have cards and the codes of their parcels', () => {
    openSite()
      .when({ kind: 'ReissueCode', personId: ids.owner })
      .gives(wrong('personId', 'only couriers have a code of their own'));
  });

  it('of a parcel ends the lost one', () => {
    const lost = openSite().given(...waiting(3));
    lost.when({ kind: 'ReissueParcelCode', holdId: ids.hold }).tells('CredentialRevoked', 'CredentialIssued');
    lost.when(types(lookupsOf(ids.code).code)).gives({ refused: 'not-recognised' });
    lost.when(types(lookupsOf(made(1)).code)).tells('VisitBegan', 'OpeningGranted');
  });
});
