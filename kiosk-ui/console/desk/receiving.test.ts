// One item after another at the desk: where the hand is wanted, and what the edge is asked.
import assert from 'node:assert/strict';
import type { ConsoleAnswer, Refusal } from '../contract.ts';
import type { Answer, Edge } from '../edge.ts';
import { itemSample } from '../samples.fixture.ts';
import { createReceiving, type Receiving } from './receiving.ts';
import { recipientSample } from './samples.fixture.ts';

type Reply = 'done' | 'lost' | Refusal;
interface Counter {
  model: Receiving;
  asked: { commandId?: string; carrier?: string }[];
  replies: Reply[];
}

/** An edge that knows 顺丰 by its letters and every waybill ending in 9 as in the house. */
const counter = (): Counter => {
  const asked: Counter['asked'] = [];
  const replies: Reply[] = [];
  const read = async (_: string, { query }: { query: { waybill: string } }): Promise<unknown> => {
    const { waybill } = query;
    const body = { carrier: waybill.startsWith('SF') ? '顺丰' : null, inHouse: waybill.endsWith('9') };
    return { kind: 'answer', body };
  };
  const ask = async (_: string, body: object): Promise<Answer<ConsoleAnswer<'receive'>>> => {
    asked.push(body);
    const reply = replies.shift() ?? 'done';
    if (reply === 'lost') return { kind: 'lost' };
    if (reply !== 'done') return { kind: 'refused', refusal: reply };
    return { kind: 'answer', body: { item: itemSample(0), door: null } };
  };
  return { model: createReceiving({ ask, read } as unknown as Pick<Edge, 'ask' | 'read'>), asked, replies };
};

describe('receiving at the desk', () => {
  it('leads the hand from the waybill to the recipient to Enter, and back', async () => {
    const { model, asked } = counter();
    assert.equal(model.wanted.value.at, 'waybill');
    model.scanned('sf1234567890');
    assert.equal(model.wanted.value.at, 'recipient');
    await model.receive();
    model.choose(recipientSample(0));
    assert.equal(model.wanted.value.at, 'receive');
    await model.receive();
    assert.equal(asked.length, 1);
    assert.equal(asked[0]?.carrier, '顺丰');
    assert.equal(model.wanted.value.at, 'waybill');
    assert.equal(model.draft.value.recipient, null);
  });

  it('waits for the waybill’s carrier, however quick the Enter', async () => {
    const { model, asked } = counter();
    model.scanned('7730123456');
    model.change({ carrier: '中通' });
    model.choose(recipientSample(0));
    await model.receive();
    model.scanned('SF1234567890');
    await model.again();
    model.scanned('7730123457');
    await model.again();
    assert.deepEqual(
      asked.map(({ carrier }) => carrier),
      ['中通', '顺丰', '中通'],
    );
  });

  it('asks for nothing when the waybill is in the house already', async () => {
    const { model, asked } = counter();
    model.scanned('SF1234567899');
    model.choose(recipientSample(0));
    await model.receive();
    assert.equal(asked.length, 0);
    assert.deepEqual(model.trouble.value, { refused: 'waybill-in-house' });
    assert.equal(model.wanted.value.at, 'waybill');
    model.scanned('SF1234567890');
    await model.receive();
    assert.equal(asked.length, 1);
  });

  it('sends the same command after a lost answer, and another one once something was changed', async () => {
    const { model, asked, replies } = counter();
    replies.push('lost', 'lost');
    model.scanned('SF1234567890');
    model.choose(recipientSample(0));
    await model.receive();
    assert.equal(model.trouble.value, 'lost');
    await model.receive();
    model.change({ kind: 'express' });
    await model.receive();
    const ids = asked.map(({ commandId }) => commandId);
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[1], ids[2]);
  });

  it('keeps what was told when the edge refuses', async () => {
    const { model, replies } = counter();
    replies.push({ refused: 'cabinet-full' });
    model.scanned('SF1234567890');
    model.choose(recipientSample(0));
    await model.receive();
    assert.deepEqual(model.trouble.value, { refused: 'cabinet-full' });
    assert.equal(model.draft.value.waybill, 'SF1234567890');
  });

  it('takes no scan for a waybill that cannot be one', () => {
    const { model } = counter();
    model.scanned('HTTPS://EXAMPLE.COM/?A=1');
    assert.equal(model.trouble.value, 'not-a-waybill');
    assert.equal(model.wanted.value.at, 'waybill');
  });
});
