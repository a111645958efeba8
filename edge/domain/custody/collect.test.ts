// A parcel goes out, or something is wrong with it.
import assert from 'node:assert/strict';
import type { EventData } from '../../contract/events.ts';
import { began, closes, granted, ids, openSite, opens, waiting } from '../people.fixture.ts';
import { type Asked, lookupsOf, made, type Scene, uuid } from '../scene.fixture.ts';
import { compartmentOf } from '../state.ts';

const standing = (): Scene => openSite().given(...waiting(3), began(ids.owner));
const onHold = (kind: 'OpenDoor' | 'TakeBackParcel', visitId = ids.visit): Asked => ({
  kind,
  visitId,
  holdId: ids.hold,
});
const report = (problem: EventData<'ParcelDisputed'>['problem'], visitId = ids.visit): Asked => ({
  kind: 'ReportProblem',
  visitId,
  holdId: ids.hold,
  problem,
  kept: false,
});
const proxy = (hours = 24): Asked => ({ kind: 'MakeProxy', visitId: ids.visit, holdId: ids.hold, hours });
const collected = (): Scene => {
  const scene = standing().given(granted());
  scene.when(opens(3, ids.opening));
  scene.when(closes(3)).tells('OpeningClosed', 'ParcelCollected');
  return scene;
};

describe('a parcel', () => {
  it('is collected once, and not taken back afterwards', () => {
    const scene = collected();
    scene.when(onHold('OpenDoor')).gives({ refused: 'not-waiting' });
    scene.given(began(ids.courier, { visitId: ids.otherVisit, terminal: 'gate', role: 'courier' }));
    scene.when(onHold('TakeBackParcel', ids.otherVisit)).gives({ refused: 'not-waiting' });
    scene
      .when({ kind: 'ReissueParcelCode', holdId: ids.hold })
      .gives({ refused: 'unknown-parcel', remedy: 'name a parcel that waits; see `menfang status`' });
  });

  it('on the shelf is at the desk', () => {
    standing()
      .given({ type: 'ShelfAssigned', data: { holdId: ids.hold, shelf: 1 } })
      .when(onHold('OpenDoor'))
      .gives({ refused: 'at-the-desk' });
  });

  it('stays to be complained of in its own visit, also when the courier’s ends first', () => {
    const courierStays = waiting(3).filter(({ type }) => type !== 'VisitEnded');
    const scene = openSite().given(...courierStays, began(ids.owner), granted());
    scene.when(opens(3, ids.opening));
    scene.when(closes(3));
    scene.when({ kind: 'EndVisit', visitId: uuid(0x203), reason: 'by-person' }).tells('VisitEnded');
    scene.when(report('damaged')).tells('ParcelDisputed');
    assert.equal(scene.state.get('holds', ids.hold)?.place, null);
  });
});

describe('something wrong with a parcel', () => {
  it('that waits makes it disputed where it is, and ends its codes', () => {
    const scene = standing();
    scene.when(proxy()).tells('CredentialIssued');
    scene.when(report('damaged')).tells('ParcelDisputed', 'CredentialRevoked', 'CredentialRevoked');
    assert.equal(compartmentOf(scene.state, 'a', 3).holdId, ids.hold);
    assert.equal(scene.state.get('lookups', lookupsOf(ids.code).code), undefined);
    scene.when(onHold('OpenDoor')).gives({ refused: 'not-waiting' });
  });

  for (const [problem, where] of [
    ['damaged', 'with-person'],
    ['empty', 'unknown'],
  ] as const)
    it(`that was just collected (${problem}) is recorded as ${where}, and its compartment stays free`, () => {
      const scene = collected();
      scene
        .when(report(problem))
        .gives([{ type: 'ParcelDisputed', data: { holdId: ids.hold, problem, where, openingId: null } }]);
      assert.equal(compartmentOf(scene.state, 'a', 3).holdId, null);
      assert.equal(scene.state.get('holds', ids.hold)?.place, null);
    });

  it('is not said while a door to it is unlocking, by whom it may be', () => {
    const scene = standing().given(granted(), began(ids.owner, { visitId: ids.otherVisit, terminal: 'gate' }));
    for (const visitId of [ids.visit, ids.otherVisit])
      scene.when(report('empty', visitId)).gives({ refused: 'door-busy' });
    scene.when(opens(3, ids.opening));
    scene.when(report('empty', ids.otherVisit)).gives({ refused: 'door-busy' });
  });

  it('is not for couriers to say', () => {
    openSite()
      .given(...waiting(3), began(ids.courier, { role: 'courier' }))
      .when(report('empty'))
      .gives({ refused: 'not-allowed' });
  });
});

describe('a one-time code for somebody else', () => {
  it('is made by the addressee, one at a time, for at most 72 hours', () => {
    const scene = standing().when(proxy(72)).tells('CredentialIssued');
    assert.equal(scene.state.get('credentials', made(1))?.until, scene.now.wallMs + 72 * 3_600_000);
    scene.when(proxy()).gives({ refused: 'proxy-exists' });
    standing().when(proxy(73)).gives({ refused: 'bad-request', field: 'hours', remedy: 'at most 72' });
    openSite()
      .given(...waiting(3, { personId: ids.spouse }), began(ids.owner))
      .when(proxy())
      .gives({ refused: 'not-allowed' });
  });

  it('is not made while nobody knows the time, or when it went back too far', () => {
    const scene = standing();
    scene.now = { ...scene.now, clock: 'unknown' };
    scene.when(proxy()).gives({ refused: 'clock-untrusted' });
    const back = standing();
    back.now = { ...back.now, wallMs: back.now.wallMs - 86_400_000 };
    back.when(proxy(24)).gives({ refused: 'clock-untrusted' });
    back.when(proxy(25)).tells('CredentialIssued');
  });

  it('is revoked by whom it belongs to, and by nobody else', () => {
    const scene = standing();
    scene.when(proxy());
    scene.given(began(ids.spouse, { visitId: ids.otherVisit, terminal: 'gate' }));
    const revoke = (visitId: string, proxyId: string): Asked => ({ kind: 'RevokeProxy', visitId, proxyId });
    scene.when(revoke(ids.otherVisit, made(1))).gives({ refused: 'unknown-proxy' });
    scene.when(revoke(ids.visit, ids.code)).gives({ refused: 'unknown-proxy' });
    scene.when(revoke(ids.visit, made(1))).tells('CredentialRevoked');
  });
});
