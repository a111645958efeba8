// Lists of items, one item's story and a list as a file, over a real ledger.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { uuidv7 } from 'uuidv7';
import type { ItemRow } from '../../contract/console/items.ts';
import { itemRow, itemStory, itemsPage, itemsQuery } from '../../contract/console/items.ts';
import { type Desk, hour, openDesk } from './desk.fixture.ts';

const day = 24 * hour;
const tails = (rows: ItemRow[]): (string | null)[] => rows.map(({ waybillTail }) => waybillTail);
const searches = async ({ ledger }: Desk): Promise<number> =>
  (await ledger.read(0, 1_000)).filter(({ body }) => body.includes('"type":"PeopleSearched"')).length;

describe('the lists of the desk', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  it('show names masked, rooms, places and who received, in the shape that is published', async () => {
    await desk.receive(desk.wang, 'SF00001111', { condition: 'damaged', damage: 'wet', photo: 'P7' });
    const page = await desk.list({ list: 'waiting' });
    itemsPage.parse(page);
    const [row] = page.rows;
    assert.ok(row);
    const { name, room, place, receivedBy, byDesk, status, damage, photo, waybillTail } = row;
    assert.deepEqual(
      { name, room, place: place?.label, receivedBy, byDesk, status, damage, photo, waybillTail },
      {
        ...{ name: '王*明', room: '10-201', place: 'S01', receivedBy: '何前台', byDesk: true, status: 'at-desk' },
        ...{ damage: 'wet', photo: 'P7', waybillTail: '1111' },
      },
    );
    assert.deepEqual(row.actions, ['hand-over', 'refuse', 'undeliverable', 'reissue-code']);
  });

  it('move an item from what waits to what has left when it is handed over; today shows both', async () => {
    const [first] = [await desk.receive(desk.wang, 'SF00001111'), await desk.receive(desk.chen, 'SF00002222')];
    await desk.handOver(first, desk.wang);
    assert.deepEqual(tails((await desk.list({ list: 'waiting' })).rows), ['2222']);
    const ended = await desk.list({ list: 'ended' });
    assert.deepEqual([tails(ended.rows), ended.total], [['1111'], 1]);
    assert.deepEqual([ended.rows[0]?.status, ended.rows[0]?.actions], ['collected', []]);
    const { rows } = await desk.list({ list: 'today', order: 'asc' });
    assert.deepEqual(tails(rows), ['1111', '2222']);
    // Only the live row knows that somebody is still to be told.
    assert.equal(rows[1]?.notice, 'pending');
    desk.passes(9 * hour);
    assert.deepEqual((await desk.list({ list: 'today' })).rows, []);
  });

  it('put first what has to go back soonest, with its rule and day', async () => {
    const [late, soon] = [await desk.receive(desk.wang, 'SF00001111'), await desk.receive(desk.li, 'SF00002222')];
    await desk.receive(desk.chen, 'SF00003333');
    await desk.ask({ kind: 'MarkUndeliverable', by: desk.by, holdIds: [soon], reason: 'unreachable' });
    desk.passes(day);
    await desk.ask({ kind: 'RefuseItems', by: desk.by, holdIds: [late], reason: 'refused' });
    const { rows } = await desk.list({ list: 'due' });
    assert.deepEqual(tails(rows), ['2222', '1111']);
    assert.deepEqual(
      rows.map(({ due }) => due?.rule),
      ['M5', 'M5'],
    );
    assert.deepEqual(tails((await desk.list({ list: 'to-return', order: 'asc' })).rows), ['1111', '2222']);
    assert.deepEqual(rows[0]?.actions, ['return', 'hand-over']);
    desk.passes(31 * day);
    const all = await desk.list({ list: 'due' });
    assert.deepEqual(tails(all.rows), ['2222', '1111', '3333']);
    assert.ok(all.rows[2]?.actions.includes('public-notice'));
  });

  it('are found by room, name, its first letters, the phone’s last four and any part of the waybill', async () => {
    await desk.receive(desk.wang, 'SF11110001');
    await desk.receive(desk.chen, 'YT22220002', { carrier: '圆通' });
    const ended = await desk.receive(desk.li, 'JD33330003');
    await desk.handOver(ended, desk.li);
    for (const search of ['10-201', '王小明', 'wxm', '5678', 'sf1111', '1111'])
      assert.deepEqual(tails((await desk.list({ list: 'waiting', search })).rows), ['0001'], search);
    for (const search of ['李静', 'lj', 'JD3333', '0003'])
      assert.deepEqual(tails((await desk.list({ list: 'ended', search })).rows), ['0003'], search);
    assert.deepEqual((await desk.list({ list: 'ended', search: 'nobody' })).rows, []);
    assert.deepEqual((await desk.list({ list: 'waiting', search: `%'; DROP` })).rows, []);
  });

  it('record every search by person once, and give who may not search people waybills only [P1]', async () => {
    await desk.receive(desk.wang, 'SF11110001');
    await desk.receive(desk.wang, 'SF11110002');
    const first = await desk.list({ list: 'waiting', search: 'wxm', limit: 1 });
    assert.ok(first.next);
    await desk.list({ list: 'waiting', search: 'wxm', limit: 1, after: first.next });
    assert.equal(await searches(desk), 1);
    assert.deepEqual((await desk.list({ list: 'waiting', search: 'wxm' }, ['approver'])).rows, []);
    assert.equal((await desk.list({ list: 'waiting', search: '0002' }, ['approver'])).total, 1);
    assert.equal(await searches(desk), 1);
    await desk.ask({ kind: 'SignOut', by: desk.by, sessionId: desk.by.sessionId, reason: 'by-person' });
    assert.equal((await desk.refusal({ list: 'waiting', search: 'wxm' })).refused, 'signed-out');
  });

  it('are filtered and sorted: rooms by their numbers', async () => {
    await desk.receive(desk.wang, 'SF11110001', { kind: 'letter' });
    await desk.receive(desk.chen, 'YT22220002', { carrier: '圆通' });
    const sorted = async (asked: Partial<Parameters<Desk['list']>[0]>) =>
      tails((await desk.list({ list: 'waiting', order: 'asc', ...asked })).rows);
    assert.deepEqual(await sorted({ sort: 'room' }), ['0002', '0001']);
    assert.deepEqual(await sorted({ sort: 'place' }), ['0001', '0002']);
    assert.deepEqual(await sorted({ sort: 'received', order: 'desc' }), ['0002', '0001']);
    assert.deepEqual(await sorted({ kind: 'letter' }), ['0001']);
    assert.deepEqual(await sorted({ carrier: '圆通' }), ['0002']);
    assert.deepEqual(await sorted({ where: 'locker-a' }), []);
    assert.deepEqual(await sorted({ where: 'shelf' }), ['0001', '0002']);
  });

  it('go on page by page, each item once, though one leaves between two pages', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 7; n += 1) ids.push(await desk.receive(desk.wang, `SF0000000${n}`));
    const first = await desk.list({ list: 'waiting', order: 'asc', limit: 3 });
    assert.deepEqual([tails(first.rows), first.total], [['0001', '0002', '0003'], 7]);
    await desk.handOver(ids[2] ?? '', desk.wang);
    const second = await desk.list({ list: 'waiting', order: 'asc', limit: 3, after: first.next ?? '' });
    assert.deepEqual(tails(second.rows).slice(-1), ['0007']);
    for (const id of ids.filter((_, n) => n !== 2)) await desk.handOver(id, desk.wang);
    const ended = await desk.list({ list: 'ended', limit: 4 });
    const rest = await desk.list({ list: 'ended', limit: 4, after: ended.next ?? '' });
    assert.deepEqual(
      [...tails(ended.rows), ...tails(rest.rows)],
      ['0007', '0006', '0005', '0004', '0003', '0002', '0001'],
    );
    assert.equal(rest.next, null);
    assert.deepEqual(tails((await desk.list({ list: 'ended', sort: 'place', order: 'asc', limit: 2 })).rows), [
      '0001',
      '0002',
    ]);
  });

  it('refuse a cursor that is not theirs', async () => {
    for (const after of ['x', '1~2', `-1~${uuidv7()}`, `1e9~${uuidv7()}`])
      assert.deepEqual((await desk.refusal({ list: 'ended', after })).field, 'after');
  });

  it('tell one item’s story, also of one that has left, by whom and where', async () => {
    const holdId = await desk.receive(desk.wang, 'SF11110001');
    await desk.handOver(holdId, desk.wang);
    const asked = { by: desk.by, roles: ['desk'] as const, query: undefined, body: undefined };
    const reply = await desk.items.readItem({ ...asked, params: { id: holdId } });
    assert.ok('body' in reply);
    itemStory.parse(reply.body);
    const { item, steps } = reply.body;
    assert.equal(item.status, 'collected');
    assert.deepEqual(
      steps.map(({ type, who, place }) => [type, who, place]),
      [
        ['ItemReceived', '何前台', null],
        ['ShelfAssigned', '何前台', 'S01'],
        ['ParcelPlaced', '何前台', 'S01'],
        ['ItemHandedOver', '何前台', null],
      ],
    );
    assert.equal(steps[3]?.detail, 'addressee · document');
    const none = await desk.items.readItem({ ...asked, params: { id: uuidv7() } });
    assert.deepEqual(none, { refused: 'unknown-item' });
  });

  it('leave as a file whose words are those of the one who asks; recorded', async () => {
    await desk.receive(desk.wang, '=1+1+SF1', { carrier: '=cmd' });
    const query = itemsQuery.parse({ list: 'waiting', language: 'en' });
    const file = await desk.items.itemsCsv({ by: desk.by, roles: ['desk'], query, params: { id: '' } });
    assert.ok('body' in file);
    assert.equal(file.name, 'waiting-2027-01-15.csv');
    const [row] = parse(file.body.toString(), { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      [row?.Received, row?.Carrier, row?.Room, row?.Addressee, row?.Status],
      ['2027-01-15 16:00', `'=cmd`, '10-201', '王*明', 'Waiting at the desk'],
    );
    const rows = await desk.ledger.read(0, 1_000);
    assert.equal(rows.filter(({ body }) => body.includes('"type":"DataExported"')).length, 1);
  });
});

describe('the row of an item', () => {
  it('has the shape that is published, live and after the end', async () => {
    const desk = await openDesk();
    await desk.receive(desk.wang, 'SF11110001');
    await desk.handOver(await desk.receive(desk.wang, 'SF11110002'), desk.wang);
    for (const list of ['waiting', 'ended'] as const)
      for (const row of (await desk.list({ list })).rows) itemRow.parse(row);
    await desk.stop();
  });
});
