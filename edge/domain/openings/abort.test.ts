// An opening that did not come about.
import assert from 'node:assert/strict';
import type { EventData, Fact } from '../../contract/events.ts';
import { began, courierWith, depositOf, granted, ids, openSite, opens, reports, waiting } from '../people.fixture.ts';
import { type Asked, made } from '../scene.fixture.ts';
import { compartmentOf } from '../state.ts';

const abort = (reason: EventData<'OpeningAborted'>['reason'], openingId = ids.opening): Asked => ({
  kind: 'AbortOpening',
  openingId,
  reason,
});
const aborted = (reason: EventData<'OpeningAborted'>['reason'], openingId = ids.opening): Fact => ({
  type: 'OpeningAborted',
  data: { openingId, reason },
});
const unlocking = () => openSite().given(...waiting(3), began(ids.owner), granted());

describe('an opening that is aborted', () => {
  for (const reason of ['device-away', 'expired', 'restart'] as const)
    it(`as ${reason} is never tried again by itself, and the parcel still waits [S3]`, () => {
      const scene = unlocking()
        .when(abort(reason))
        .gives([aborted(reason)]);
      assert.equal(scene.state.get('holds', ids.hold)?.status, 'placed');
      scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).tells('OpeningGranted');
    });

  it('because the door did not open is tried once more, under a new grant', () => {
    unlocking()
      .when(abort('did-not-open'))
      .gives([aborted('did-not-open'), granted({ openingId: made(1), attempt: 2 })]);
  });

  it('because it did not open twice blocks the compartment and calls a guard; custody has not moved', () => {
    const scene = unlocking();
    scene.when(abort('did-not-open'));
    scene.when(abort('did-not-open', made(1))).tells('OpeningAborted', 'CompartmentBlocked', 'AlertRaised');
    assert.equal(compartmentOf(scene.state, 'a', 3).blocked, 'stuck');
    assert.equal(scene.state.get('holds', ids.hold)?.status, 'placed');
    assert.ok(scene.state.get('alerts', 'jammed:a/3'));
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'door-blocked' });
    scene
      .when({ kind: 'ReleaseCompartment', cabinet: 'a', compartment: 3 })
      .tells('CompartmentReleased', 'AlertCleared');
  });

  for (const [what, fact] of [
    [
      'its door is not known to be closed',
      { type: 'DoorsObserved', data: { cabinet: 'a', doors: [{ compartment: 3, door: 'unknown' }] } },
    ],
    ['its cabinet is away', { type: 'CabinetPresenceChanged', data: { cabinet: 'a', presence: 'silent' } }],
    ['the person has left', { type: 'VisitEnded', data: { visitId: ids.visit, reason: 'restart' } }],
  ] as [string, Fact][])
    it(`is not tried again when ${what}`, () => {
      unlocking().given(fact).when(abort('did-not-open')).tells('OpeningAborted', 'CompartmentBlocked', 'AlertRaised');
    });

  it('is refused by a board that answers: one more try; by a board that nobody hears: none', () => {
    const answered = (observed: 'closed' | 'unknown') =>
      reports({ kind: 'answered', orderId: ids.opening, compartment: 3, result: 'failed', observed });
    unlocking().when(answered('closed')).tells('OpeningAnswered', 'OpeningAborted', 'OpeningGranted');
    const scene = unlocking().when(answered('unknown')).tells('OpeningAnswered', 'OpeningAborted');
    assert.equal(scene.state.get('openings', ids.opening)?.reason, 'device-away');
    assert.equal(compartmentOf(scene.state, 'a', 3).blocked, null);
  });

  it('is not aborted any more once the door was seen open', () => {
    const scene = unlocking();
    scene.when(opens(3, ids.opening));
    scene.when(abort('did-not-open')).gives([]);
    scene
      .when(reports({ kind: 'answered', orderId: ids.opening, compartment: 3, result: 'failed', observed: 'closed' }))
      .tells('OpeningAnswered');
    assert.equal(scene.state.get('openings', ids.opening)?.state, 'opened');
  });

  it('leaves the courier’s parcel to go elsewhere, or withdraws it when nobody is left to put it in', () => {
    const scene = openSite().given(...courierWith(ids.owner, ids.home));
    scene.when(depositOf('S')).tells('ParcelRegistered', 'OpeningGranted');
    const swap: Asked = {
      kind: 'SwapCompartment',
      visitId: ids.visit,
      holdId: ids.hold,
      reason: 'wrong-size',
      size: null,
    };
    scene.when(swap).gives({ refused: 'door-busy' });
    scene.when(abort('device-away', made(1)));
    scene.when(swap).tells('OpeningGranted');
    assert.deepEqual(scene.state.get('holds', ids.hold)?.place, { cabinet: 'a', compartment: 4 });
    assert.equal(compartmentOf(scene.state, 'a', 3).holdId, null);

    scene.when({ kind: 'StartNode', boot: made(0xb), version: '0' }).tells('NodeStarted', 'VisitEnded');
    scene.when(abort('restart', made(2))).tells('OpeningAborted', 'ParcelWithdrawn');
    assert.equal(scene.state.get('holds', ids.hold), undefined);
    assert.equal(compartmentOf(scene.state, 'a', 4).holdId, null);
  });
});
