// The site at a glance: every door worst first, what waits and what is due, and giving back what somebody has looked at.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import type { SiteView } from '../../contract/console/site-view.ts';
import { siteView } from '../../contract/console/site-view.ts';
import { type Desk, hour, openDesk } from './desk.fixture.ts';

const cabinet = 'locker-a';

describe('the site at a glance', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    const doors = Array.from({ length: 12 }, (_, n) => ({ compartment: n + 1, door: 'closed' as const }));
    const state = {
      contract: 1 as const,
      boot: uuidv7(),
      seq: 0,
      online: true,
      doors,
      profile: { id: 'p', version: 1 },
    };
    await desk.ask({ kind: 'RecordPresence', cabinet, presence: 'online' });
    await desk.ask({ kind: 'RecordState', cabinet, state });
  });
  afterEach(() => desk.stop());

  const asked = () => ({ by: desk.by, roles: ['desk'] as const, query: undefined, params: { id: '' } });
  const read = async (): Promise<SiteView> => {
    const reply = await desk.site.readSite({ ...asked(), body: undefined });
    assert.ok('body' in reply);
    siteView.parse(reply.body);
    return reply.body;
  };
  const compartment = async (n: number) => (await read()).cabinets[0]?.rows.flat().find((one) => one.compartment === n);
  const report = (n: number, more: { kind: 'opened'; orderId?: string } | { kind: 'closed'; stableMs: number }) => {
    const header = { reportId: uuidv7(), seq: 1, at: { boot: uuidv7(), monoMs: 1, wallMs: 1 }, compartment: n };
    return desk.ask({ kind: 'RecordReport', cabinet, report: { ...header, ...more } });
  };

  it('shows every door, from the top row down, by what is worst of it', async () => {
    const [top] = (await read()).cabinets;
    assert.equal(top?.presence, 'online');
    assert.equal(top.rows.flat().length, 24);
    assert.equal(
      top.rows.at(-1)?.every(({ low }) => low),
      true,
    );
    assert.equal((await compartment(1))?.state, 'free');
    assert.equal((await compartment(20))?.state, 'unknown');
    await report(2, { kind: 'opened' });
    assert.deepEqual([(await compartment(2))?.state, (await compartment(2))?.blocked], ['forced', 'forced']);
  });

  it('shows what is on its way in, and what lies in a compartment since when', async () => {
    const holdId = uuidv7();
    const item = {
      ...({ kind: 'express', personId: desk.wang, carrier: '顺丰', waybill: 'SF11110001', size: 'S' } as const),
      ...({ condition: 'intact', damage: null, photo: null, agreedByPhone: true } as const),
    };
    await desk.ask({ kind: 'ReceiveItem', by: desk.by, holdId, item, visitId: uuidv7() });
    const [opening] = desk.dispatch.state.all('openings');
    assert.ok(opening);
    assert.deepEqual((await compartment(opening.compartment))?.state, 'reserved');
    await report(opening.compartment, { kind: 'opened', orderId: opening.id });
    assert.equal((await compartment(opening.compartment))?.state, 'open');
    await report(opening.compartment, { kind: 'closed', stableMs: 300 });
    const view = await compartment(opening.compartment);
    assert.deepEqual([view?.state, view?.holdId, view?.since], ['occupied', holdId, desk.now().wallMs]);
  });

  it('counts what waits, came today, is due, disputed or goes back, and who was told', async () => {
    const first = await desk.receive(desk.wang, 'SF11110001');
    desk.passes(hour);
    const [second, third] = [await desk.receive(desk.li, 'SF11110002'), await desk.receive(desk.chen, 'SF11110003')];
    await desk.handOver(third, desk.chen);
    await desk.ask({ kind: 'RefuseItems', by: desk.by, holdIds: [second], reason: 'refused' });
    const { counts, shelf, notices, hqBehind } = await read();
    assert.deepEqual(counts, {
      ...{ waiting: 2, today: 3, due: 1, disputed: 0, toReturn: 1 },
      oldestPlacedAt: desk.dispatch.state.get('holds', first)?.placedAt,
    });
    assert.deepEqual(
      shelf.taken.map(({ label, holdId }) => [label, holdId]),
      [
        ['S01', first],
        ['S02', second],
      ],
    );
    assert.deepEqual([shelf.places, notices, hqBehind], [60, { waiting: 1, failed: 2 }, null]);
  });

  it('shows who calls from where until somebody goes, and gives a looked-at compartment back', async () => {
    await desk.ask({ kind: 'CallPerson', terminal: 'lobby', reason: 'help' });
    assert.equal((await read()).terminals[0]?.calledAt, desk.now().wallMs);
    assert.ok((await read()).alerts.some(({ kind, subject }) => kind === 'person-called' && subject === 'lobby'));
    const commandId = uuidv7();
    const answered = await desk.site.answerCall({ ...asked(), body: { commandId, terminal: 'lobby' } });
    assert.ok('body' in answered);
    assert.equal(answered.body.terminals[0]?.calledAt, null);

    await report(2, { kind: 'opened' });
    await report(2, { kind: 'closed', stableMs: 300 });
    const released = await desk.site.releaseCompartment({
      ...asked(),
      body: { commandId: uuidv7(), cabinet, compartment: 2 },
    });
    assert.ok('body' in released);
    assert.equal((await compartment(2))?.state, 'free');
  });

  it('knows its own terminals only', async () => {
    const before = desk.ledger.head.seq;
    const body = { commandId: uuidv7(), terminal: 'elsewhere' };
    for (const handler of [desk.site.releaseTerminal, desk.site.answerCall]) {
      const reply = await handler({ ...asked(), body });
      assert.equal('refused' in reply && reply.field, 'terminal');
    }
    assert.equal(desk.ledger.head.seq, before);
  });
});
