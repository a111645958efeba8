// A day at the desk, generated: arrivals, pick-ups, disputes and returns by three people at once, and afterwards everything agrees.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { rebuild } from '../../edge/cli/rebuild.ts';
import { openSiteTime } from '../../edge/words/site-time.ts';
import { founders, invite, type Member, signIn } from './console-edge.fixture.ts';
import { ledgerAgrees, listsAgree, mapAgrees, registersAgree, viewsAgree } from './desk-agree.fixture.ts';
import { Book, type Entry } from './desk-book.fixture.ts';
import { type Colleague, fetchOut } from './desk-doors.fixture.ts';
import { sign } from './desk-giving.fixture.ts';
import { DeskHouse } from './desk-house.fixture.ts';
import { liveThrough } from './desk-lanes.fixture.ts';
import { type Dose, neighbours, neighboursFile, planDay } from './desk-plan.fixture.ts';
import { readList } from './desk-reading.fixture.ts';

const day = 86_400_000;
const isFull = process.env.MENFANG_FULL === '1';
const dose: Dose = isFull
  ? { arrivals: 600, disputes: 12, returns: 30, stays: 8, seed: 3 }
  : { arrivals: 100, disputes: 6, returns: 8, stays: 3, seed: 3 };

describe('a day at the desk', function () {
  this.timeout(isFull ? 900_000 : 300_000);
  const house = new DeskHouse();
  const { edge } = house;
  const book = new Book();
  const people = neighbours(isFull ? 60 : 20);
  const time = openSiteTime('Asia/Shanghai');
  const members: Member[] = [];
  let colleagues: Colleague[] = [];
  let begins = '';

  const desk = (): Colleague => {
    const [first] = colleagues;
    assert.ok(first);
    return first;
  };
  const everybodySignsIn = async (): Promise<void> => {
    for (const { browser, account } of members) assert.equal((await signIn(browser, account)).status, 200);
  };
  const days = () => ({ from: begins, to: time.day(edge.nowMs) });
  const everythingAgrees = async (isLate: boolean): Promise<void> => {
    const { browser } = desk();
    await listsAgree(browser, book, isLate);
    await mapAgrees(browser, book);
    await registersAgree(browser, book, days());
    ledgerAgrees(await house.events(), book);
  };
  /** The desks share the carriers among them; each carrier's person signs one list. */
  const sendBack = async (entries: readonly Entry[]): Promise<void> => {
    const byCarrier = new Map<string, Entry[]>();
    for (const entry of entries)
      byCarrier.set(entry.arrival.item.carrier, [...(byCarrier.get(entry.arrival.item.carrier) ?? []), entry]);
    await Promise.all(
      [...byCarrier.values()].map(async (list, n) => {
        const { browser, name } = colleagues[n % 2] ?? desk();
        const strokes = sign();
        const holdIds = list.map(({ holdId }) => holdId);
        await browser.ask('returnItems', { returnId: uuidv7(), holdIds, person: `取件标记${n}`, strokes });
        book.leave(list, { status: 'returned', strokes, handedOverBy: name });
      }),
    );
  };

  before(async () => {
    await house.start();
    const { manager } = await founders(edge);
    members.push(await invite(manager.browser, ['desk']));
    members.push(await invite(manager.browser, ['desk']));
    members.push(await invite(manager.browser, ['guard']));
    colleagues = await Promise.all(
      members.map(async ({ browser }) => ({ browser, name: (await browser.ask('readSession', {})).name })),
    );
    const { imported } = await desk().browser.ask('importPeople', { csv: neighboursFile(people), partial: false });
    assert.equal(imported, people.length);
    begins = time.day(edge.nowMs);
  });
  after(() => house.stop());

  it('receives everything and gives it to whom it belongs, three people at once', async () => {
    await liveThrough({ house, book, colleagues }, planDay(dose, people));
    for (const { browser } of colleagues) {
      await browser.ask('turnAway', { carrier: '中通', waybillTail: '4711', reason: 'address-unclear' });
      book.turnedAway += 1;
    }
    assert.equal(book.all.length, dose.arrivals);
    const today = await readList(desk().browser, 'today');
    assert.equal(today.length, dose.arrivals);
    await everythingAgrees(false);
  });

  it('sends back what was refused or cannot be delivered within seven days, a list for each carrier', async () => {
    house.pass(6 * day);
    await everybodySignsIn();
    await house.online();
    const back = book.all.filter(({ status }) => status === 'to-return');
    assert.ok(back.length > 0);
    for (const { due } of await readList(desk().browser, 'to-return'))
      assert.ok(due?.rule === 'M5' && due.at > edge.nowMs, 'in time');
    const inside = back.filter(({ place }) => place.kind === 'compartment');
    for (const entry of inside) await fetchOut({ house, book, colleagues }, desk(), entry);
    await sendBack(back);
    await everythingAgrees(false);
  });

  it('tells in public what nobody has claimed for a month, and sends it back when nobody comes', async () => {
    house.pass(26 * day);
    await everybodySignsIn();
    await house.online();
    const unclaimed = book.all.filter(
      ({ arrival }) => arrival.fate.end === 'returned' && arrival.fate.way === 'unclaimed',
    );
    for (const entry of unclaimed)
      if (entry.place.kind === 'compartment') await fetchOut({ house, book, colleagues }, desk(), entry);
    const holdIds = unclaimed.map(({ holdId }) => holdId);
    const early = { returnId: uuidv7(), holdIds: holdIds.slice(0, 1), person: '取件标记', strokes: sign() };
    assert.equal((await desk().browser.try('returnItems', early)).refused, 'not-waiting');
    await desk().browser.ask('publicNotice', { holdIds });
    house.pass(8 * day);
    await everybodySignsIn();
    await sendBack(unclaimed);
    await everythingAgrees(true);
  });

  it('keeps every invariant, and no name, phone or card stands in the ledger or a log', async () => {
    const marks = ['标记', ...people.flatMap(({ phone, card }) => [phone, card])];
    assert.deepEqual(await house.violations(marks), []);
  });

  it('has views and live rows as they follow from the first event, and a chain that is whole', async () => {
    await edge.stop();
    await viewsAgree(join(edge.data, 'ledger.db'), book);
    const given = { data: edge.data, site: join(edge.data, 'site.json'), args: [], json: true, partial: false };
    const said = await rebuild({ ...given, replace: false, new: false });
    assert.ok(said.ok === true);
    const { differing, views } = said.data as {
      differing: number;
      views: Record<'holdings' | 'turnedAway', { rows: number; differing: number }>;
    };
    assert.equal(differing, 0);
    assert.deepEqual(views, {
      holdings: { rows: dose.arrivals, differing: 0 },
      turnedAway: { rows: book.turnedAway + book.all.filter(({ refused }) => refused).length, differing: 0 },
    });
  });
});
