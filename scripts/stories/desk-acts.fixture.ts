// What the staff do at their consoles with one item after another.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { maskPhone } from '../../edge/words/masking.ts';
import type { Entry } from './desk-book.fixture.ts';
import { type Colleague, type Day, doorOf, follow } from './desk-doors.fixture.ts';
import { race, rival } from './desk-giving.fixture.ts';
import type { Arrival } from './desk-plan.fixture.ts';
import { read } from './desk-reading.fixture.ts';

/** Of the resident, found as the page finds them: by room or by the end of the phone. */
const recipientOf = async ({ browser }: Colleague, { owner, n }: Arrival): Promise<string> => {
  const q = n % 2 ? owner.room : owner.phone.slice(-4);
  const { rows } = await read(browser, 'findRecipients', { query: { q } });
  const found = rows.filter((row) => row.room === owner.room && row.phone === maskPhone(owner.phone));
  assert.equal(found.length, 1, `${q} finds one resident`);
  return found[0]?.personId ?? '';
};

/** Search, and in it goes: onto the shelf, or into a compartment whose door the desk closes. */
export const receive = async (day: Day, desk: Colleague, arrival: Arrival): Promise<void> => {
  const personId = await recipientOf(desk, arrival);
  const { item, inLocker, contested, isRepeated } = arrival;
  const visitId = inLocker ? uuidv7() : null;
  const asked = { commandId: uuidv7(), ...item, personId, agreedByPhone: false, visitId, holdId: uuidv7() };
  if (contested === 'receiving') {
    const desks = [desk, rival(day, desk)];
    const holdIds = desks.map(uuidv7);
    const send = (one: Colleague) =>
      one.browser.try('receive', { ...asked, commandId: uuidv7(), holdId: holdIds[desks.indexOf(one)] ?? '' });
    const won = await race(desks, send, ['waybill-in-house']);
    const holdId = holdIds[won] ?? '';
    const { item: row } = await read(desk.browser, 'readItem', { id: holdId });
    assert.ok(row.place);
    day.book.add({ arrival, holdId, personId, receivedBy: desks[won]?.name ?? '', place: row.place });
    return;
  }
  const { item: row, door } = await desk.browser.ask('receive', asked);
  if (isRepeated) assert.equal((await desk.browser.ask('receive', asked)).item.holdId, asked.holdId);
  const begun = { arrival, holdId: asked.holdId, personId, receivedBy: desk.name };
  const entry = { ...begun, place: row.place ?? door?.place };
  if (door && visitId !== null && (await follow(day, doorOf(desk.browser, visitId))) !== 'closed') {
    const moved = await desk.browser.ask('moveToShelf', { holdId: asked.holdId });
    entry.place = moved.item?.place ?? undefined;
  }
  const { place } = entry;
  assert.ok(place, 'it has a place');
  day.book.add({ ...entry, place });
};

export const refuse = async (_: Day, desk: Colleague, entry: Entry): Promise<void> => {
  const { fate } = entry.arrival;
  const reason = fate.end === 'returned' && fate.way === 'damaged' ? 'damaged' : 'refused';
  await desk.browser.ask('refuse', { holdIds: [entry.holdId], reason });
  Object.assign(entry, { status: 'to-return', refused: true });
};

export const markUndeliverable = async (_: Day, desk: Colleague, entry: Entry): Promise<void> => {
  await desk.browser.ask('undeliverable', { holdIds: [entry.holdId], reason: 'unreachable' });
  entry.status = 'to-return';
};

/** What became of it; an emptied compartment is looked at and given free. */
export const settle = async ({ book }: Day, desk: Colleague, entry: Entry): Promise<void> => {
  const { fate } = entry.arrival;
  assert.ok(fate.end === 'disputed' && fate.way !== 'open-inside' && fate.way !== 'open-taken');
  const { way: outcome } = fate;
  const { items } = await desk.browser.ask('settle', { holdId: entry.holdId, outcome });
  entry.settled = true;
  const place = items[0]?.place;
  switch (outcome) {
    case 'delivered':
      return book.leave([entry], { status: 'collected' });
    case 'lost': {
      const { cabinet, compartment } = entry.place;
      assert.ok(cabinet !== undefined && compartment !== undefined);
      await desk.browser.ask('releaseCompartment', { cabinet, compartment });
      return book.leave([entry], { status: 'lost' });
    }
    case 'to-shelf':
    case 'to-return':
      assert.equal(place?.kind, 'shelf');
      if (place) entry.place = place;
      entry.status = outcome === 'to-shelf' ? 'waiting' : 'to-return';
  }
};
