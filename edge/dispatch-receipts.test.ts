// What was signed: sealed in the commit of the hand-over, opened one at a time, and in no event and no memory.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { type Desk, openDesk, strokes } from './api/console/desk.fixture.ts';
import { StatementFault } from './ledger/ledger.ts';

describe('a receipt', () => {
  let desk: Desk;
  let holdId: string;
  const receipt = {
    name: '赵受托MARK',
    document: { type: 'passport' as const, tail: 'MRK7' },
    strokes: [...strokes, [11, 12, 13, 14]],
    salt: 'saltMARK',
  };
  const receiptId = uuidv7();
  const handOver = (more: { strokes?: number[][] } = {}) =>
    desk.ask({
      ...{ kind: 'HandOverItems', by: desk.by, receiptId, holdIds: [holdId], to: 'trustee', personId: null },
      ...{ identified: 'document', lookup: null, agreedByPhone: true, receipt: { ...receipt, ...more } },
    });

  beforeEach(async () => {
    desk = await openDesk();
    holdId = await desk.receive(desk.wang, 'SF11110001');
  });
  afterEach(() => desk.stop());

  it('is opened as it was signed, and there is none where nothing was signed', async () => {
    assert.deepEqual(await handOver(), { done: true });
    assert.deepEqual(await desk.dispatch.receipt(receiptId), receipt);
    assert.equal(await desk.dispatch.receipt(uuidv7()), undefined);
  });

  it('is in no event: the chain has its digest alone', async () => {
    await handOver();
    const bodies = (await desk.ledger.read(0, 1_000)).map(({ body }) => body).join('\n');
    assert.match(bodies, /"type":"ItemHandedOver"/);
    assert.doesNotMatch(bodies, /MARK|MRK7|11,12,13,14/);
    const sealed = Buffer.from((await desk.ledger.receipt(receiptId)) ?? []).toString('latin1');
    assert.ok(sealed.length > 0);
    assert.doesNotMatch(sealed, /MARK|MRK7/);
  });

  it('is gone once its retention is over, and the chain tells so', async () => {
    await handOver();
    await desk.ask({
      kind: 'EraseData',
      by: null,
      due: [{ subject: receiptId, kind: 'receipt', rule: 'receipt-old' }],
    });
    assert.equal(await desk.dispatch.receipt(receiptId), undefined);
    const [erased] = (await desk.ledger.read(0, 1_000)).filter(({ body }) => body.includes('"type":"DataErased"'));
    assert.ok(erased?.body.includes(receiptId));
  });

  it('is not kept of a hand-over that was refused, nor of one that could not be recorded', async () => {
    assert.deepEqual(await handOver({ strokes: [] }), { refused: 'signature-needed' });
    assert.equal(await desk.dispatch.receipt(receiptId), undefined);
    const append = desk.ledger.append.bind(desk.ledger);
    desk.ledger.append = () => Promise.reject(new StatementFault(new Error('full')));
    await assert.rejects(handOver(), StatementFault);
    desk.ledger.append = append;
    assert.equal(await desk.dispatch.receipt(receiptId), undefined);
    assert.equal(desk.dispatch.state.get('holds', holdId)?.status, 'placed');
  });
});
