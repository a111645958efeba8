// What a kiosk shows of things that the desk deals with.
import assert from 'node:assert/strict';
import { by, onDuty, receives, shelved } from '../custody/desk.fixture.ts';
import { began, ids, openSite, waiting } from '../people.fixture.ts';
import type { Scene } from '../scene.fixture.ts';
import { visibleHolds } from './household.ts';

describe('a kiosk’s screen', () => {
  const shown = (scene: Scene): string[] => {
    const visit = scene.state.get('visits', ids.visit);
    assert.ok(visit);
    return visibleHolds(scene.state, visit).map(({ id }) => id);
  };

  it('shows what lies at the desk, and no more what is to go back', () => {
    const scene = shelved().given(began(ids.owner));
    assert.deepEqual(shown(scene), [ids.hold]);
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'at-the-desk' });
    scene.when({ kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'refused' });
    assert.deepEqual(shown(scene), []);
  });

  it('shows nothing more of what the desk gave away, though this visit had dealt with it', () => {
    const scene = openSite().given(...onDuty(), ...waiting(3), began(ids.owner));
    scene.given({
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
      },
    });
    scene.when({ kind: 'AbortOpening', openingId: ids.opening, reason: 'device-away' });
    scene.when({ kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'refused' });
    assert.deepEqual(shown(scene), []);
  });

  it('shows a flat-mate’s parcels but not their letters', () => {
    const scene = shelved(ids.spouse, { kind: 'letter', waybill: null }).given(began(ids.owner));
    scene.when(receives({ personId: ids.spouse, waybill: 'SF20000002' }, { holdId: ids.otherHold }));
    assert.deepEqual(shown(scene), [ids.otherHold]);
  });
});
