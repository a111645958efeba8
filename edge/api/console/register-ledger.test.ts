// A register over a real ledger: what was done at the counter stands in it, and who has read it stands in the ledger.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { registerPage, registerQuery } from '../../contract/console/registers.ts';
import { type Desk, hour, openDesk, strokes } from './desk.fixture.ts';
import { registerFacts } from './register-facts.ts';
import { openRegisters } from './registers.ts';

/** The day of the desk's fixture. */
const day = '2027-01-15';

describe('a register over a ledger', () => {
  let desk: Desk;
  const read = async (id: string, more: object = {}) => {
    const { ledger, by } = desk;
    const registers = openRegisters({
      ...desk,
      facts: registerFacts(ledger),
      // The desk's own lists keep the views up; whoever reads one waits for them.
      asOf: async () => (await desk.list({ list: 'ended' })).asOf,
      newId: uuidv7,
      site: { title: '一期', timeZone: 'Asia/Shanghai', registers: { mail: '邮件签收表' } },
    });
    const query = registerQuery.parse({ from: day, to: day, ...more });
    const reply = await registers.readRegister({ by, roles: ['desk'], body: undefined, query, params: { id } });
    assert.ok('body' in reply, JSON.stringify(reply));
    return registerPage.parse(reply.body).rows;
  };
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  it('holds what was received, signed for and returned, with names and signatures', async () => {
    const { by, wang, chen, ask } = desk;
    const signed = await desk.receive(wang, 'SF0000001');
    const back = await desk.receive(chen, 'SF0000002');
    await desk.receive(chen, 'SF0000003');
    desk.passes(hour);
    await desk.handOver(signed, wang);
    await ask({ kind: 'MarkUndeliverable', by, holdIds: [back], reason: 'moved-away' });
    const receipt = { name: '赵快递', strokes, salt: uuidv7() };
    await ask({ kind: 'ReturnItems', by, returnId: uuidv7(), holdIds: [back], receipt });

    const rows = await read('mail');
    assert.deepEqual(
      rows.map((row) => [row.waybill, row.addressee, row.room, row['taken-at'], row.identity]),
      [
        ['SF0000001', '王小明', '10-201', `${day} 17:00`, '本人 证件 护照 1234'],
        ['SF0000002', '陈秀英', '2-1506', '', ''],
        ['SF0000003', '陈秀英', '2-1506', '', ''],
      ],
    );
    assert.deepEqual(
      rows.map((row) => row.signature),
      [strokes, strokes, ''],
    );
    const returns = await read('returns');
    assert.deepEqual(
      returns.map((row) => [row.waybill, row.person, row.reason, row.signature]),
      [['SF0000002', '赵快递', '无法投递 收件人已搬离', strokes]],
    );
  });

  it('holds what was turned away and refused', async () => {
    const { by, wang, ask } = desk;
    const refused = await desk.receive(wang, 'SF0000001');
    await ask({ kind: 'RefuseItems', by, holdIds: [refused], reason: 'damaged' });
    await ask({ kind: 'TurnAwayItem', by, carrier: '京东', waybillTail: '9K4Z', reason: 'address-unclear' });
    const rows = await read('turned-away');
    assert.deepEqual(
      rows.map((row) => [row['waybill-tail'], row.reason, row.by]),
      [
        ['0001', '因破损拒收', '何前台'],
        ['9K4Z', '名址不详', '何前台'],
      ],
    );
  });

  it('is read by nobody without a trace in the ledger', async () => {
    await desk.receive(desk.wang, 'SF0000001');
    await read('mail', { use: 'print' });
    const { ledger, by } = desk;
    const [last] = (await ledger.read(ledger.head.seq - 1, 1)).map(({ body }) => JSON.parse(body));
    assert.equal(last.type, 'DataExported');
    assert.deepEqual(last.data, { staffId: by.staffId, what: 'register mail print', subject: null, rows: 1 });
  });
});
