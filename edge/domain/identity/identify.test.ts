// Who stands at a terminal, and what that opens.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import { began, cardOf, granted, ids, openSite, opens, waiting } from '../people.fixture.ts';
import { type Asked, digest, lookupsOf, type Scene, uuid } from '../scene.fixture.ts';
import { visibleHolds } from './household.ts';

const { code, qr } = lookupsOf(ids.code);
const at = (terminal: string, way: 'code' | 'qr' | 'card', lookup: string, visitId = ids.visit): Asked => ({
  kind: 'Identify',
  visitId,
  terminal,
  way,
  lookup,
});
const card = (personId: string): Asked => at('lobby', 'card', cardOf(personId));
const hour = 3_600_000;
const proxy = (untilIn: number): Fact => {
  const lookups = Object.values(lookupsOf(uuid(0x50)));
  const until = openSite().now.wallMs + untilIn;
  return {
    type: 'CredentialIssued',
    data: { credentialId: uuid(0x50), personId: ids.owner, use: 'proxy', lookups, issue: 0, holdId: ids.hold, until },
  };
};
const proxyCode = lookupsOf(uuid(0x50)).code;
const shown = (scene: Scene, visitId = ids.visit): string[] => {
  const visit = scene.state.get('visits', visitId);
  assert.ok(visit);
  return visibleHolds(scene.state, visit).map(({ id }) => id);
};

describe('a person', () => {
  it('with a code, a QR or the card of a lone parcel has its door opened in the same commit', () => {
    for (const ask of [at('lobby', 'code', code), at('lobby', 'qr', qr), card(ids.owner)])
      openSite()
        .given(...waiting(3))
        .when(ask)
        .tells('VisitBegan', 'OpeningGranted');
  });

  it('with several parcels chooses; the code’s own parcel comes first', () => {
    const scene = openSite().given(...waiting(3), ...waiting(4, { holdId: ids.otherHold, credentialId: uuid(0x55) }));
    scene.when(at('gate', 'card', cardOf(ids.owner), ids.otherVisit)).tells('VisitBegan');
    scene.when(at('lobby', 'code', code)).tells('VisitBegan', 'OpeningGranted');
    assert.deepEqual(shown(scene).sort(), [ids.hold, ids.otherHold]);
  });

  it('sees a flat-mate’s parcels only if that person shares, and they open only when asked for', () => {
    const mate = openSite().given(...waiting(3, { personId: ids.spouse }));
    assert.deepEqual(shown(mate.when(card(ids.owner)).tells('VisitBegan')), [ids.hold]);
    mate.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).tells('OpeningGranted');
    const lodger = openSite().given(...waiting(3, { personId: ids.lodger }));
    assert.deepEqual(shown(lodger.when(card(ids.owner)).tells('VisitBegan')), []);
    for (const kind of ['OpenDoor', 'TakeBackParcel'] as const)
      lodger.when({ kind, visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'unknown-parcel' });
    const neighbour = openSite().given(...waiting(3, { personId: ids.spouse }));
    assert.deepEqual(shown(neighbour.when(card(ids.neighbour)).tells('VisitBegan')), []);
  });

  it('who brings parcels sees own ones only', () => {
    const scene = openSite().given(...waiting(3));
    assert.deepEqual(shown(scene.when(card(ids.rival)).tells('VisitBegan')), []);
    scene.when({ kind: 'TakeBackParcel', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'unknown-parcel' });
    scene.when({ kind: 'EndVisit', visitId: ids.visit, reason: 'by-person' });
    assert.deepEqual(shown(scene.when(card(ids.courier)).tells('VisitBegan')), [ids.hold]);
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'not-allowed' });
  });

  it('whose code is used at two terminals at once has one door opened', () => {
    const scene = openSite().given(...waiting(3));
    scene.when(at('lobby', 'code', code)).tells('VisitBegan', 'OpeningGranted');
    scene.when(at('gate', 'code', code, ids.otherVisit)).tells('VisitBegan');
    const [opening] = scene.state.all('openings');
    scene.when(opens(3, opening?.id)).tells('OpeningOpened', 'CredentialSpent');
    scene.when(at('gate', 'code', code, uuid(0x70))).gives({ refused: 'not-recognised' });
  });

  it('cannot take over the id of a visit that is on', () => {
    openSite()
      .given(began(ids.owner))
      .when(at('gate', 'card', cardOf(ids.neighbour)))
      .gives({ refused: 'bad-request', field: 'visitId', remedy: 'begin with an id of its own' });
  });

  it('waits while another’s door is under way, but not for one that is left open', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner), granted());
    const next = at('lobby', 'card', cardOf(ids.neighbour), ids.otherVisit);
    scene.when(next).gives({ refused: 'door-busy' });
    scene.given({ type: 'OpeningOpened', data: { openingId: ids.opening } }).passes(90_000);
    scene.when(next).gives({ refused: 'door-busy' });
    scene.passes(1).when(next).tells('VisitEnded', 'VisitBegan');
    assert.equal(scene.state.get('openings', ids.opening)?.state, 'opened');
  });
});

describe('a proxy code', () => {
  const sent = (untilIn = hour): Scene => openSite().given(...waiting(3), proxy(untilIn));

  it('opens its one parcel and shows no other', () => {
    const scene = sent().given(...waiting(4, { holdId: ids.otherHold, credentialId: uuid(0x55) }));
    scene.when(at('lobby', 'code', proxyCode)).tells('VisitBegan', 'OpeningGranted');
    assert.deepEqual(shown(scene), [ids.hold]);
    scene.when({ kind: 'MakeProxy', visitId: ids.visit, holdId: ids.hold, hours: 1 }).gives({ refused: 'not-allowed' });
  });

  it('is like any wrong code once its time is over, and clocks that go back do not revive it [S14]', () => {
    const scene = sent().passes(hour + 1);
    scene.when(at('lobby', 'code', proxyCode)).tells('AttemptFailed');
    scene
      .passes(-2 * hour)
      .when(at('lobby', 'code', proxyCode))
      .gives({ refused: 'not-recognised' });
  });

  it('is refused while nobody knows what time it is; a card is not', () => {
    const scene = sent();
    scene.now = { ...scene.now, clock: 'unknown', wallMs: 0 };
    scene.when(at('lobby', 'code', proxyCode)).gives({ refused: 'clock-untrusted' });
    scene.when(card(ids.owner)).tells('VisitBegan', 'OpeningGranted');
  });

  it('opens nothing once revoked, not even in the visit it began [S11]', () => {
    const scene = sent().given({ type: 'CompartmentBlocked', data: { cabinet: 'a', compartment: 3, reason: 'check' } });
    scene.when(at('lobby', 'code', proxyCode)).tells('VisitBegan');
    scene.given({ type: 'CompartmentReleased', data: { cabinet: 'a', compartment: 3 } });
    scene.given(began(ids.owner, { visitId: ids.otherVisit, terminal: 'gate' }));
    scene
      .when({ kind: 'RevokeProxy', visitId: ids.otherVisit, proxyId: uuid(0x50) })
      .tells('CredentialRevoked', 'VisitEnded');
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'visit-over' });
    scene.when(at('lobby', 'code', proxyCode)).gives({ refused: 'not-recognised' });
  });

  it('ends when somebody else has opened its parcel', () => {
    const scene = sent().given(began(ids.owner), granted());
    scene.when(opens(3, ids.opening)).tells('OpeningOpened', 'CredentialSpent', 'CredentialSpent');
    scene.when(at('gate', 'code', proxyCode, ids.otherVisit)).gives({ refused: 'not-recognised' });
  });
});

it('an unknown card or QR is recorded, keeps no code waiting, and the 30th of a day calls somebody', () => {
  const scene = openSite();
  for (let n = 1; n < 30; n += 1) scene.when(at('lobby', n % 2 ? 'card' : 'qr', digest('?'))).tells('ScanRefused');
  scene.when(at('lobby', 'card', digest('?'))).tells('ScanRefused', 'AlertRaised');
  assert.equal(scene.state.get('terminals', 'lobby')?.streak, 0);
  scene.when({ kind: 'ReleaseTerminal', terminal: 'lobby' }).tells('TerminalReleased', 'AlertCleared');
});
