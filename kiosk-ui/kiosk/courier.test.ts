// The path of a courier's visit, told step by step.
import assert from 'node:assert/strict';
import { courierSample, doorSample, parcelSample, placeSample, recipientSample, sampleId } from '../samples.fixture.ts';
import type { DoorView, VisitView } from './contract.ts';
import { inVisit } from './path.fixture.ts';

const door = (stage: DoorView['stage'], change: Partial<DoorView> = {}): DoorView => doorSample({ stage, ...change });
const depositing = (stage: DoorView['stage'], change: Partial<DoorView> = {}): VisitView =>
  courierSample({
    parcels: [parcelSample(0, { status: 'placing', actions: ['swap', 'withdraw'] })],
    door: door(stage, { purpose: 'deposit', ...change }),
    recipient: recipientSample(),
  });
const waybill = 'SF1384420915577';

describe('a courier', () => {
  const atCondition = inVisit(courierSample())
    .put({ kind: 'scanned', value: waybill })
    .keys('3-1203')
    .put({ kind: 'enter' })
    .keys('1478')
    .answer({ kind: 'visit', visit: courierSample({ recipient: recipientSample() }) });

  it('names waybill, room and the end of the phone, then chooses condition and size on one screen', () => {
    assert.deepEqual(atCondition.asked.at(-1), {
      to: 'recipients',
      visitId: sampleId(1),
      body: { room: '3-1203', phoneTail: '1478' },
    });
    assert.equal(atCondition.flow.step.at, 'condition');
    const asked = atCondition.put({ kind: 'deposit', condition: 'intact', size: 'M' }).asked.at(-1);
    assert.deepEqual(asked?.body, { waybill, condition: 'intact', size: 'M', agreedByPhone: false });
  });

  it('stays at condition and size when the stream showed the match before its answer came', () => {
    const matched = courierSample({ recipient: recipientSample() });
    const path = inVisit(courierSample())
      .put({ kind: 'scanned', value: waybill })
      .keys('3-1203')
      .put({ kind: 'enter' })
      .keys('1478')
      .seen(matched)
      .answer({ kind: 'visit', visit: matched });
    assert.equal(path.flow.step.at, 'condition');
    assert.equal(path.flow.isSending, false);
  });

  it('stores the next parcel of the same household with one scan and one tap', () => {
    const stored = atCondition
      .put({ kind: 'deposit', condition: 'intact', size: 'M' })
      .answer({ kind: 'visit', visit: depositing('unlocking') })
      .seen(depositing('open'))
      .seen(depositing('closed'));
    assert.equal(stored.flow.step.at, 'waybill');
    const again = stored.put(
      { kind: 'scanned', value: 'YT99887766' },
      { kind: 'deposit', condition: 'intact', size: 'S' },
    );
    assert.equal(again.asked.length, stored.asked.length + 1);
    assert.deepEqual(again.asked.at(-1)?.body, {
      waybill: 'YT99887766',
      condition: 'intact',
      size: 'S',
      agreedByPhone: false,
    });
  });

  it('who turns to another household is asked for it, even when the edge still remembers the last one', () => {
    const turned = atCondition.put({ kind: 'back' }, { kind: 'other-household' });
    const remembered = turned.seen(courierSample({ recipient: recipientSample() }));
    assert.equal(remembered.put({ kind: 'scanned', value: 'YT99887766' }).flow.step.at, 'recipient');
  });

  it('phones, or takes the parcel to the desk, when the recipient has not agreed to the locker', () => {
    for (const consent of ['ask', 'desk', 'door'] as const) {
      const path = inVisit(courierSample({ recipient: recipientSample({ consent }) })).put({
        kind: 'scanned',
        value: waybill,
      });
      assert.equal(path.flow.step.at, 'consent');
      assert.deepEqual(path.put({ kind: 'consent', agreed: true }).flow.step, {
        at: 'condition',
        waybill,
        agreedByPhone: true,
        toDesk: false,
      });
      const atDesk = path.put({ kind: 'consent', agreed: false }, { kind: 'deposit', condition: 'intact', size: 'M' });
      assert.deepEqual(atDesk.asked.at(-1)?.body, { waybill, condition: 'intact', size: 'M', agreedByPhone: false });
    }
  });

  it('types room and phone again when they do not match, and goes to the desk when the tries are used up', () => {
    const typed = inVisit(courierSample())
      .put({ kind: 'scanned', value: waybill })
      .keys('3-1203')
      .put({ kind: 'enter' });
    const mismatch = typed.keys('0000').answer({ kind: 'refused', refusal: { refused: 'no-match', attemptsLeft: 4 } });
    assert.deepEqual(mismatch.flow.step, { at: 'recipient', waybill, field: 'room', room: '3-1203', phone: '' });
    assert.deepEqual(mismatch.flow.told, { code: 'no-match', attemptsLeft: 4 });
    const over = typed.keys('0000').answer({ kind: 'refused', refusal: { refused: 'too-many-mismatches' } });
    assert.equal(over.flow.step.at, 'waybill');
  });

  it('is sent to the shelf when nothing fits, and goes on after 「已放好」', () => {
    const shelved = parcelSample(0, { status: 'placing', place: placeSample('S03'), actions: ['confirm-shelf'] });
    const sent = atCondition
      .put({ kind: 'deposit', condition: 'intact', size: 'L' })
      .answer({ kind: 'visit', visit: courierSample({ parcels: [shelved], recipient: recipientSample() }) });
    assert.equal(sent.flow.step.at, 'shelf');
    const done = sent
      .put({ kind: 'confirm-shelf' })
      .answer({ kind: 'visit', visit: courierSample({ recipient: recipientSample() }) });
    assert.equal(done.asked.at(-1)?.to, 'shelf-confirmations');
    assert.equal(done.flow.step.at, 'waybill');
  });

  it('takes another compartment in one tap', () => {
    const swap = { kind: 'swap', holdId: sampleId(100), reason: 'dirty', size: null } as const;
    const path = inVisit(courierSample()).seen(depositing('open')).put(swap);
    assert.equal(path.asked.at(-1)?.to, 'swaps');
    const moved = path.answer({ kind: 'visit', visit: depositing('open', { emptying: true }) });
    assert.equal(moved.flow.step.at, 'door');
    const other = moved.seen(depositing('unlocking', { openingId: sampleId(501), place: placeSample('A12') }));
    assert.equal(other.flow.visit?.door?.place.label, 'A12');
  });

  it('comes back to the own parcels after taking one back', () => {
    const taken = (stage: DoorView['stage']): VisitView =>
      courierSample({ door: door(stage, { purpose: 'take-back' }) });
    const path = inVisit(courierSample())
      .put({ kind: 'go', to: 'own' }, { kind: 'take-back', holdId: sampleId(100) })
      .answer({ kind: 'visit', visit: taken('unlocking') })
      .seen(taken('open'))
      .seen(taken('closed'));
    assert.equal(path.flow.step.at, 'own');
  });

  it('is told when a scanned thing cannot be a waybill', () => {
    const { flow } = inVisit(courierSample()).put({ kind: 'scanned', value: 'http://x?y=1' });
    assert.equal(flow.told?.code, 'bad-request');
    assert.equal(flow.step.at, 'waybill');
  });
});
