// A courier brings a parcel: where it may go, and what a courier may not do.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import { began, courierWith, depositOf, ids, openSite, opens, room, tail, waiting } from '../people.fixture.ts';
import { type Asked, digest, made, type Scene, uuid } from '../scene.fixture.ts';

const present = (): Scene => openSite().given(...courierWith(ids.owner, ids.home));
const consents = (consent: 'desk' | 'door' | 'ask'): Fact => {
  const person = { householdId: ids.home, role: 'resident', phoneTailKey: null, shares: false, elder: false } as const;
  const unsaid = { language: null, relation: null, until: null, agreedBy: null, channels: [], quiet: null };
  return {
    type: 'PersonRegistered',
    data: { ...person, ...unsaid, personId: ids.owner, consent, digest: digest('d') },
  };
};
const matches = (roomKey: string, phoneTailKey: string): Asked => ({
  kind: 'MatchRecipient',
  visitId: ids.visit,
  recipientId: uuid(0x20),
  roomKey,
  phoneTailKey,
});
const onHold = (kind: 'WithdrawParcel' | 'ConfirmShelf' | 'TakeBackParcel', holdId = ids.hold): Asked => ({
  kind,
  visitId: ids.visit,
  holdId,
});
const swap = (holdId = ids.hold): Asked => ({
  kind: 'SwapCompartment',
  visitId: ids.visit,
  holdId,
  reason: 'wrong-size',
  size: 'M',
});
const tryElsewhere: Asked = {
  kind: 'SwapCompartment',
  visitId: ids.visit,
  holdId: ids.hold,
  reason: 'did-not-open',
  size: null,
};

describe('a recipient', () => {
  it('is confirmed by room and phone together', () => {
    openSite()
      .given(began(ids.courier, { role: 'courier' }))
      .when(matches(room.home, tail(ids.owner)))
      .tells('RecipientMatched');
  });

  it('that does not match is recorded first, and the answer never tells which of the two was wrong', () => {
    const answers = [
      matches(room.home, tail(ids.neighbour)),
      matches(digest('no room'), tail(ids.owner)),
      matches(room.low, tail(ids.owner)),
    ].map((ask) => {
      const { answer, facts } = openSite()
        .given(began(ids.courier, { role: 'courier' }))
        .when(ask);
      assert.deepEqual(facts, [{ type: 'RecipientMismatched', data: { visitId: ids.visit, courierId: ids.courier } }]);
      return answer;
    });
    assert.deepEqual(answers, Array(3).fill({ refused: 'no-match', attemptsLeft: 4 }));
  });

  it('may be guessed 5 times in a visit and 15 times a day, then not even rightly', () => {
    const scene = openSite();
    for (let visit = 0; visit < 3; visit += 1) {
      scene.given(began(ids.courier, { role: 'courier' }));
      for (let left = 4; left >= 0; left -= 1)
        scene.when(matches(digest('x'), digest('y'))).gives({ refused: 'no-match', attemptsLeft: left });
      scene.when(matches(room.home, tail(ids.owner))).gives({ refused: 'too-many-mismatches' });
    }
    scene.given(began(ids.courier, { role: 'courier' }));
    scene.when(matches(room.home, tail(ids.owner))).gives({ refused: 'too-many-mismatches' });
    scene
      .passes(24 * 3_600_000)
      .when(matches(room.home, tail(ids.owner)))
      .tells('RecipientMatched');
  });

  it('is not asked for by residents', () => {
    openSite()
      .given(began(ids.lodger))
      .when(matches(room.home, tail(ids.owner)))
      .gives({ refused: 'not-allowed' });
  });
});

describe('a parcel that is brought', () => {
  it('goes into a compartment when it is whole and the recipient agreed', () => {
    present().when(depositOf('S')).tells('ParcelRegistered', 'OpeningGranted');
    present()
      .given(consents('door'))
      .when(depositOf('S', { agreedByPhone: true }))
      .tells('ParcelRegistered', 'OpeningGranted');
  });

  for (const condition of ['damaged', 'overweight', 'fresh', 'valuable'] as const)
    it(`goes to the desk when it is ${condition}, and no swap brings it into a compartment`, () => {
      const scene = present().when(depositOf('S', { condition })).tells('ParcelRegistered', 'ShelfAssigned');
      scene.when(swap()).gives({ refused: 'at-the-desk' });
      scene.when(onHold('ConfirmShelf')).tells('ParcelPlaced', 'CredentialIssued');
    });

  for (const consent of ['desk', 'door', 'ask'] as const)
    it(`goes to the desk when the recipient’s wish is ${consent}`, () => {
      present().given(consents(consent)).when(depositOf('S')).tells('ParcelRegistered', 'ShelfAssigned');
    });

  it('is refused without a recipient, a size, or an id and a waybill of its own', () => {
    openSite()
      .given(began(ids.courier, { role: 'courier' }))
      .when(depositOf('S'))
      .gives({ refused: 'no-match', field: 'recipient', remedy: 'confirm the recipient first' });
    present().when(depositOf(null)).gives({ refused: 'bad-request', field: 'size', remedy: 'choose S, M or L' });
    const scene = openSite().given(...waiting(3), ...courierWith(ids.owner, ids.home));
    scene
      .when(depositOf('S', { holdId: ids.otherHold, waybill: 'SF100000003' }))
      .gives({ refused: 'waybill-in-house' });
    scene
      .when(depositOf('S'))
      .gives({ refused: 'bad-request', field: 'holdId', remedy: 'register each parcel with an id of its own' });
  });

  it('goes to the shelf when the cabinet is full, and away again when the shelf is full', () => {
    const scene = present().given({ type: 'CabinetPresenceChanged', data: { cabinet: 'a', presence: 'offline' } });
    for (const n of [1, 2])
      scene
        .when(depositOf('S', { holdId: uuid(0x500 + n), waybill: `SF000000${n}` }))
        .tells('ParcelRegistered', 'ShelfAssigned');
    scene.when(depositOf('S')).gives({ refused: 'cabinet-full' });
    assert.equal(scene.state.get('holds', ids.hold), undefined);
  });

  it('is not cancelled by cancelling another while its door is open', () => {
    const scene = present();
    scene
      .when(depositOf('S', { holdId: ids.otherHold, waybill: 'SF0000009', condition: 'fresh' }))
      .tells('ParcelRegistered', 'ShelfAssigned');
    scene.when(depositOf('S')).tells('ParcelRegistered', 'OpeningGranted');
    scene.when(onHold('WithdrawParcel')).gives({ refused: 'door-busy' });
    scene.when(opens(3, made(1))).tells('OpeningOpened');
    scene
      .when(onHold('WithdrawParcel', ids.otherHold))
      .gives([{ type: 'ParcelWithdrawn', data: { holdId: ids.otherHold, openingId: null } }]);
    assert.equal(scene.state.get('openings', made(1))?.mark.emptying, null);
  });

  it('is not moved by a swap of another while its door is open', () => {
    const scene = present();
    scene
      .when(depositOf('S', { holdId: ids.otherHold, waybill: 'SF0000009' }))
      .tells('ParcelRegistered', 'OpeningGranted');
    scene.when({ kind: 'AbortOpening', openingId: made(1), reason: 'device-away' }).tells('OpeningAborted');
    scene.when(depositOf('S')).tells('ParcelRegistered', 'OpeningGranted');
    scene.when(opens(4, made(2))).tells('OpeningOpened');
    scene.when(swap(ids.otherHold)).gives({ refused: 'door-busy' });
  });

  it('gets another compartment when its door did not open, but not while that door stands open', () => {
    const scene = present();
    scene.when(depositOf('S')).tells('ParcelRegistered', 'OpeningGranted');
    scene.when({ kind: 'AbortOpening', openingId: made(1), reason: 'device-away' }).tells('OpeningAborted');
    scene.when(tryElsewhere).tells('OpeningGranted');
    const opening = [...scene.state.all('openings')].at(-1);
    assert.ok(opening);
    scene.when(opens(opening.compartment, opening.id)).tells('OpeningOpened');
    scene.when(tryElsewhere).gives({ refused: 'door-busy' });
  });

  it('that goes to the desk needs no size', () => {
    present()
      .given(consents('desk'))
      .when(depositOf('S', { size: null }))
      .tells('ParcelRegistered', 'ShelfAssigned');
  });

  it('is withdrawn when the visit ends before it is put in', () => {
    const scene = present();
    scene.when(depositOf('S', { condition: 'fresh' }));
    scene.when({ kind: 'EndVisit', visitId: ids.visit, reason: 'idle' }).tells('ParcelWithdrawn', 'VisitEnded');
    assert.deepEqual([...scene.state.all('holds'), ...scene.state.all('shelf')], []);
  });

  it('is not touched by another courier, nor moved once it is in', () => {
    const scene = openSite().given(...waiting(3), began(ids.rival, { role: 'courier' }));
    for (const ask of [swap(), onHold('WithdrawParcel'), onHold('ConfirmShelf'), onHold('TakeBackParcel')])
      scene.when(ask).gives({ refused: 'unknown-parcel' });
    scene.given(began(ids.courier, { role: 'courier' }));
    scene.when(swap()).gives({ refused: 'unknown-parcel' });
    scene.when(onHold('TakeBackParcel')).tells('OpeningGranted');
  });
});
