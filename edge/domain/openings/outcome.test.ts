// What a closed door means for the parcel behind it [S5].
import assert from 'node:assert/strict';
import type { EventData, Fact } from '../../contract/events.ts';
import { began, closes, courierWith, depositOf, granted, ids, openSite, opens, waiting } from '../people.fixture.ts';
import { type Asked, lookupsOf, made, type Scene } from '../scene.fixture.ts';
import { compartmentOf } from '../state.ts';

const closed = (openingId = ids.opening): Fact => ({ type: 'OpeningClosed', data: { openingId, stableMs: 300 } });
const disputed = (data: Partial<EventData<'ParcelDisputed'>>): Fact => ({
  type: 'ParcelDisputed',
  data: { holdId: ids.hold, problem: 'damaged', where: 'compartment', openingId: ids.opening, ...data },
});
const doorIsOpen = (purpose: 'collect' | 'take-back' = 'collect'): Scene =>
  openSite().given(...waiting(3), began(ids.owner), granted({ purpose }), {
    type: 'OpeningOpened',
    data: { openingId: ids.opening },
  });
const report = (problem: 'damaged' | 'not-mine' | 'empty', kept: boolean): Asked => ({
  kind: 'ReportProblem',
  visitId: ids.visit,
  holdId: ids.hold,
  problem,
  kept,
});
const depositing = (): Scene => {
  const scene = openSite().given(...courierWith(ids.owner, ids.home));
  scene.when(depositOf('S'));
  scene.when(opens(3, made(1)));
  return scene;
};
const swap = (reason: 'wrong-size' | 'occupied' | 'dirty', size: 'M' | null = null): Asked => ({
  kind: 'SwapCompartment',
  visitId: ids.visit,
  holdId: ids.hold,
  reason,
  size,
});

describe('a door that is closed again', () => {
  it('is the collection', () => {
    const { personId, visitId, holdId } = { personId: ids.owner, visitId: ids.visit, holdId: ids.hold };
    const scene = doorIsOpen()
      .when(closes(3))
      .gives([closed(), { type: 'ParcelCollected', data: { holdId, openingId: ids.opening, personId, visitId } }]);
    assert.equal(compartmentOf(scene.state, 'a', 3).holdId, null);
  });

  it('is the return to the courier who takes it back', () => {
    doorIsOpen('take-back')
      .when(closes(3))
      .gives([closed(), { type: 'ParcelReturned', data: { holdId: ids.hold, openingId: ids.opening } }]);
  });

  for (const [problem, kept, where, holdsStill] of [
    ['damaged', true, 'with-person', null],
    ['damaged', false, 'compartment', ids.hold],
    ['not-mine', false, 'compartment', ids.hold],
  ] as const)
    it(`is a dispute when it was ${problem}, ${kept ? 'taken along' : 'put back'}`, () => {
      const scene = doorIsOpen().when(report(problem, kept)).tells('OpeningMarked');
      scene.when(closes(3)).gives([closed(), disputed({ problem, where })]);
      assert.equal(compartmentOf(scene.state, 'a', 3).holdId, holdsStill);
    });

  it('on an empty compartment is a dispute, and somebody has to look into it', () => {
    const scene = doorIsOpen();
    scene.when(report('empty', false));
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelDisputed', 'CompartmentBlocked', 'AlertRaised');
    assert.equal(compartmentOf(scene.state, 'a', 3).blocked, 'check');
  });

  it('is the deposit, and the owner gets a code', () => {
    const { code, qr } = lookupsOf(made(2));
    const issued = { credentialId: made(2), personId: ids.owner, lookups: [code, qr], issue: 0 };
    depositing()
      .when(closes(3))
      .gives([
        closed(made(1)),
        {
          type: 'ParcelPlaced',
          data: { holdId: ids.hold, place: { cabinet: 'a', compartment: 3 }, evidence: 'door', openingId: made(1) },
        },
        { type: 'CredentialIssued', data: { ...issued, use: 'parcel', holdId: ids.hold, until: null } },
      ]);
  });

  it('is the deposit also when the visit was ended by a restart in between', () => {
    const scene = depositing();
    scene.when({ kind: 'StartNode', boot: made(0xb), version: '0' }).tells('NodeStarted', 'VisitEnded');
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelPlaced', 'CredentialIssued');
  });

  it('after a cancellation leaves nothing behind', () => {
    const scene = depositing();
    scene.when({ kind: 'WithdrawParcel', visitId: ids.visit, holdId: ids.hold }).tells('OpeningMarked');
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelWithdrawn');
    assert.deepEqual(compartmentOf(scene.state, 'a', 3), {
      ...compartmentOf(scene.state, 'a', 4),
      id: 'a/3',
      compartment: 3,
    });
  });

  it('that was too small opens a larger one', () => {
    const scene = depositing();
    scene.when(swap('wrong-size', 'M'));
    scene.when(closes(3)).tells('OpeningClosed', 'OpeningGranted');
    assert.deepEqual(scene.state.get('holds', ids.hold)?.place, { cabinet: 'a', compartment: 5 });
    assert.equal(compartmentOf(scene.state, 'a', 3).holdId, null);
  });

  for (const reason of ['occupied', 'dirty'] as const)
    it(`on an ${reason} compartment blocks it and opens another`, () => {
      const scene = depositing();
      scene.when(swap(reason));
      scene.when(closes(3)).tells('OpeningClosed', 'CompartmentBlocked', 'AlertRaised', 'OpeningGranted');
      assert.equal(compartmentOf(scene.state, 'a', 3).blocked, reason);
      assert.deepEqual(scene.state.get('holds', ids.hold)?.place, { cabinet: 'a', compartment: 4 });
    });

  it('with no other compartment left leads to the shelf, and with no shelf the parcel goes back with the courier', () => {
    const scene = depositing();
    scene.given(
      ...[1, 2, 4, 5, 6].map(
        (compartment): Fact => ({
          type: 'CompartmentBlocked',
          data: { cabinet: 'a', compartment, reason: 'dirty' },
        }),
      ),
    );
    scene.when(swap('wrong-size'));
    scene.when(closes(3)).tells('OpeningClosed', 'ShelfAssigned');
    assert.deepEqual(scene.state.get('holds', ids.hold)?.place, { shelf: 1 });
    assert.equal(compartmentOf(scene.state, 'a', 3).holdId, null);
  });
});
