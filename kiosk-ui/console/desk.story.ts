// A day at the front desk in the real page: fifty in a row, hands that sign, doors that stick, lists that are long.
import assert from 'node:assert/strict';
import type { ConsoleRequest } from './contract.ts';
import { initialsOf } from './desk/house.fixture.ts';
import { house, withHouse } from './desk/receive-scenes.fixture.ts';
import { disputedSample, recipientSample, returningSample, waitingSample } from './desk/samples.fixture.ts';
import { findPerson, fullHouse, sign, threeItems } from './desk/scenes.fixture.ts';
import { type StoryDesk, startStoryDesk } from './desk.fixture.ts';
import { fill, press } from './scenes.fixture.ts';

let desk: StoryDesk;
const lastOf = <Body extends object>(route: string): Body => desk.sentTo(route).at(-1) as Body;

describe('at the front desk', function () {
  this.timeout(180_000);
  before(async () => {
    desk = await startStoryDesk();
  });
  afterEach(() => desk.end());
  after(() => desk.stop());

  it('fifty parcels are received in a row without the mouse, at most six actions each', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    for (let n = 0; n < 50; n += 1) {
      desk.actions = 0;
      await desk.scan(`SF10000000${String(n).padStart(2, '0')}`);
      await desk.keys(...initialsOf(n), 'Enter');
      await desk.page.locator(`[data-chosen="${recipientSample(n).personId}"]`).waitFor();
      await desk.keys('Enter');
      await desk.page
        .locator('[data-received] .big')
        .filter({ hasText: `S${String(n + 1).padStart(2, '0')}` })
        .waitFor();
      assert.ok(desk.actions <= 6, `${desk.actions} actions`);
    }
    const received = desk.sentTo('receive') as ConsoleRequest<'receive'>[];
    assert.equal(received.length, 50);
    assert.deepEqual(
      received.map(({ personId }) => personId),
      Array.from({ length: 50 }, (_, n) => recipientSample(n).personId),
    );
    assert.equal(new Set(received.map(({ waybill }) => waybill)).size, 50);
    assert.ok(
      received.every(({ carrier, kind, condition }) => `${carrier} ${kind} ${condition}` === '顺丰 parcel intact'),
    );
    assert.equal(await desk.presses(), 0);
  });

  it('another one for the same person is a scan and an Enter', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    await desk.scan('SF1000000001');
    await desk.keys(...initialsOf(7), 'Enter');
    await desk.page.locator('[data-chosen]').waitFor();
    await desk.keys('Enter');
    await desk.page.locator('[data-received]').waitFor();
    desk.actions = 0;
    await desk.scan('JD2000000002');
    await desk.keys('Enter');
    await desk.untilSent('receive', 2);
    assert.equal(desk.actions, 2);
    const { personId, carrier, waybill } = lastOf<ConsoleRequest<'receive'>>('receive');
    assert.deepEqual([personId, carrier, waybill], [recipientSample(7).personId, '京东', 'JD2000000002']);
  });

  it('a letter without a waybill is received from the keyboard, for the shelf', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    await desk.keys('Enter', ...initialsOf(3), 'Enter');
    await desk.page.locator('[data-chosen]').waitFor();
    await desk.keys('S', 'Enter');
    await desk.untilSent('receive', 1);
    const { kind, waybill, visitId } = lastOf<ConsoleRequest<'receive'>>('receive');
    assert.deepEqual([kind, waybill, visitId], ['letter', null, null]);
  });

  it('a compartment that does not open leads to the shelf, and the hand is back at the waybill', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    await desk.scan('SF1000000001');
    await desk.keys(...initialsOf(0), 'Enter');
    await desk.page.locator('[data-chosen]').waitFor();
    await desk.keys('S', 'Enter');
    await desk.page.locator('[data-door=unlocking]').waitFor();
    house.turnDoor('stuck');
    await desk.page.locator('[data-do=to-shelf]').waitFor();
    await desk.keys('Enter');
    await desk.page.locator('[data-door=shelf]').waitFor();
    await desk.page.locator('[data-field=waybill]:focus').waitFor();
    assert.equal(desk.sentTo('moveToShelf').length, 1);
    assert.equal(lastOf<ConsoleRequest<'receive'>>('receive').size, 'S');
    await desk.scan('SF1000000002');
    await desk.page.locator('[data-field=recipient]:focus').waitFor();
    assert.equal(await desk.page.locator('[data-field=waybill]').inputValue(), 'SF1000000002');
  });

  it('no consent means the shelf until the recipient has agreed by phone', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    await desk.scan('SF1000000001');
    await desk.keys(...initialsOf(1), 'Enter');
    await desk.page.locator('[data-chosen]').waitFor();
    await desk.keys('M');
    assert.equal(await desk.page.locator('[data-value=M] input').isChecked(), false);
    await desk.keys('p', 'm', 'Enter');
    await desk.untilSent('receive', 1);
    const { agreedByPhone, size } = lastOf<ConsoleRequest<'receive'>>('receive');
    assert.deepEqual([agreedByPhone, size], [true, 'M']);
  });

  it('who shows a card takes everything chosen against one signature', async () => {
    const items = threeItems();
    await desk.begin({ name: 'hand-over', hash: '#/hand-over', ...withHouse((made) => made.put(...items)) });
    const { personId, name, room } = recipientSample(0);
    desk.edge.on('claim', () => ({ personId, name, room, identified: 'card', items }));
    await desk.scan('0004217788');
    await desk.page.locator('.pick-item').first().waitFor();
    assert.equal(await desk.page.locator('[data-do=hand-over]').isDisabled(), true);
    await sign(desk.page);
    await press(desk.page, 'hand-over');
    await desk.page.locator('[data-given="2"]').waitFor();
    const { holdIds, value, document, strokes } = lastOf<ConsoleRequest<'handOver'>>('handOver');
    assert.deepEqual([holdIds.length, value, document], [2, '0004217788', null]);
    assert.equal(strokes.length, 2);
    assert.ok(strokes.every((stroke) => stroke.length >= 4));
  });

  it('what is refused on the spot is no longer chosen and goes back', async () => {
    await desk.begin({ name: 'hand-over', hash: '#/hand-over', ...withHouse((made) => made.put(...threeItems())) });
    await findPerson(desk.page);
    await press(desk.page, 'refuse');
    await desk.keys('2');
    await press(desk.page, 'confirm-refuse');
    await desk.page.locator('.pick-item.chosen').first().waitFor({ state: 'detached' });
    const { holdIds, reason } = lastOf<ConsoleRequest<'refuse'>>('refuse');
    assert.deepEqual([holdIds.length, reason], [2, 'damaged']);
  });

  it('an item in a compartment is fetched, asked for again when the door was not opened, and then given', async () => {
    const [, , inside = waitingSample(5)] = threeItems();
    await desk.begin({ name: 'hand-over', hash: '#/hand-over', ...withHouse((made) => made.put(inside)) });
    await findPerson(desk.page);
    await press(desk.page, `fetch-${inside.holdId}`);
    await desk.page.locator('[data-door=unlocking]').waitFor();
    house.turnDoor('aborted');
    await press(desk.page, 'open-again');
    await desk.untilSent('fetch', 2);
    await desk.page.locator('[data-door=unlocking]').waitFor();
    house.turnDoor('open');
    await desk.page.locator('[data-door=open]').waitFor();
    const place = { kind: 'shelf', label: 'S42' } as const;
    house.put({ ...inside, place, status: 'at-desk', actions: ['hand-over', 'refuse'] });
    house.turnDoor('closed');
    await desk.page.locator('.pick-item.chosen').waitFor();
    const visits = (desk.sentTo('fetch') as ConsoleRequest<'fetch'>[]).map(({ visitId }) => visitId);
    assert.equal(new Set(visits).size, 2);
  });

  it('one carrier’s items go back on one list with one signature', async () => {
    const rows = [2, 4, 6].map((n) => returningSample(n, n - 3, { carrier: n === 4 ? '中通' : '顺丰' }));
    await desk.begin({ name: 'returns', hash: '#/returns', ...withHouse((made) => made.put(...rows)) });
    await desk.page.locator('.carrier-group').first().waitFor();
    assert.equal(
      await desk.page.locator('.carrier-group').first().locator('[data-due]').first().getAttribute('data-due'),
      '-1',
    );
    await press(desk.page, 'return-顺丰');
    await fill(desk.page, 'carrier-person', '刘师傅');
    await sign(desk.page);
    await press(desk.page, 'confirm-return');
    await desk.page.locator('[data-do="return-顺丰"]').waitFor({ state: 'detached' });
    const { holdIds, person, strokes } = lastOf<ConsoleRequest<'returnItems'>>('returnItems');
    assert.deepEqual([holdIds.length, person, strokes.length], [2, '刘师傅', 2]);
  });

  it('a disputed item is settled by what was found out', async () => {
    const disputed = disputedSample(1);
    const hash = `#/items/disputed/${disputed.holdId}`;
    await desk.begin({ name: 'settle', hash, ...withHouse((made) => made.put(disputed)) });
    await press(desk.page, 'settle');
    assert.equal(await desk.page.locator('[data-do=confirm-settle]').isDisabled(), true);
    await desk.page.locator('[data-value=to-shelf]').click();
    await press(desk.page, 'confirm-settle');
    await desk.untilSent('settle', 1);
    assert.equal(lastOf<ConsoleRequest<'settle'>>('settle').outcome, 'to-shelf');
  });

  it('a pickup code is shown after a document was checked, and is gone with its dialog', async () => {
    const row = waitingSample(5);
    const hash = `#/items/waiting/${row.holdId}`;
    await desk.begin({ name: 'code', hash, ...withHouse((made) => made.put(row)) });
    await press(desk.page, 'reissue-code');
    assert.equal(await desk.page.locator('[data-do=confirm-reissue-code]').isDisabled(), true);
    await desk.page.locator('[data-field=document-checked]').check();
    await press(desk.page, 'confirm-reissue-code');
    await desk.page.getByText('482-915-370').waitFor();
    await press(desk.page, 'done');
    await desk.page.locator('[data-dialog=code]').waitFor({ state: 'detached' });
    assert.doesNotMatch(await desk.page.content(), /482-?915-?370/);
  });

  it('two thousand rows are walked to the end with few of them on the page', async () => {
    await desk.begin({ name: 'items', hash: '#/items', ...withHouse((made) => made.put(...fullHouse(2_000))) });
    const rows = desk.page.locator('[data-table=items] tbody tr');
    await rows.first().waitFor();
    await rows.first().focus();
    const last = desk.page.locator('[data-table=items] tbody tr[data-n="1999"]');
    while ((await last.count()) === 0) await desk.keys('End');
    assert.ok((await rows.count()) < 120, `${await rows.count()} rows on the page`);
    await last.focus();
    await desk.keys('Enter');
    await desk.page.locator('[data-dialog=item]').waitFor();
  });

  it('an answer that was lost receives nothing twice', async () => {
    await desk.begin({ name: 'receive', hash: '#/receive', ...withHouse() });
    await desk.scan('SF1000000001');
    await desk.keys(...initialsOf(0), 'Enter');
    await desk.page.locator('[data-chosen]').waitFor();
    desk.edge.loseAnswers(1);
    await desk.keys('Enter');
    await desk.page.locator('[data-received]').waitFor();
    assert.equal(desk.sentTo('receive').length, 1);
  });
});
