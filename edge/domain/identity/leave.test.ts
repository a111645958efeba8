// What ends with people who leave, and what goes on under another entry.
import assert from 'node:assert/strict';
import { cardOf, ids, room, waiting } from '../people.fixture.ts';
import { type Asked, digest, lookupsOf, type Scene, start, uuid } from '../scene.fixture.ts';
import { boxedItem, desk, deskItem, ends, house, onShelf, person, trustee } from './leave.fixture.ts';

const isNobodys = (scene: Scene, lookup: string): void => {
  assert.equal(scene.state.get('lookups', lookup), undefined);
  const visitId = uuid(0x900);
  scene.when({ kind: 'Identify', visitId, terminal: 'lobby', way: 'card', lookup }).tells('ScanRefused');
};

describe('a person who leaves', () => {
  it('opens nothing from that moment on: cards, codes and the visit at the kiosk end [S11]', () => {
    const scene = house().given(...waiting(3));
    scene.when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'card', lookup: cardOf(ids.spouse) });
    scene.when(ends(ids.spouse)).tells('CredentialRevoked', 'VisitEnded', 'PersonEnded');
    isNobodys(scene, cardOf(ids.spouse));
    assert.ok(!scene.state.get('households', ids.home)?.people.includes(ids.spouse));
    assert.equal(scene.state.get('ended', ids.spouse)?.endedAt, start.wallMs);
  });

  it('takes along those who were mandated', () => {
    const scene = house();
    scene.when(ends(ids.owner));
    assert.equal(scene.state.get('people', trustee), undefined);
    assert.ok(scene.state.get('people', ids.spouse));
  });

  it('is not brought a parcel by the courier who has just named them', () => {
    const scene = house();
    scene.when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'card', lookup: cardOf(ids.courier) });
    const found = { recipientId: uuid(0x20), householdId: ids.home, personId: ids.owner };
    scene.given({ type: 'RecipientMatched', data: { visitId: ids.visit, ...found } });
    scene.when(ends(ids.owner));
    assert.equal(scene.state.get('visits', ids.visit), undefined);
  });

  it('has what lies at the desk sent back [M5]; what lies behind a door stays until somebody fetches it', () => {
    const scene = house().given(...waiting(3), ...onShelf(deskItem));
    const { facts } = scene.when(ends(ids.owner, { reason: 'moved-out' }));
    const given = facts.filter(({ type }) => type === 'ItemUndeliverable');
    assert.deepEqual(given, [
      {
        type: 'ItemUndeliverable',
        data: { holdId: deskItem, staffId: desk.by.staffId, reason: 'moved-away' },
      },
    ]);
    assert.equal(scene.state.get('holds', deskItem)?.status, 'to-return');
    assert.equal(scene.state.get('holds', boxedItem)?.status, 'placed');
    assert.equal(scene.state.get('lookups', lookupsOf(ids.code).code), undefined);
  });

  it('is merged, not ended, when entered twice and something waits', () => {
    const scene = house().given(...waiting(3));
    scene.when(ends(ids.owner, { reason: 'entered-twice' })).gives({
      refused: 'bad-request',
      field: 'reason',
      remedy: 'items wait for this entry: merge it into the other one',
    });
  });

  it('is told from nobody: an unknown id ends nothing, and the same one does not end twice', () => {
    const scene = house();
    scene.when(ends(uuid(0x999))).gives({ refused: 'unknown-person' });
    scene.when(ends(ids.lodger));
    scene.when(ends(ids.lodger)).gives({ refused: 'unknown-person' });
  });

  it('is the last of a household: the household is gone, and the room is free', () => {
    const scene = house();
    scene.when(ends(ids.neighbour)).tells('CredentialRevoked', 'PersonEnded', 'HouseholdMovedOut');
    assert.equal(scene.state.get('rooms', room.low), undefined);
    assert.equal(scene.state.get('ended', ids.lowHome)?.kind, 'household');
  });
});

describe('a household that moves out 「搬出 / 过户」', () => {
  const moves: Asked = { kind: 'MoveOutHousehold', by: desk.by, householdId: ids.home };

  it('leaves in one step: everybody, cards, codes, trustees', () => {
    const scene = house().given(...waiting(3), ...onShelf(deskItem));
    scene.when(moves);
    for (const gone of [ids.owner, ids.spouse, ids.lodger, trustee]) {
      assert.equal(scene.state.get('people', gone), undefined);
      assert.equal(scene.state.get('ended', gone)?.kind, 'person');
    }
    for (const { personId, use } of scene.state.all('credentials'))
      assert.ok([ids.neighbour, ids.courier, ids.rival].includes(personId), use);
    assert.equal(scene.state.get('households', ids.home), undefined);
    assert.equal(scene.state.get('holds', deskItem)?.returning?.reason, 'undeliverable');
  });

  it('says each thing once', () => {
    const { facts } = house()
      .given(...waiting(3))
      .when(moves);
    const told = facts.map((fact) => JSON.stringify(fact));
    assert.equal(new Set(told).size, told.length);
    assert.equal(facts.filter(({ type }) => type === 'HouseholdMovedOut').length, 1);
  });

  it('leaves nothing of its own to whoever comes into the room after it', () => {
    const scene = house().given(...waiting(3));
    scene.when(moves);
    const [householdId, newcomer] = [uuid(0x41), uuid(0x42)];
    scene.given(
      { type: 'HouseholdRegistered', data: { householdId, roomKey: room.home, low: false, digest: digest('d') } },
      person(newcomer, { householdId }),
      {
        type: 'CredentialIssued',
        data: {
          credentialId: uuid(0x43),
          personId: newcomer,
          use: 'card',
          lookups: [digest('new card')],
          issue: 0,
          holdId: null,
          until: null,
        },
      },
    );
    scene
      .when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'card', lookup: digest('new card') })
      .tells('VisitBegan');
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: boxedItem }).gives({ refused: 'unknown-parcel' });
  });
});

describe('two entries of one person', () => {
  const merges = (from: string, into: string): Asked => ({ kind: 'MergePeople', by: desk.by, from, into });

  it('become one: items, cards and mandates go on under the one that stays', () => {
    const scene = house().given(...waiting(3));
    scene.when(merges(ids.owner, ids.spouse)).tells('PeopleMerged');
    assert.equal(scene.state.get('people', ids.owner), undefined);
    assert.equal(scene.state.get('holds', boxedItem)?.personId, ids.spouse);
    assert.equal(scene.state.get('people', trustee)?.agreedBy, ids.spouse);
    scene
      .when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'card', lookup: cardOf(ids.owner) })
      .tells('VisitBegan', 'OpeningGranted');
    assert.equal(scene.state.get('visits', ids.visit)?.personId, ids.spouse);
  });

  it('are not one with themselves, with a courier, or with nobody', () => {
    const scene = house();
    const refusedOf = (from: string, into: string): string => {
      const { answer } = scene.when(merges(from, into));
      return 'refused' in answer ? answer.refused : '';
    };
    assert.equal(refusedOf(ids.owner, ids.owner), 'bad-request');
    assert.equal(refusedOf(ids.owner, ids.courier), 'bad-request');
    assert.equal(refusedOf(ids.owner, uuid(0x999)), 'unknown-person');
    assert.equal(
      refusedOf(trustee, ids.spouse),
      'bad-request',
      'a mandate with a last day does not become one without',
    );
    assert.equal(refusedOf(ids.owner, ids.neighbour), 'bad-request', 'nobody gets another home’s items');
  });
});
