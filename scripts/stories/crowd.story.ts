// Several people at once, hands that pull at doors, and boards that fall silent.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { beginByCard, beginByCode, closeDoor, deliver, fateOf } from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { flatMate, neighbour, owner } from './people.fixture.ts';
import { eventsOf } from './record.fixture.ts';
import { Site } from './site.fixture.ts';
import { isRefusal } from './visitor.fixture.ts';

describe('a locker among people', () => {
  const site = new Site();
  before(() => site.start());
  afterEach(() => site.check());
  after(() => site.stop());

  const collecting = async (holdId: string) =>
    eventsOf(await site.events(), 'OpeningGranted').filter(
      ({ data }) => data.holdId === holdId && data.purpose === 'collect',
    );

  it('opens a door once when two of a household tap at two terminals at the same moment', async () => {
    const [holdId = ''] = await deliver(site, owner, 'S', 'S');
    const visitors = [await beginByCard(site, owner, 'lobby'), await beginByCard(site, flatMate, 'gate')];
    const answers = await Promise.all(visitors.map((visitor) => visitor.try('openDoor', { holdId })));
    const [refusal, ...others] = answers.filter(isRefusal);
    assert.equal(refusal?.refused, 'door-busy');
    assert.equal(others.length, 0);
    const winner = visitors[answers.findIndex((answer) => !isRefusal(answer))];
    assert.ok(winner);
    await closeDoor(site, winner);
    for (const visitor of visitors) await visitor.ask('leave');
    assert.equal((await collecting(holdId)).length, 1);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
  });

  it('opens once for fifty uses of one code at the same moment', async () => {
    const [holdId = ''] = await deliver(site, neighbour, 'S');
    const { code } = await site.codeOf(holdId);
    const visitors = Array.from({ length: 50 }, (_, i) => site.visitor(i % 2 === 0 ? 'lobby' : 'gate'));
    const answers = await Promise.all(visitors.map((one) => one.try('identify', { way: 'code', value: code })));
    assert.equal((await collecting(holdId)).length, 1);
    const opening = answers.findIndex((answer) => !isRefusal(answer) && answer.door !== null);
    const winner = visitors[opening];
    assert.ok(winner);
    await closeDoor(site, winner);
    assert.equal((await collecting(holdId)).length, 1);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    const bolts = eventsOf(await site.events(), 'OpeningOpened');
    const granted = new Set((await collecting(holdId)).map(({ data }) => data.openingId));
    assert.equal(bolts.filter(({ data }) => granted.has(data.openingId)).length, 1);
    await winner.ask('leave');
  });

  it('does once what a page sends twice after a lost answer', async () => {
    const [holdId = ''] = await deliver(site, owner, 'S', 'S');
    const visitor = await beginByCard(site, owner);
    const commandId = uuidv7();
    await Promise.all([1, 2, 3].map(() => visitor.ask('openDoor', { holdId, commandId })));
    await closeDoor(site, visitor);
    await visitor.ask('openDoor', { holdId, commandId });
    assert.equal((await collecting(holdId)).length, 1);
    await visitor.ask('leave');
  });

  it('tells a door that is pulled open while a parcel waits behind it, and gives nothing out there until somebody has looked', async () => {
    const [holdId = ''] = await deliver(site, neighbour, 'S');
    const place = eventsOf(await site.events(), 'ParcelPlaced').find(({ data }) => data.holdId === holdId)?.data.place;
    assert.ok(place && 'cabinet' in place);
    const { board, lock } = site.lockOf(place);
    site.tell({ open: lock, board });
    await eventually('the alert', async () =>
      eventsOf(await site.events(), 'AlertRaised').some(({ data }) => data.kind === 'forced'),
    );
    const visitor = await beginByCode(site, holdId);
    assert.equal(await visitor.refused('openDoor', { holdId }), 'door-blocked');
    site.tell({ close: lock, board });
    await eventually('the closed door', async () => {
      const events = await site.events();
      const since = eventsOf(events, 'DoorForced').at(-1)?.seq ?? 0;
      const seen = eventsOf(events, 'DoorsObserved').filter(({ seq }) => seq > since);
      return seen.some(({ data }) => data.doors.some((one) => one.compartment === lock && one.door === 'closed'));
    });
    await site.office('releaseCompartment', place);
    await visitor.ask('openDoor', { holdId });
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await visitor.ask('leave');
  });

  it('notices a board that falls silent, refuses to open there, and finds it again by itself', async () => {
    const [holdId = ''] = await deliver(site, neighbour, 'S');
    const place = eventsOf(await site.events(), 'ParcelPlaced').find(({ data }) => data.holdId === holdId)?.data.place;
    assert.ok(place && 'cabinet' in place);
    const { cabinet } = place;
    const { board } = site.lockOf(place);
    const kiosk = site.visitor('gate');
    const isOnline = async (): Promise<boolean> =>
      (await kiosk.ask('readKiosk')).cabinets.find(({ id }) => id === cabinet)?.online ?? false;
    site.tell({ fault: `mute@${board}:0` });
    await eventually('the silence', async () => !(await isOnline()));
    const visitor = await beginByCode(site, holdId);
    assert.equal(await visitor.refused('openDoor', { holdId }), 'device-away');
    site.tell({ clear: `mute@${board}:0` });
    await eventually('the board again', isOnline);
    await visitor.ask('openDoor', { holdId });
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await visitor.ask('leave');
  });
});
