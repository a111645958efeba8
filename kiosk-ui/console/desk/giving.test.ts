// Who may be given what at the counter, and what is missing before it is.
import assert from 'node:assert/strict';
import { type Giving, givingBody, givingGap, isTakenByDefault, offered, type Taker } from './giving.ts';
import { recipientSample, waitingSample } from './samples.fixture.ts';

const person = recipientSample(0);
const mine = { room: person.room, name: person.name, personId: person.personId };
const own = waitingSample(2, mine);
const inside = waitingSample(5, mine);
const partners = waitingSample(4, { ...mine, personId: recipientSample(9).personId });
const elsewhere = waitingSample(6);
const byDocument: Taker = { by: 'document', person };
const byCard: Taker = {
  by: 'credential',
  value: '0042',
  claim: { ...mine, identified: 'card', items: [own, partners] },
};
const giving = (change: Partial<Giving> = {}): Giving => ({
  taker: byDocument,
  holdIds: [own.holdId],
  document: { type: 'passport', tail: '123X' },
  agentName: null,
  isAgreed: false,
  strokes: [[1, 1, 2, 2]],
  ...change,
});

describe('handing over', () => {
  it('shows a person found by search what waits in their room, their own first', () => {
    const rows = offered(byDocument, [partners, elsewhere, inside, own]);
    assert.deepEqual(
      rows.map(({ holdId }) => holdId),
      [inside, own, partners].map(({ holdId }) => holdId),
    );
  });

  it('chooses by itself what is the person’s own and lies at the desk', () => {
    assert.deepEqual(
      [own, inside, partners].map((row) => isTakenByDefault(byDocument, row)),
      [true, false, false],
    );
    assert.equal(isTakenByDefault(byCard, partners), true);
    const trustee: Taker = { by: 'document', person: { ...person, relation: 'trustee' } };
    assert.equal(isTakenByDefault(trustee, partners), true);
  });

  it('does not choose by itself what was refused', () => {
    assert.equal(isTakenByDefault(byCard, { ...own, status: 'to-return' }), false);
  });

  it('asks from the top down for what is missing', () => {
    assert.equal(givingGap(giving({ holdIds: [] })), 'items');
    assert.equal(givingGap(giving({ agentName: ' ' })), 'name');
    assert.equal(givingGap(giving({ agentName: '孙倩' })), 'consent');
    assert.equal(givingGap(giving({ document: { type: 'passport', tail: '12' } })), 'document');
    assert.equal(givingGap(giving({ strokes: null })), 'signature');
    assert.equal(givingGap(giving()), null);
  });

  it('asks for no document when a card has said who it is', () => {
    const empty = giving({ taker: byCard, document: { type: 'passport', tail: '' } });
    const body = givingBody(empty, 'r', [own]);
    assert.deepEqual([body?.value, body?.document, body?.personId], ['0042', null, null]);
  });

  it('says as what a person takes it: addressee, household or trustee', () => {
    const to = (change: Partial<Giving>, rows = [own]) => givingBody(giving(change), 'r', rows)?.to;
    assert.equal(to({}), 'addressee');
    assert.equal(to({ holdIds: [own.holdId, partners.holdId] }, [own, partners]), 'household');
    assert.equal(to({ taker: { by: 'document', person: { ...person, relation: 'trustee' } } }), 'trustee');
    const agent = givingBody(giving({ agentName: ' 孙倩 ', isAgreed: true }), 'r', [own]);
    assert.deepEqual([agent?.to, agent?.name, agent?.personId], ['trustee', '孙倩', null]);
  });
});
