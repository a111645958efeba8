// What a register shows of a few days at the counter, to whom, and that it is recorded first.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { registerList, registerPage } from '../../contract/console/registers.ts';
import { registersOf } from '../../words/registers.ts';
import { rowSources } from './register-rows.ts';
import { type Counter, handedOver, holding, hour, morning, openCounter, people } from './registers.fixture.ts';

const by = { staffId: 'li', sessionId: 's' };
const strokes = [[10, 10, 900, 900]];
const query = { from: '2026-11-21', to: '2026-11-21', language: 'zh-CN', use: 'screen' } as const;
const asked = (id: string, more: object = {}) => ({
  by,
  roles: ['desk'] as const,
  body: undefined,
  query: { ...query, ...more },
  params: { id },
});

const read = async (counter: Counter, id = 'mail', more: object = {}) => {
  const { handlers, sent } = openCounter(counter);
  const reply = await handlers.readRegister(asked(id, more));
  assert.ok('body' in reply, JSON.stringify(reply));
  return { ...registerPage.parse(reply.body), sent };
};
const column = (rows: Record<string, unknown>[], key: string) => rows.map((row) => row[key]);

const taken = holding('1', { handedOver: handedOver('r1'), endedAt: morning + hour });
const given = (name: string) => new Map([['r1', { name, strokes, salt: '' }]]);

describe('a register', () => {
  it('is one of those the site keeps, each with a source of rows', async () => {
    const { handlers } = openCounter({ mail: '邮件签收登记表' });
    const reply = await handlers.listRegisters({ ...asked(''), query: undefined });
    assert.ok('body' in reply);
    const { registers } = registerList.parse(reply.body);
    assert.deepEqual(
      registers.map(({ id, title }) => [id, title['zh-CN']]),
      [
        ['mail', '邮件签收登记表'],
        ['returns', '退件登记'],
        ['turned-away', '拒收、不予接收登记'],
      ],
    );
    assert.deepEqual(
      Object.keys(rowSources),
      registers.map(({ id }) => id),
    );
  });

  it('shows an item from its receipt to the signature, with full names', async () => {
    const receipts = new Map([['r1', { strokes, salt: '' }]]);
    const { rows, asOf } = await read({ items: [taken], receipts });
    assert.deepEqual(rows, [
      {
        n: '1',
        'received-at': '2026-11-21 09:00',
        kind: '快件',
        carrier: '顺丰',
        waybill: 'SF1000001',
        addressee: '王小明',
        room: '1201',
        condition: '完好',
        'received-by': '李前台',
        'notified-at': '2026-11-21 09:01',
        'taken-at': '2026-11-21 10:00',
        identity: '本人 业主卡',
        signature: strokes,
        'handed-over-by': '李前台',
        remarks: '',
      },
    ]);
    assert.equal(asOf, morning + 2 * hour);
  });

  it('names a trustee and the document that was shown', async () => {
    const to = handedOver('r1', { to: 'trustee', personId: null, identified: 'document' });
    const document = { type: 'identity-card', tail: '123X' } as const;
    const receipts = new Map([['r1', { name: '陈阿姨', document, strokes, salt: '' }]]);
    const { rows } = await read({ items: [holding('1', { handedOver: to })], receipts });
    assert.deepEqual(column(rows, 'identity'), ['受托人 陈阿姨 证件 身份证 123X']);
  });

  it('says what is damaged, why it went back, who took it and has that person’s signature [M2, M5]', async () => {
    const item = holding('1', {
      condition: 'damaged',
      damage: 'wet',
      photo: '17',
      undeliverable: { staffId: 'li', reason: 'moved-away', at: morning },
      returned: { returnId: 'r1', staffId: 'li', reason: 'undeliverable', at: morning + hour },
      endedAt: morning + hour,
    });
    const { rows } = await read({ items: [item], receipts: given('赵快递') });
    assert.deepEqual(column(rows, 'condition'), ['破损 受潮；照片 17']);
    assert.deepEqual(column(rows, 'remarks'), ['收件人已搬离；退回 2026-11-21 10:00 无法投递；退件接收人 赵快递']);
    assert.deepEqual(column(rows, 'signature'), [strokes]);
    const returns = await read({ items: [item, taken], receipts: given('赵快递') }, 'returns');
    assert.deepEqual(column(returns.rows, 'person'), ['赵快递']);
    assert.deepEqual(column(returns.rows, 'reason'), ['无法投递 收件人已搬离']);
  });

  it('has the door as evidence where nobody signed, and leaves out what never passed the counter [M4]', async () => {
    const collected = { personId: 'wang', openingId: 'o', at: morning + hour };
    const inLocker = { place: { cabinet: 'locker-1', compartment: 7 }, collected };
    const items = [
      holding('1', inLocker),
      holding('2', { ...inLocker, staffId: null, courierId: 'courier' }),
      holding('3', { staffId: null, courierId: 'courier' }),
      holding('4', { staffId: null, courierId: 'courier', status: 'withdrawn', placedAt: null }),
    ];
    const { rows } = await read({ items });
    assert.deepEqual(column(rows, 'waybill'), ['SF1000001', 'SF1000003']);
    assert.deepEqual(column(rows, 'identity'), ['凭码或卡自柜中取出', '']);
    assert.deepEqual(column(rows, 'received-by'), ['李前台', '赵快递']);
  });

  it('keeps the row of an erased person without name and signature', async () => {
    const personal = people();
    for (const id of ['wang', 'home-1']) personal.delete(id);
    const to = handedOver('gone', { identified: 'document', to: 'trustee', personId: null });
    const { rows } = await read({ items: [holding('1', { handedOver: to })], personal });
    const [row] = rows;
    for (const key of ['addressee', 'room', 'signature']) assert.equal(row?.[key], '已按保存期限清除');
    assert.equal(row?.identity, '受托人 已按保存期限清除 证件 已按保存期限清除');
    assert.equal(row?.waybill, 'SF1000001');
  });

  it('holds the days of the site, first and last included, in the order of receipt', async () => {
    const midnight = Date.UTC(2026, 10, 20, 16);
    const items = [-1, 0, 86_400_000 - 1, 86_400_000].map((ms, i) => holding(String(i), { receivedAt: midnight + ms }));
    const { rows } = await read({ items: items.reverse() });
    assert.deepEqual(column(rows, 'waybill'), ['SF1000001', 'SF1000002']);
    assert.deepEqual(column(rows, 'n'), ['1', '2']);
    const two = await read({ items }, 'mail', { from: '2026-11-20', to: '2026-11-22' });
    assert.equal(two.rows.length, 4);
  });

  it('is narrowed by carrier and by room, however the room is typed, also for who has moved out', async () => {
    const items = [
      holding('1'),
      holding('2', { householdId: 'home-2' }),
      holding('3', { carrier: '邮政', householdId: 'home-2' }),
      holding('4', { carrier: '京东', householdId: 'home-0' }),
    ];
    const waybills = async (more: object) => column((await read({ items }, 'mail', more)).rows, 'waybill');
    assert.deepEqual(await waybills({ room: ' 1202 ' }), ['SF1000002', 'SF1000003', 'SF1000004']);
    assert.deepEqual(await waybills({ room: '1202', carrier: '邮政' }), ['SF1000003']);
    assert.deepEqual(await waybills({ carrier: '', room: '' }), ['SF1000001', 'SF1000002', 'SF1000003', 'SF1000004']);
    assert.deepEqual(await waybills({ room: '9999' }), []);
  });

  it('lists what was turned away and what was refused [M7]', async () => {
    const lines = [
      {
        what: 'turned-away',
        at: morning,
        staffId: 'li',
        carrier: '京东',
        waybillTail: '9K4Z',
        reason: 'address-unclear',
      },
      { what: 'refused', at: morning + 1, holdId: '1', staffId: 'li', reason: 'damaged' },
    ] as const;
    const counter = { lines: [...lines], items: [holding('1')] };
    const { rows } = await read(counter, 'turned-away');
    assert.deepEqual(column(rows, 'reason'), ['名址不详', '因破损拒收']);
    assert.deepEqual(column(rows, 'waybill-tail'), ['9K4Z', '0001']);
    assert.deepEqual(column((await read(counter, 'turned-away', { carrier: '顺丰' })).rows, 'n'), ['1']);
    assert.deepEqual(column((await read(counter, 'turned-away', { room: '1201' })).rows, 'waybill-tail'), ['0001']);
    assert.deepEqual((await read(counter, 'turned-away', { room: '9999' })).rows, []);
  });

  it('says when there were more rows than a page takes', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => holding(String(i), { notifiedAt: null }));
    const { rows, isCut } = await read({ items: many(5_001) });
    assert.deepEqual([rows.length, isCut], [5_000, true]);
    assert.equal((await read({ items: many(5_000) })).isCut, false);
  });

  it('is recorded before anybody has it: looked at, printed, as CSV and as spreadsheet [P1]', async () => {
    const { handlers, sent } = openCounter({ items: [taken, holding('2')] });
    await handlers.readRegister(asked('mail'));
    await handlers.readRegister(asked('mail', { use: 'print' }));
    await handlers.registerCsv(asked('mail'));
    await handlers.registerXlsx(asked('mail'));
    assert.deepEqual(
      sent.map((command) => command.kind === 'RecordExport' && [command.what, command.rows, command.by]),
      ['screen', 'print', 'csv', 'xlsx'].map((use) => [`register mail ${use}`, 2, by]),
    );
  });

  it('is given to nobody when that cannot be recorded', async () => {
    const { handlers } = openCounter({ items: [taken], answer: { refused: 'signed-out' } });
    for (const handler of [handlers.readRegister, handlers.registerCsv, handlers.registerXlsx])
      assert.deepEqual(await handler(asked('mail')), { refused: 'signed-out' });
  });

  it('refuses days that are none, days in the wrong order and registers there are none of, by name', async () => {
    const { handlers, sent } = openCounter({});
    const field = async (id: string, more: object) => {
      const reply = await handlers.readRegister(asked(id, more));
      return 'refused' in reply ? [reply.refused, reply.field] : [];
    };
    assert.deepEqual(await field('mail', { from: '2026-02-30' }), ['bad-request', 'from']);
    assert.deepEqual(await field('mail', { to: '2026-11-31' }), ['bad-request', 'to']);
    assert.deepEqual(await field('mail', { from: '2026-11-22' }), ['bad-request', 'to']);
    for (const id of ['keys', 'constructor', '__proto__']) assert.deepEqual(await field(id, {}), ['bad-request', 'id']);
    assert.deepEqual(sent, []);
  });

  it('leaves as CSV with the texts of the page, and nothing in it computes', async () => {
    const personal = people().set('wang', { name: '=HYPERLINK("http://x","王")', salt: '' });
    const { handlers } = openCounter({ items: [taken], personal, receipts: given('x') });
    const reply = await handlers.registerCsv(asked('mail', { language: 'en' }));
    assert.ok('body' in reply && typeof reply.body === 'string');
    assert.equal(reply.name, 'Mail receipt register 2026-11-21 2026-11-21.csv');
    const [head, row] = parse(reply.body, { bom: true }) as string[][];
    const [mail] = registersOf({ mail: '邮件签收表' });
    assert.deepEqual(
      head,
      mail?.columns.map(({ label }) => label.en),
    );
    assert.equal(row?.[5], `'=HYPERLINK("http://x","王")`);
    assert.equal(row?.[12], 'Signed');
    assert.ok(reply.body.startsWith('\u{FEFF}') && reply.body.endsWith('\r\n'));
  });
});
