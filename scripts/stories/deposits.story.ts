// A courier puts parcels in: into the right compartment, into another one, onto the shelf, or not at all.
import assert from 'node:assert/strict';
import {
  beginByCode,
  beginCourier,
  closeDoor,
  doorAt,
  fateOf,
  meet,
  nextWaybill,
  push,
  register,
} from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { asksFirst, elder, neighbour, owner, type Resident, wantsDesk, wantsDoor } from './people.fixture.ts';
import { eventsOf } from './record.fixture.ts';
import { Site } from './site.fixture.ts';
import type { Visitor } from './visitor.fixture.ts';

const shelfPlaces = 12;

describe('a parcel that a courier brings', () => {
  const site = new Site({ shelfPlaces });
  let courier: Visitor;
  before(() => site.start());
  beforeEach(async () => {
    courier = await beginCourier(site);
  });
  afterEach(async () => {
    await courier.ask('leave');
    await site.check();
  });
  after(() => site.stop());

  const parcelOf = async (holdId: string) =>
    (await courier.ask('readVisit')).parcels.find((one) => one.holdId === holdId);

  const put = async (resident: Resident, more: object): Promise<string | undefined> => {
    await meet(courier, resident);
    const holdId = await register(courier, 'S', more);
    const kind = (await parcelOf(holdId))?.place?.kind;
    if (kind === 'compartment') await closeDoor(site, courier);
    else await courier.ask('confirmShelf', { holdId });
    assert.equal(await fateOf(site, holdId), 'ParcelPlaced');
    return kind;
  };

  it('gets a low compartment for a household that needs it', async () => {
    await meet(courier, elder);
    await register(courier, 'S');
    const { place } = await closeDoor(site, courier);
    assert.match(place.label, /^(A0[1-8]|B0[1-4])$/);
  });

  it('goes into the locker only when it is whole and its recipient agreed, otherwise to the desk', async () => {
    assert.equal(await put(owner, {}), 'compartment');
    for (const resident of [asksFirst, wantsDesk, wantsDoor]) {
      assert.equal(await put(resident, {}), 'shelf');
      assert.equal(await put(resident, { agreedByPhone: true }), 'compartment');
    }
    for (const condition of ['damaged', 'overweight', 'fresh', 'valuable'])
      assert.equal(await put(owner, { condition }), 'shelf');
  });

  it('is not opened at the locker while it stands on the shelf', async () => {
    const shelved = eventsOf(await site.events(), 'ShelfAssigned')[0]?.data.holdId ?? '';
    const visitor = await beginByCode(site, shelved, 'gate');
    assert.equal((await visitor.ask('readVisit')).door, null);
    assert.equal(await visitor.refused('openDoor', { holdId: shelved }), 'at-the-desk');
    await visitor.ask('leave');
  });

  for (const reason of ['wrong-size', 'occupied', 'dirty'] as const)
    it(`gets another compartment in one tap 「换格」 when the first is ${reason}`, async () => {
      await meet(courier, neighbour);
      const holdId = await register(courier, 'S');
      const first = await doorAt(courier, 'open');
      await courier.ask('swap', { holdId, reason, size: reason === 'wrong-size' ? 'M' : null });
      assert.equal((await courier.ask('readVisit')).door?.emptying, true);
      push(site, first);
      const second = await eventually('another door', async () => {
        const { door } = await courier.ask('readVisit');
        return door !== null && door.openingId !== first.openingId && door.stage === 'open' ? door : undefined;
      });
      push(site, second);
      await doorAt(courier, 'closed');
      const blocked = eventsOf(await site.events(), 'CompartmentBlocked').filter(({ data }) => data.reason === reason);
      assert.equal(blocked.length, reason === 'wrong-size' ? 0 : 1);
      assert.notEqual(second.place.label, first.place.label);
      assert.equal(await fateOf(site, holdId), 'ParcelPlaced');
    });

  it('leaves nothing half-done when the courier cancels at the open door, before the shelf, or walks away', async () => {
    await meet(courier, owner);
    const atDoor = await register(courier, 'S');
    const door = await doorAt(courier, 'open');
    await courier.ask('withdraw', { holdId: atDoor });
    push(site, door);
    await doorAt(courier, 'closed');
    assert.equal(await fateOf(site, atDoor), 'ParcelWithdrawn');

    const beforeShelf = await register(courier, 'S', { condition: 'damaged' });
    await courier.ask('withdraw', { holdId: beforeShelf });
    assert.equal(await fateOf(site, beforeShelf), 'ParcelWithdrawn');

    const left = await register(courier, 'S', { condition: 'damaged' });
    await courier.ask('leave');
    assert.equal(await fateOf(site, left), 'ParcelWithdrawn');
    courier = await beginCourier(site);
  });

  it('goes to the shelf under the same record when the locker is full, and is not taken when the shelf is full too', async () => {
    const { recipient } = await meet(courier, neighbour);
    const large = recipient?.free.L ?? 0;
    assert.ok(large >= 4);
    for (let n = 0; n < large; n += 1) {
      await register(courier, 'L');
      await closeDoor(site, courier);
    }
    const taken = eventsOf(await site.events(), 'ShelfAssigned').filter(({ data }) => data.shelf).length - 2;
    for (let n = taken; n < shelfPlaces; n += 1) {
      const holdId = await register(courier, 'L');
      assert.equal((await parcelOf(holdId))?.place?.kind, 'shelf');
      await courier.ask('confirmShelf', { holdId });
      assert.equal((await parcelOf(holdId))?.status, 'at-desk');
    }
    const parcels = (await courier.ask('readVisit')).parcels.length;
    const more = { waybill: nextWaybill(), condition: 'intact', size: 'L', agreedByPhone: false } as const;
    assert.equal(await courier.refused('deposit', { ...more, holdId: courier.visitId }), 'cabinet-full');
    assert.equal((await courier.ask('readVisit')).parcels.length, parcels);
  });
});
