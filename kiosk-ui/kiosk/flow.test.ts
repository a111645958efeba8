// The path of a visit, told step by step.
import assert from 'node:assert/strict';
import {
  courierSample,
  doorSample,
  parcelSample,
  placeSample,
  recipientSample,
  sampleId,
  visitSample,
} from '../samples.ts';
import type { DoorView, VisitView } from './contract.ts';
import { atHome, inVisit } from './path.ts';

const door = (stage: DoorView['stage'], change: Partial<DoorView> = {}): DoorView => doorSample({ stage, ...change });
const collecting = (stage: DoorView['stage'], change: Partial<VisitView> = {}): VisitView =>
  visitSample({ parcels: [parcelSample(0, { actions: ['report'] })], door: door(stage), ...change });
const depositing = (stage: DoorView['stage'], change: Partial<DoorView> = {}): VisitView =>
  courierSample({
    parcels: [parcelSample(0, { status: 'placing', actions: ['swap', 'withdraw'] })],
    door: door(stage, { purpose: 'deposit', ...change }),
    recipient: recipientSample(),
  });
const waybill = 'SF1384420915577';

describe('an owner', () => {
  it('is identified by nine digits and no other key', () => {
    const eight = atHome().keys('12345678');
    assert.deepEqual(eight.asked, []);
    const nine = eight.keys('9');
    assert.deepEqual(nine.asked, [{ to: 'identify', body: { way: 'code', value: '123456789' } }]);
    assert.equal(nine.flow.isSending, true);
  });

  it('is identified by a card or QR code on the home screen without touching it', () => {
    const path = atHome().put({ kind: 'scanned', value: '0123456789' });
    assert.deepEqual(path.asked, [{ to: 'identify', body: { way: 'scan', value: '0123456789' } }]);
  });

  it('sees the door that a code opened at once, and the list when none is open', () => {
    assert.equal(inVisit(collecting('unlocking')).flow.step.at, 'door');
    assert.equal(inVisit(visitSample()).flow.step.at, 'parcels');
  });

  it('starts the nine digits again after a mistyped one, and is told', () => {
    const { flow } = atHome()
      .keys('123456789')
      .answer({ kind: 'refused', refusal: { refused: 'check-digit' } });
    assert.deepEqual(flow.step, { at: 'home', digits: '' });
    assert.equal(flow.told?.code, 'check-digit');
    assert.equal(flow.isSending, false);
  });

  it('cannot type a code while the terminal waits or is attended, but can scan', () => {
    for (const kiosk of [{ waitSeconds: 60 }, { attended: true }, { clockTrusted: false }]) {
      const path = atHome(kiosk).keys('123456789');
      assert.deepEqual(path.asked, [], JSON.stringify(kiosk));
      assert.equal(path.put({ kind: 'scanned', value: 'CARD' }).asked.length, 1);
    }
  });

  it('may type again when the wait is over', () => {
    const path = atHome({ waitSeconds: 60 }).wait(60_000).keys('123456789');
    assert.equal(path.asked.length, 1);
  });

  it('opens one door with three taps', () => {
    const open = { kind: 'open', holdId: sampleId(100) } as const;
    const path = inVisit(visitSample()).put(open, open, open);
    assert.equal(path.asked.filter(({ to }) => to === 'openings').length, 1);
  });

  it('sees a door that is open stay open when an older answer comes late', () => {
    const { flow } = inVisit(collecting('open')).seen(collecting('unlocking'));
    assert.equal(flow.visit?.door?.stage, 'open');
  });

  it('cannot leave while a door is opening or open', () => {
    for (const stage of ['unlocking', 'retrying', 'open'] as const) {
      const path = inVisit(collecting(stage)).put({ kind: 'restart' });
      assert.equal(path.flow.told?.code, 'door-busy');
      assert.equal(path.flow.visit?.door?.stage, stage);
      assert.equal(path.asked.length, 1);
    }
  });

  it('says of a damaged parcel whether it is taken, and of the others nothing more', () => {
    const asking = inVisit(collecting('open')).put({ kind: 'ask-problem', holdId: sampleId(100) });
    const damaged = asking.put({ kind: 'problem', problem: 'damaged', kept: null });
    assert.equal(damaged.asked.length, asking.asked.length);
    assert.deepEqual(damaged.put({ kind: 'problem', problem: 'damaged', kept: true }).asked.at(-1)?.body, {
      holdId: sampleId(100),
      problem: 'damaged',
      kept: true,
    });
    const empty = asking.put({ kind: 'problem', problem: 'empty', kept: false });
    assert.equal(empty.asked.at(-1)?.to, 'problems');
    assert.deepEqual(empty.flow.step, { at: 'door', kept: false });
  });

  it('sees a 「代取码」 only until leaving its screen', () => {
    const proxy = { proxyId: sampleId(7), code: '482913760', qr: 'qr', until: 0 };
    const shown = inVisit(visitSample())
      .put({ kind: 'ask-proxy', holdId: sampleId(100) }, { kind: 'make-proxy', hours: 24 })
      .answer({ kind: 'proxy', proxy });
    assert.match(JSON.stringify(shown.flow), /482913760/);
    assert.doesNotMatch(JSON.stringify(shown.put({ kind: 'go', to: 'parcels' }).flow), /482913760/);
  });
});

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
      });
      assert.deepEqual(path.put({ kind: 'consent', agreed: false }).asked.at(-1)?.body, {
        waybill,
        condition: 'intact',
        size: null,
        agreedByPhone: false,
      });
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

describe('between two visitors', () => {
  it('an answer that comes after its person has left is not shown, and that visit is ended', () => {
    const left = atHome().keys('123456789').put({ kind: 'restart' });
    const late = left.put({
      kind: 'answered',
      turn: left.flow.turn - 1,
      answer: { kind: 'visit', visit: visitSample() },
    });
    assert.equal(late.flow.visit, null);
    assert.deepEqual(late.asked.at(-1), { to: 'end', visitId: sampleId(1), body: {} });
  });

  it('but a door that is already opening gets its screen', () => {
    const left = atHome().keys('123456789').put({ kind: 'restart' });
    const answer = { kind: 'visit', visit: collecting('unlocking') } as const;
    assert.equal(left.put({ kind: 'answered', turn: left.flow.turn - 1, answer }).flow.step.at, 'door');
  });

  it('a second card sends the first visit from the screen before it is asked for', () => {
    const path = inVisit(visitSample()).put({ kind: 'scanned', value: 'CARD-2' });
    assert.equal(path.flow.visit, null);
    assert.deepEqual(path.asked.at(-1), { to: 'identify', body: { way: 'scan', value: 'CARD-2' } });
  });

  it('language and larger text go back to what is usual', () => {
    const path = atHome().put({ kind: 'wish', wish: { language: 'en', elder: true } }, { kind: 'restart' });
    assert.deepEqual(path.flow.wish, path.flow.usual);
  });

  it("a resident's own settings are used, and taken away with the visit", () => {
    const path = inVisit(visitSample({ language: 'en', elder: true }));
    assert.deepEqual(path.flow.wish, { language: 'en', elder: true, low: false });
    assert.deepEqual(path.put({ kind: 'restart' }).flow.wish, path.flow.usual);
  });

  it('a visit that the edge has ended leaves the screen', () => {
    assert.equal(inVisit(visitSample()).seen(visitSample({ over: true })).flow.visit, null);
    const refused = inVisit(visitSample()).answer({ kind: 'refused', refusal: { refused: 'visit-over' } });
    assert.equal(refused.flow.visit, null);
    assert.equal(refused.flow.step.at, 'home');
  });
});
