// Items come over the counter: who, what, where to, and what the desk may not take [M1, M2, M7, M8].
import assert from 'node:assert/strict';
import type { StaffRole } from '../../contract/rights.ts';
import { staffRoles } from '../../contract/rights.ts';
import { closes, ids, openSite, opens, waiting } from '../people.fixture.ts';
import { made, type Scene, uuid } from '../scene.fixture.ts';
import { by, holdOf, onDuty, openDesk, otherBy, receives, receivesInto } from './desk.fixture.ts';
import { deskTerminal } from './desk-visit.ts';

const toShelf = ['ItemReceived', 'ShelfAssigned', 'ParcelPlaced', 'CredentialIssued'] as const;
const toDoor = ['VisitBegan', 'ItemReceived', 'OpeningGranted'] as const;
const moves = { kind: 'MoveToShelf', by, holdId: ids.hold } as const;
const lastOpening = ({ state }: Scene) => [...state.all('openings')].at(-1);

describe('an item at the counter', () => {
  it('is registered by a named person, lies on the lowest free place at once, and its owner gets a code [M1]', () => {
    const scene = openDesk()
      .when(receives())
      .tells(...toShelf);
    const hold = holdOf(scene);
    assert.deepEqual(
      [hold.staffId, hold.courierId, hold.carrier, hold.status, hold.place, hold.householdId],
      [by.staffId, null, '顺丰', 'placed', { shelf: 1 }, ids.home],
    );
    assert.equal(scene.state.get('credentials', hold.credentialId ?? '')?.personId, ids.owner);
    scene.when(receives({ waybill: 'SF20000002' }, { holdId: ids.otherHold })).tells(...toShelf);
    assert.deepEqual(holdOf(scene, ids.otherHold).place, { shelf: 2 });
  });

  it('keeps what was wrong with it and its photo [M2]', () => {
    const scene = openDesk();
    scene.when(receives({ condition: 'damaged', damage: 'wet', photo: 'IMG 12' })).tells(...toShelf);
    assert.deepEqual([holdOf(scene).damage, holdOf(scene).photo], ['wet', 'IMG 12']);
  });

  const refusals: [string, ReturnType<typeof receives>, object][] = [
    [
      'whose damage is not named',
      receives({ condition: 'damaged' }),
      { refused: 'bad-request', field: 'damage', remedy: 'say what is wrong with it' },
    ],
    [
      'without a waybill, unless it is a letter',
      receives({ kind: 'express', waybill: null }),
      { refused: 'bad-request', field: 'waybill', remedy: 'scan or type it; only letters may have none' },
    ],
    ['for nobody who is known', receives({ personId: uuid(0x999) }), { refused: 'unknown-person' }],
    ['for a courier', receives({ personId: ids.courier }), { refused: 'unknown-person' }],
    [
      'for a compartment without a size',
      receivesInto({ size: null }),
      { refused: 'bad-request', field: 'size', remedy: 'choose S, M or L' },
    ],
  ];
  for (const [what, ask, refusal] of refusals)
    it(`is not taken ${what}`, () => {
      const scene = openDesk();
      assert.deepEqual(scene.when(ask).answer, refusal);
      assert.deepEqual([...scene.state.all('holds'), ...scene.state.all('shelf')], []);
    });

  it('is not taken twice: the waybill is in the house, or the id is used', () => {
    const scene = openSite().given(...onDuty(), ...waiting(3));
    scene.when(receives({ waybill: 'SF100000003' }, { holdId: ids.otherHold })).gives({ refused: 'waybill-in-house' });
    const remedy = 'register each item with an id of its own';
    scene.when(receives()).gives({ refused: 'bad-request', field: 'holdId', remedy });
  });

  it('is a letter without size and waybill, and goes to the shelf even when a compartment is wished', () => {
    openDesk()
      .when(receives({ kind: 'letter', waybill: null, size: null }, { visitId: ids.visit }))
      .tells(...toShelf);
  });

  it('is refused when the shelf is full, and nothing is kept of it', () => {
    const scene = openDesk();
    for (const n of [1, 2]) scene.when(receives({ waybill: `SF3000000${n}` }, { holdId: uuid(0x500 + n) }));
    scene.when(receives()).gives({ refused: 'cabinet-full' });
    assert.equal(scene.state.get('holds', ids.hold), undefined);
  });

  it('that cannot be taken at all is turned away, on record [M7, M8]', () => {
    const turned = { carrier: '中通', waybillTail: '0042', reason: 'address-unclear' } as const;
    openDesk()
      .when({ kind: 'TurnAwayItem', by, ...turned })
      .gives([{ type: 'ItemTurnedAway', data: { staffId: by.staffId, ...turned } }]);
  });
});

describe('a compartment for what the desk received', () => {
  it('is the smallest free one of all cabinets, opened by a short visit of the desk', () => {
    const scene = openDesk();
    const { facts } = scene.when(receivesInto());
    assert.deepEqual(
      facts.map(({ type }) => type),
      toDoor,
    );
    const opening = lastOpening(scene);
    assert.deepEqual([opening?.cabinet, opening?.compartment, opening?.personId], ['b', 1, by.staffId]);
    const visit = scene.state.get('visits', ids.visit);
    assert.deepEqual(
      [visit?.role, visit?.terminal, visit?.credentialId],
      ['desk', deskTerminal(by.staffId), by.sessionId],
    );
  });

  it('is low for a household that needs it', () => {
    const scene = openDesk();
    scene.when(receivesInto({ personId: ids.neighbour })).tells(...toDoor);
    assert.deepEqual([lastOpening(scene)?.cabinet, lastOpening(scene)?.compartment], ['a', 1]);
  });

  it('holds it once the door was open and stably closed [S5]', () => {
    const scene = openDesk();
    scene.when(receivesInto({ size: 'L' })).tells(...toDoor);
    assert.equal(holdOf(scene).status, 'registered');
    scene.when(opens(6, made(1))).tells('OpeningOpened');
    scene.when(closes(6)).tells('OpeningClosed', 'ParcelPlaced', 'CredentialIssued');
    assert.deepEqual([holdOf(scene).status, holdOf(scene).place], ['placed', { cabinet: 'a', compartment: 6 }]);
  });

  for (const item of [{ condition: 'fresh' }, { condition: 'damaged', damage: 'torn' }] as const)
    it(`is not given to what is ${item.condition}`, () => {
      openDesk()
        .when(receivesInto(item))
        .tells(...toShelf);
    });

  it('needs the recipient’s consent, or their word by phone [law and practice: consent]', () => {
    const scene = openDesk().given({
      type: 'PersonRegistered',
      data: {
        personId: ids.owner,
        householdId: ids.home,
        role: 'resident',
        phoneTailKey: null,
        consent: 'desk',
        shares: false,
        elder: false,
        language: null,
        relation: null,
        until: null,
        agreedBy: null,
        channels: [],
        quiet: null,
        digest: '0'.repeat(64),
      },
    });
    scene.when(receivesInto()).tells(...toShelf);
    scene
      .when(receivesInto({ agreedByPhone: true, waybill: 'SF20000009' }, { holdId: ids.otherHold }))
      .tells(...toDoor);
  });

  it('is replaced by the shelf when none fits', () => {
    const scene = openDesk();
    for (const cabinet of ['a', 'b'])
      scene.given({ type: 'CabinetPresenceChanged', data: { cabinet, presence: 'offline' } });
    scene.when(receivesInto()).tells(...toShelf);
  });

  it('is opened one at a time by one member of staff, signed in twice or not, while another goes on [safety: codes 11]', () => {
    const scene = openDesk().given(...onDuty(otherBy));
    scene.when(receivesInto());
    const next = [{ waybill: 'SF20000002' }, { holdId: ids.otherHold, visitId: ids.otherVisit }] as const;
    scene.when(receivesInto(...next)).gives({ refused: 'door-busy' });
    const elsewhere = { staffId: by.staffId, sessionId: uuid(0x7ff) };
    scene.given({ type: 'StaffSignedIn', data: { ...elsewhere, where: 'tablet' } });
    scene.when(receivesInto(next[0], { ...next[1], by: elsewhere })).gives({ refused: 'door-busy' });
    scene.when(receivesInto(next[0], { ...next[1], by: otherBy })).tells(...toDoor);
  });

  it('that does not open is tried once more, then blocked; the item stays with the desk and goes to the shelf', () => {
    const scene = openDesk();
    scene.when(receivesInto({ size: 'L' }));
    scene
      .when({ kind: 'AbortOpening', openingId: made(1), reason: 'did-not-open' })
      .tells('OpeningAborted', 'OpeningGranted');
    scene.when(moves).gives({ refused: 'door-busy' });
    scene
      .when({ kind: 'AbortOpening', openingId: made(2), reason: 'did-not-open' })
      .tells('OpeningAborted', 'CompartmentBlocked', 'AlertRaised');
    scene.when({ kind: 'EndVisit', visitId: ids.visit, reason: 'idle' }).tells('VisitEnded');
    assert.equal(holdOf(scene).status, 'registered');
    scene.when(moves).tells('ShelfAssigned', 'ParcelPlaced', 'CredentialIssued');
    assert.deepEqual([holdOf(scene).place, scene.state.get('compartments', 'a/6')?.holdId], [{ shelf: 1 }, null]);
  });

  it('that turns out too small is emptied and closed, and the item goes to the shelf, be it full', () => {
    const scene = openDesk();
    for (const n of [1, 2]) scene.when(receives({ waybill: `SF3000000${n}` }, { holdId: uuid(0x500 + n) }));
    scene.when(receivesInto({ size: 'L' }));
    const opening = lastOpening(scene);
    scene.when(opens(6, opening?.id)).tells('OpeningOpened');
    scene.when(moves).tells('OpeningMarked');
    scene.when(closes(6)).tells('OpeningClosed', 'ShelfAssigned', 'ParcelPlaced', 'CredentialIssued');
    assert.deepEqual(holdOf(scene).place, { shelf: 3 });
  });

  it('is left to its door when the node restarts: the item is neither lost nor withdrawn', () => {
    const scene = openDesk();
    scene.when(receivesInto({ size: 'L' }));
    scene.when({ kind: 'StartNode', boot: uuid(0xb002), version: '0' });
    assert.equal(holdOf(scene).status, 'registered');
    scene.when({ kind: 'AbortOpening', openingId: made(1), reason: 'restart' }).tells('OpeningAborted');
    assert.equal(holdOf(scene).status, 'registered');
  });

  it('is not opened again once its member of staff has signed out [S11]', () => {
    const scene = openDesk();
    scene.when(receivesInto({ size: 'L' }));
    scene.when({ kind: 'SignOut', by, sessionId: by.sessionId, reason: 'by-person' });
    scene
      .when({ kind: 'AbortOpening', openingId: made(1), reason: 'did-not-open' })
      .tells('OpeningAborted', 'CompartmentBlocked', 'AlertRaised');
  });
});

describe('the shelf', () => {
  it('takes what did not go into its compartment, and nothing else', () => {
    const scene = openSite().given(...onDuty(), ...waiting(3));
    scene.when(moves).gives({ refused: 'not-waiting' });
    scene.when({ ...moves, holdId: uuid(0x999) }).gives({ refused: 'unknown-item' });
  });
});

describe('the right to receive', () => {
  it('is the desk’s and the guard’s, while they are signed in', () => {
    const may = (role: StaffRole): boolean => {
      const scene = openSite().given(...onDuty(by, [role]));
      return !('refused' in scene.when(receives()).answer);
    };
    assert.deepEqual(staffRoles.filter(may), ['desk', 'guard']);
    openSite().when(receives()).gives({ refused: 'signed-out' });
    openDesk()
      .given(...onDuty(otherBy))
      .when(receives({}, { by: { ...by, sessionId: otherBy.sessionId } }))
      .gives({ refused: 'signed-out' });
  });
});
