// When a door is opened for somebody, and when not.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import { began, granted, ids, openSite, waiting } from '../people.fixture.ts';
import { made, uuid } from '../scene.fixture.ts';

const ask = { kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold } as const;
const ownerStands = [...waiting(3), began(ids.owner)];
const blocked: Fact = { type: 'CompartmentBlocked', data: { cabinet: 'a', compartment: 3, reason: 'forced' } };

describe('a grant', () => {
  it('opens one compartment once, for one person [S1, S4]', () => {
    openSite()
      .given(...ownerStands)
      .when(ask)
      .gives([granted({ openingId: made(1) })]);
  });

  it('is not given while the visit’s own door, or anybody’s on this compartment, is under way', () => {
    const scene = openSite().given(...ownerStands, began(ids.spouse, { visitId: ids.otherVisit, terminal: 'gate' }));
    scene.given(...waiting(4, { holdId: ids.otherHold, credentialId: uuid(0x55) }));
    scene.when(ask).tells('OpeningGranted');
    scene.when({ ...ask, holdId: ids.otherHold }).gives({ refused: 'door-busy' });
    scene.when({ ...ask, holdId: ids.otherHold, visitId: ids.visit }).gives({ refused: 'door-busy' });
    scene.given(began(ids.owner, { visitId: ids.otherVisit, terminal: 'gate' }));
    scene.when({ ...ask, visitId: ids.otherVisit }).gives({ refused: 'door-busy' });
    scene.when(ask).gives({ refused: 'door-busy' });
  });

  it('three taps open once', () => {
    const scene = openSite().given(...ownerStands);
    for (let tap = 0; tap < 3; tap += 1) scene.when(ask);
    assert.equal(
      scene.history.filter(({ type, data }) => type === 'OpeningGranted' && data.purpose === 'collect').length,
      1,
    );
  });

  it('is not given for a blocked compartment', () => {
    openSite()
      .given(...ownerStands, blocked)
      .when(ask)
      .gives({ refused: 'door-blocked' });
  });

  for (const presence of ['silent', 'offline'] as const)
    it(`is not given to a cabinet that is ${presence}`, () => {
      openSite()
        .given(...ownerStands, { type: 'CabinetPresenceChanged', data: { cabinet: 'a', presence } })
        .when(ask)
        .gives({ refused: 'device-away' });
    });

  it('is not given for a door that stands open already', () => {
    openSite()
      .given(...ownerStands, {
        type: 'DoorsObserved',
        data: { cabinet: 'a', doors: [{ compartment: 3, door: 'open' }] },
      })
      .when(ask)
      .gives({ refused: 'door-busy' });
  });

  it('is not given by a visit that is over', () => {
    openSite()
      .given(...ownerStands, { type: 'VisitEnded', data: { visitId: ids.visit, reason: 'idle' } })
      .when(ask)
      .gives({ refused: 'visit-over' });
  });
});
