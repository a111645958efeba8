// The path of a visit, told step by step.
import assert from 'node:assert/strict';
import { doorSample, parcelSample, sampleId, visitSample } from '../samples.fixture.ts';
import type { DoorView, VisitView } from './contract.ts';
import { atHome, inVisit } from './path.fixture.ts';

const door = (stage: DoorView['stage'], change: Partial<DoorView> = {}): DoorView => doorSample({ stage, ...change });
const collecting = (stage: DoorView['stage'], change: Partial<VisitView> = {}): VisitView =>
  visitSample({ parcels: [parcelSample(0, { actions: ['report'] })], door: door(stage), ...change });

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

  it('may try a code while the clock is not trusted: only codes with a term are refused', () => {
    assert.equal(atHome({ clockTrusted: false }).keys('123456789').asked.length, 1);
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
    for (const kiosk of [{ waitSeconds: 60 }, { attended: true }]) {
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
