// A parcel goes out: to its owner, to the flat-mate or friend who may, back to the courier, or not, because its door is stuck.
import assert from 'node:assert/strict';
import {
  beginByCard,
  beginByCode,
  beginCourier,
  closeDoor,
  deliver,
  doorAt,
  fateOf,
  push,
  tamper,
} from './errands.fixture.ts';
import { flatMate, neighbour, owner } from './people.fixture.ts';
import { eventsOf } from './record.fixture.ts';
import { Site } from './site.fixture.ts';

describe('a parcel that waits', () => {
  const site = new Site();
  before(() => site.start());
  afterEach(() => site.check());
  after(() => site.stop());

  it('whose door does not open is tried once more under a new grant, then blocked: nothing has moved, a guard is called', async () => {
    const [holdId = ''] = await deliver(site, owner, 'S');
    const placed = eventsOf(await site.events(), 'ParcelPlaced').find(({ data }) => data.holdId === holdId);
    const place = placed?.data.place;
    assert.ok(place && 'cabinet' in place);
    const { board, lock } = site.lockOf(place);
    site.tell({ fault: `stuck-door@${board}:${lock}` });
    const visitor = await beginByCode(site, holdId);
    await doorAt(visitor, 'retrying');
    const door = await doorAt(visitor, 'stuck');
    const grants = eventsOf(await site.events(), 'OpeningGranted').filter(({ data }) => data.holdId === holdId);
    assert.deepEqual(
      grants.map(({ data }) => [data.purpose, data.attempt]),
      [
        ['deposit', 1],
        ['collect', 1],
        ['collect', 2],
      ],
    );
    const { parcels } = await visitor.ask('readVisit');
    assert.equal(parcels.find((one) => one.holdId === holdId)?.status, 'waiting');
    assert.equal(await visitor.refused('openDoor', { holdId }), 'door-blocked');
    assert.ok(eventsOf(await site.events(), 'AlertRaised').some(({ data }) => data.kind === 'jammed'));

    tamper(site, door, { clear: 'stuck-door' });
    await site.office('releaseCompartment', place);
    await visitor.ask('openDoor', { holdId });
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await visitor.ask('leave');
  });

  it('is given back to the courier who brought it 「取回」, not to another, and its code is void', async () => {
    const [holdId = ''] = await deliver(site, owner, 'S');
    const { code } = await site.codeOf(holdId);
    const other = await beginCourier(site, 'gate', 1);
    assert.equal(await other.refused('takeBack', { holdId }), 'unknown-parcel');
    await other.ask('leave');
    const visitor = await beginCourier(site);
    await visitor.ask('takeBack', { holdId });
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelReturned');
    await visitor.ask('leave');
    assert.equal(await site.visitor().refused('identify', { way: 'code', value: code }), 'not-recognised');
  });

  it('is shown to a flat-mate only when its addressee shares, and masked', async () => {
    const [hers = ''] = await deliver(site, flatMate, 'S');
    const [his = ''] = await deliver(site, owner, 'S');
    const him = await beginByCard(site, owner, 'gate');
    await closeDoor(site, him);
    assert.ok(!(await him.ask('readVisit')).parcels.some(({ holdId }) => holdId === hers));
    assert.equal(await him.refused('openDoor', { holdId: hers }), 'unknown-parcel');
    await him.ask('leave');
    assert.equal(await fateOf(site, his), 'ParcelCollected');

    const [shared = ''] = await deliver(site, owner, 'S');
    const her = await beginByCard(site, flatMate, 'gate');
    const seen = (await her.ask('readVisit')).parcels.find(({ holdId }) => holdId === shared);
    assert.equal(seen?.addressee, '王*记');
    assert.equal(seen.mine, false);
    for (const holdId of [hers, shared]) {
      await her.ask('openDoor', { holdId });
      await closeDoor(site, her);
    }
    await her.ask('leave');
    assert.equal(await fateOf(site, shared), 'ParcelCollected');
  });

  it('is opened once by a proxy code 「代取码」, and not by a revoked one', async () => {
    const [holdId = '', other = ''] = await deliver(site, owner, 'S', 'S');
    const him = await beginByCard(site, owner);
    const revoked = await him.ask('makeProxy', { holdId, hours: 2 });
    await him.ask('revokeProxy', { proxyId: revoked.proxyId });
    const kept = await him.ask('makeProxy', { holdId, hours: 2 });
    await him.ask('leave');
    assert.equal(await site.visitor().refused('identify', { way: 'code', value: revoked.code }), 'not-recognised');
    const friend = site.visitor();
    const view = await friend.ask('identify', { way: 'scan', value: kept.qr });
    assert.equal(view.name, '');
    assert.deepEqual(
      view.parcels.map((one) => one.holdId),
      [holdId],
    );
    await closeDoor(site, friend);
    assert.equal(await friend.refused('openDoor', { holdId: other }), 'unknown-parcel');
    await friend.ask('leave');
    assert.equal(await site.visitor().refused('identify', { way: 'code', value: kept.code }), 'not-recognised');
  });

  it('with which something is wrong stays on record as disputed, and is not collected', async () => {
    const holds = await deliver(site, neighbour, 'S', 'S', 'S');
    const problems = [
      ['damaged', true],
      ['not-mine', false],
      ['empty', false],
    ] as const;
    for (const [i, [problem, kept]] of problems.entries()) {
      const holdId = holds[i] ?? '';
      const visitor = await beginByCode(site, holdId);
      const door = await doorAt(visitor, 'open');
      await visitor.ask('report', { holdId, problem, kept });
      push(site, door);
      await doorAt(visitor, 'closed');
      assert.equal(await fateOf(site, holdId), 'ParcelDisputed');
      await visitor.ask('leave');
    }
  });
});
