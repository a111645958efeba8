// The counter's handlers over a real node: what the page is answered, and what nobody is told.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { type ConsoleAnswer, consoleRoutes } from '../../contract/console/routes.ts';
import { pickupCode } from '../../secrets/codes.ts';
import type { Reply } from '../answers.ts';
import { cards, document, openTestCounter, strokes, type TestCounter } from './counter.fixture.ts';

describe('the counter', () => {
  let counter: TestCounter;
  beforeEach(async () => {
    counter = await openTestCounter();
  });
  afterEach(() => counter.stop());

  const body = <T>(reply: Reply<T>): T => {
    assert.ok('body' in reply, JSON.stringify(reply));
    return reply.body;
  };
  const codeOf = (holdId: string): string => {
    const { dispatch, keys } = counter.node;
    const credential = dispatch.state.get('credentials', dispatch.state.get('holds', holdId)?.credentialId ?? '');
    return pickupCode(keys, credential?.id ?? '', credential?.issue ?? 0);
  };
  type HandOver = Parameters<typeof counter.post<'handOver'>>[1];
  const give = (holdIds: string[], more: Partial<HandOver> = {}) => {
    const who = { to: 'addressee', personId: counter.owner, value: null, document, name: null } as const;
    const agreedByPhone = more.name !== undefined;
    return counter.post('handOver', { receiptId: uuidv7(), holdIds, strokes, agreedByPhone, ...who, ...more });
  };

  it('answers a parcel received with its row: masked, with its place and what may be done', async () => {
    const holdId = uuidv7();
    const { item, door } = body(
      await counter.post('receive', {
        holdId,
        kind: 'express',
        personId: counter.owner,
        carrier: '顺丰',
        waybill: ' sf1234567890 ',
        size: null,
        condition: 'damaged',
        damage: 'wet',
        photo: 'IMG 7',
        agreedByPhone: false,
        visitId: null,
      }),
    );
    assert.deepEqual(
      [item.holdId, item.room, item.name, item.waybillTail, item.status, item.place?.label, item.receivedBy, door],
      [holdId, '3-1201', '王*明', '7890', 'at-desk', 'S01', '赵前台', null],
    );
    assert.ok(item.actions.includes('hand-over'));
    const seen = await counter.handlers.readWaybill({ ...asked(), query: { waybill: 'SF1234567890' } });
    assert.deepEqual(body(seen), { carrier: '顺丰', inHouse: true });
    assert.equal(counter.node.dispatch.state.get('holds', holdId)?.waybill, 'SF1234567890');
  });

  const asked = () => ({ by: counter.by, roles: ['desk' as const], body: undefined, params: { id: '' } });

  it('finds who an item may be for, masked, with what waits and what is free; each search is recorded [P1]', async () => {
    await counter.receive();
    const before = counter.node.ledger.head.seq;
    const { rows } = body(await counter.handlers.findRecipients({ ...asked(), query: { q: '3-1201' } }));
    consoleRoutes.findRecipients.answer.parse({ rows });
    assert.deepEqual(
      rows.map(({ name, phone, room, waiting }) => [name, phone, room, waiting]),
      [
        ['王*明', '138******78', '3-1201', 1],
        ['李*', '138******78', '3-1201', 1],
      ],
    );
    assert.ok((rows[0]?.free.S ?? 0) > 0);
    const [searched] = await counter.node.ledger.read(before, 1);
    assert.match(searched?.body ?? '', /"PeopleSearched".*"found":2/);
  });

  it('opens a compartment for a parcel, shows its door, and afterwards the parcel in it', async () => {
    const visitId = uuidv7();
    const holdId = await counter.receive({ size: 'S', visitId });
    const door = async () =>
      body(await counter.handlers.readDoor({ ...asked(), query: undefined, params: { id: visitId } }));
    assert.deepEqual([(await door()).door?.stage, (await door()).item?.status], ['unlocking', 'placing']);
    await counter.swing();
    const shown = await door();
    assert.deepEqual([shown.door?.stage, shown.item?.holdId, shown.item?.status], ['closed', holdId, 'waiting']);
  });

  it('shows the door of no visit but the desk’s', async () => {
    const reply = await counter.handlers.readDoor({ ...asked(), query: undefined, params: { id: 'nobody' } });
    assert.deepEqual(body(reply), { door: null, item: null });
  });

  it('fetches a parcel to the shelf', async () => {
    const holdId = await counter.receive({ size: 'S', visitId: uuidv7() });
    await counter.swing();
    const { door } = body(await counter.post('fetch', { holdId, visitId: uuidv7() }));
    assert.deepEqual([door?.purpose, door?.stage], ['fetch', 'unlocking']);
    await counter.swing();
    assert.deepEqual(counter.node.dispatch.state.get('holds', holdId)?.place, { shelf: 1 });
  });

  it('moves to the shelf what did not go into its compartment', async () => {
    const holdId = await counter.receive({ size: 'S', visitId: uuidv7() });
    const [opening] = counter.node.dispatch.state.all('openings');
    await counter.ask({ kind: 'AbortOpening', openingId: opening?.id ?? '', reason: 'device-away' });
    const { item, door } = body(await counter.post('moveToShelf', { holdId }));
    assert.deepEqual([item?.status, item?.place?.label, door?.stage], ['at-desk', 'S01', 'aborted']);
  });

  it('tells by a card or a code who stands there and what they may take', async () => {
    const mine = await counter.receive();
    const hers = await counter.receive({ personId: counter.spouse });
    const byCard = body(await counter.post('claim', { value: cards.owner }));
    assert.deepEqual([byCard.personId, byCard.name, byCard.identified], [counter.owner, '王*明', 'card']);
    assert.deepEqual(byCard.items.map(({ holdId }) => holdId).sort(), [mine, hers].sort());
    const code = codeOf(hers).replace(/(...)(...)(...)/, '$1 $2 $3');
    const byCode = body(await counter.post('claim', { value: code }));
    assert.deepEqual([byCode.personId, byCode.identified], [counter.spouse, 'code']);
  });

  it('answers a wrong scan after its second, a slip of the finger at once', async () => {
    const began = counter.node.now().monoMs;
    assert.deepEqual(await counter.post('claim', { value: '123456789' }), { refused: 'check-digit' });
    assert.deepEqual(await counter.post('claim', { value: 'NOBODYS-CARD' }), { refused: 'not-recognised' });
    assert.ok(counter.node.now().monoMs - began >= 1_000);
  });

  it('hands several over at once, and their rows tell that they have left', async () => {
    const holdIds = [await counter.receive(), await counter.receive({ personId: counter.spouse })];
    const receiptId = uuidv7();
    const { items } = body(
      await give(holdIds, { receiptId, value: codeOf(holdIds[0] ?? ''), document: null, personId: null }),
    );
    assert.deepEqual(
      items.map(({ status, actions }) => [status, actions]),
      [
        ['collected', []],
        ['collected', []],
      ],
    );
    assert.ok(items.every(({ endedAt }) => endedAt !== null));
    assert.deepEqual([...counter.node.dispatch.state.all('holds')], []);
    assert.deepEqual((await counter.node.dispatch.receipt(receiptId))?.strokes, strokes);
  });

  it('writes no signature over another', async () => {
    const [first, second] = [await counter.receive(), await counter.receive()];
    const receiptId = uuidv7();
    body(await give([first], { receiptId }));
    const refusal = { refused: 'bad-request', field: 'receiptId', remedy: 'give every signature an id of its own' };
    assert.deepEqual(await give([second], { receiptId, strokes: [[1, 1, 2, 2]] }), refusal);
    await counter.post('refuse', { holdIds: [second], reason: 'refused' });
    const list = { returnId: receiptId, holdIds: [second], person: '快递员李', strokes: [[1, 1, 2, 2]] };
    assert.deepEqual(await counter.post('returnItems', list), refusal);
    assert.deepEqual((await counter.node.dispatch.receipt(receiptId))?.strokes, strokes);
  });

  it('hands over by a card or a document, not by both and not by neither', async () => {
    const holdId = await counter.receive();
    for (const proof of [
      { value: cards.owner, document },
      { value: null, document: null },
    ])
      assert.deepEqual(await give([holdId], proof), {
        refused: 'bad-request',
        field: 'document',
        remedy: 'identify by card, code or document: one of them',
      });
  });

  it('never lets the document, the name or the signature into the ledger [S10]', async () => {
    const holdId = await counter.receive();
    await give([holdId], { to: 'trustee', personId: null, name: '代领人甲', document: { ...document, tail: '77XY' } });
    const { ledger } = counter.node;
    const said = (await ledger.read(0, 500)).map((row) => row.body).join('\n');
    assert.match(said, /ItemHandedOver/);
    for (const secret of ['代领人甲', '77XY', '10,20,30,40', '王小明', '3-1201'])
      assert.ok(!said.includes(secret), secret);
  });

  it('sends back what was refused on a list of one carrier', async () => {
    const holdId = await counter.receive();
    const other = await counter.receive({ carrier: '圆通', waybill: 'YT900000001' });
    const [refused] = body(await counter.post('refuse', { holdIds: [holdId, other], reason: 'damaged' })).items;
    assert.deepEqual([refused?.status, refused?.due?.rule], ['to-return', 'M5']);
    const list = (holdIds: string[]) =>
      counter.post('returnItems', { returnId: uuidv7(), holdIds, person: '快递员李', strokes });
    assert.deepEqual(await list([holdId, other]), {
      refused: 'bad-request',
      field: 'holdIds',
      remedy: 'make one list for each carrier',
    });
    assert.deepEqual(
      body(await list([holdId])).items.map(({ status }) => status),
      ['returned'],
    );
  });

  it('voids a lost code and shows the new one, once', async () => {
    const holdId = await counter.receive();
    const former = codeOf(holdId);
    const { code } = body(await counter.post('reissueParcelCode', { holdId }));
    assert.notEqual(code, former);
    assert.equal(body(await counter.post('claim', { value: code })).personId, counter.owner);
  });

  it('answers every change with what its route promises', async () => {
    const holdId = await counter.receive();
    const checks = {
      claim: await counter.post('claim', { value: cards.owner }),
      undeliverable: await counter.post('undeliverable', { holdIds: [holdId], reason: 'unreachable' }),
      turnAway: await counter.post('turnAway', { carrier: '中通', waybillTail: '0042', reason: 'address-unclear' }),
      handOver: await give([holdId]),
    } satisfies { [N in 'claim' | 'undeliverable' | 'turnAway' | 'handOver']: Reply<ConsoleAnswer<N>> };
    for (const name of ['claim', 'undeliverable', 'turnAway', 'handOver'] as const)
      consoleRoutes[name].answer.parse(body<unknown>(checks[name]));
  });
});
