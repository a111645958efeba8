// Disputes end by the word of a member of staff, and items in the house only against a signature.
import assert from 'node:assert/strict';
import type { EventData } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { staffRoles } from '../../contract/rights.ts';
import { due } from '../alerts/deadlines.ts';
import { began, closes, granted, ids, openSite, opens, waiting } from '../people.fixture.ts';
import { made, type Scene } from '../scene.fixture.ts';
import { by, codeOf, fetches, handsOver, holdOf, onDuty, returnsList, settles } from './desk.fixture.ts';

type Where = EventData<'ParcelDisputed'>['where'];
const outcomes = ['delivered', 'to-shelf', 'to-return', 'lost'] as const;
const fetchFirst = { refused: 'fetch-first', field: 'holdIds', remedy: 'fetch it to the desk first' } as const;

/** A parcel of compartment a/3, in dispute where its owner said it is. */
const disputed = (where: Where): Scene => {
  const scene = openSite().given(...onDuty(), ...waiting(3), began(ids.owner), granted());
  scene.given({ type: 'NoticeSent', data: { holdId: ids.hold, notice: 'arrival', carrier: 'sms' } });
  const problem = where === 'unknown' ? 'empty' : 'damaged';
  scene.when(opens(3, ids.opening));
  scene.when({ kind: 'ReportProblem', visitId: ids.visit, holdId: ids.hold, problem, kept: where === 'with-person' });
  scene.when(closes(3));
  scene.when({ kind: 'EndVisit', visitId: ids.visit, reason: 'by-person' });
  assert.equal(holdOf(scene).dispute?.where, where);
  return scene;
};
const held = (scene: Scene) => {
  const hold = scene.state.get('holds', ids.hold);
  return hold ? [hold.status, hold.place] : 'over';
};
const inside = { cabinet: 'a', compartment: 3 };

describe('a dispute', () => {
  const table: [Where, (typeof outcomes)[number], unknown][] = [
    [
      'compartment',
      'delivered',
      { refused: 'signature-needed', remedy: 'it is in the house: hand it over against a signature' },
    ],
    ['compartment', 'to-shelf', fetchFirst],
    ['compartment', 'to-return', ['to-return', inside]],
    ['compartment', 'lost', fetchFirst],
    ['with-person', 'delivered', 'over'],
    ['with-person', 'to-shelf', ['placed', { shelf: 1 }]],
    ['with-person', 'to-return', ['to-return', { shelf: 1 }]],
    ['with-person', 'lost', 'over'],
    ['unknown', 'delivered', 'over'],
    ['unknown', 'to-shelf', ['placed', { shelf: 1 }]],
    ['unknown', 'to-return', ['to-return', { shelf: 1 }]],
    ['unknown', 'lost', 'over'],
  ];
  for (const [where, outcome, expected] of table)
    it(`about an item that is ${where}, settled as ${outcome}`, () => {
      const scene = disputed(where);
      const { answer } = scene.when(settles(outcome));
      assert.deepEqual('refused' in answer ? answer : held(scene), expected);
      if (expected !== fetchFirst && held(scene) === 'over')
        assert.equal(scene.state.get('compartments', 'a/3')?.holdId, null);
    });

  it('settled to the shelf gives a new code and tells the owner anew', () => {
    const scene = disputed('with-person');
    assert.equal(holdOf(scene).notices.arrival.sent, 1);
    scene.when(settles('to-shelf')).tells('DisputeSettled', 'CredentialIssued');
    assert.equal(holdOf(scene).notices.arrival.sent, 0);
    scene
      .when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'code', lookup: codeOf(scene) })
      .tells('VisitBegan');
  });

  it('about what was fetched to the desk is settled from there', () => {
    for (const [outcome, status] of [
      ['to-shelf', 'placed'],
      ['to-return', 'to-return'],
    ] as const) {
      const scene = disputed('compartment');
      scene.when(fetches()).tells('VisitBegan', 'OpeningGranted');
      scene.when(settles(outcome)).gives({ refused: 'door-busy' });
      const opening = holdOf(scene).openingId ?? '';
      scene.when(opens(3, opening)).tells('OpeningOpened');
      scene.when(closes(3)).tells('OpeningClosed', 'ShelfAssigned', 'ParcelPlaced');
      scene.when(settles('delivered'));
      assert.deepEqual(held(scene), ['disputed', { shelf: 1 }]);
      scene.when(settles(outcome));
      assert.deepEqual(held(scene), [status, { shelf: 1 }]);
    }
  });

  it('settled to go back goes back with the carrier', () => {
    const scene = disputed('with-person');
    scene.when(settles('to-return'));
    const { facts } = scene.when(returnsList());
    assert.equal(facts[0]?.type === 'ItemReturned' && facts[0].data.reason, 'settled');
  });

  it('is settled once, and nothing else is', () => {
    const scene = disputed('with-person');
    scene.when(settles('to-shelf'));
    scene.when(settles('to-shelf')).gives({ refused: 'not-waiting' });
    scene.when(handsOver()).tells('ItemHandedOver', 'CredentialRevoked');
    scene.when(settles('lost')).gives({ refused: 'unknown-item' });
  });

  it('is settled by desk, supervisor or manager', () => {
    const may = (role: StaffRole): boolean => {
      const scene = disputed('with-person').given({
        type: 'StaffRolesChanged',
        data: { staffId: by.staffId, roles: [role], by: by.staffId },
      });
      return !('refused' in scene.when(settles('lost')).answer);
    };
    assert.deepEqual(staffRoles.filter(may), ['desk', 'supervisor', 'manager']);
  });
});

describe('an item fetched out of its compartment', () => {
  const fetched = (): Scene => {
    const scene = openSite().given(...onDuty(), ...waiting(3));
    scene.when(fetches()).tells('VisitBegan', 'OpeningGranted');
    return scene;
  };

  it('lies on the shelf under the same record and the same code once the door is shut [S5]', () => {
    const scene = fetched();
    scene.when(opens(3, made(1))).gives([{ type: 'OpeningOpened', data: { openingId: made(1) } }]);
    assert.equal(holdOf(scene).status, 'placed');
    const code = codeOf(scene);
    const placedAt = holdOf(scene).placedAt;
    scene.passes(5_000).when(closes(3)).tells('OpeningClosed', 'ShelfAssigned', 'ParcelPlaced');
    assert.deepEqual(held(scene), ['placed', { shelf: 1 }]);
    assert.deepEqual([holdOf(scene).placedAt, codeOf(scene)], [placedAt, code]);
    assert.equal(scene.state.get('compartments', 'a/3')?.holdId, null);
    scene.when(handsOver()).tells('ItemHandedOver', 'CredentialRevoked');
  });

  it('stays where it is when the door does not open', () => {
    const scene = fetched();
    scene
      .when({ kind: 'AbortOpening', openingId: made(1), reason: 'did-not-open' })
      .tells('OpeningAborted', 'OpeningGranted');
    scene.when({ kind: 'AbortOpening', openingId: made(2), reason: 'did-not-open' });
    assert.deepEqual(held(scene), ['placed', inside]);
  });

  it('is not fetched by two, nor while its owner is at the door, nor from the shelf', () => {
    fetched()
      .when(fetches({ visitId: ids.otherVisit }))
      .gives({ refused: 'door-busy' });
    const owner = openSite().given(...onDuty(), ...waiting(3), began(ids.owner));
    owner.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold });
    owner.when(fetches({ visitId: ids.otherVisit })).gives({ refused: 'door-busy' });
    const scene = fetched();
    scene.when(opens(3, made(1)));
    scene.when(closes(3));
    scene.when(fetches({ visitId: ids.otherVisit })).gives({ refused: 'at-the-desk' });
  });

  it('keeps the console’s door for half a minute, then the visit of the desk is over', () => {
    const scene = fetched();
    const ends = () => due(scene.state, scene.now, []).filter(({ kind }) => kind === 'EndVisit');
    scene.when(opens(3, made(1)));
    scene.passes(40_000).when(closes(3));
    assert.deepEqual(ends(), []);
    scene.passes(30_001);
    assert.deepEqual(ends(), [{ kind: 'EndVisit', visitId: ids.visit, reason: 'idle' }]);
    scene.when({ kind: 'EndVisit', visitId: ids.visit, reason: 'idle' }).tells('VisitEnded');
    assert.deepEqual([...scene.state.all('openings')], []);
  });
});
