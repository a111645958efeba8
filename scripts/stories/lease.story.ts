// No device obeys a stale unlock: a frozen bridge, a restarted edge, and orders that are played again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { asyncApi } from '../../edge/api/asyncapi.ts';
import { leaseMessage, type Order } from '../../edge/contract/orders.ts';
import { type Report, report } from '../../edge/contract/reports.ts';
import { writeTopic } from '../../edge/contract/topics.ts';
import { Broker } from '../../edge/links/broker.ts';
import { openAuthority } from '../../edge/secrets/authority.ts';
import { beginByCode, closeDoor, deliver, doorAt, fateOf } from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { owner } from './people.fixture.ts';
import { eventsOf, ofOpening } from './record.fixture.ts';
import { Site } from './site.fixture.ts';

const frozenMs = 8_000;
/** After thawing, everything that waited in a buffer has been read. */
const thawMs = 2_000;

describe('an order that comes too late', () => {
  const site = new Site();
  let holds: string[] = [];
  before(async () => {
    await site.start();
    holds = await deliver(site, owner, 'S', 'S', 'S');
  });
  afterEach(() => site.check());
  after(() => site.stop());

  const pulses = (): number => site.bolts().filter((entry) => 'pulse' in entry).length;
  const abortsOf = async (openingId: string) => eventsOf(ofOpening(await site.events(), openingId), 'OpeningAborted');

  it('opens nothing after its bridge was frozen for 8 s: the grant is aborted and the screen has said so', async () => {
    const [holdId = ''] = holds;
    const before = pulses();
    site.part('bridge').kill('SIGSTOP');
    const visitor = await beginByCode(site, holdId);
    const { door } = await visitor.ask('readVisit');
    assert.ok(door, 'its last lease is fresh: the order is on its way');
    const began = performance.now();
    assert.equal((await doorAt(visitor, 'aborted')).openingId, door.openingId);
    assert.equal(await visitor.refused('openDoor', { holdId }), 'device-away');
    await wait(Math.max(0, frozenMs - (performance.now() - began)));
    site.part('bridge').kill('SIGCONT');
    await site.online();
    await wait(thawMs);
    assert.equal(pulses(), before);
    assert.equal((await abortsOf(door.openingId)).length, 1);

    await visitor.ask('openDoor', { holdId });
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await visitor.ask('leave');
  });

  it('opens nothing after the edge was started again meanwhile, and the parcel can be had', async () => {
    const [, holdId = ''] = holds;
    const before = pulses();
    site.part('bridge').kill('SIGSTOP');
    const visitor = await beginByCode(site, holdId);
    const { door } = await visitor.ask('readVisit');
    assert.ok(door);
    await site.kill('edge');
    await site.run('edge');
    await wait(frozenMs / 2);
    site.part('bridge').kill('SIGCONT');
    await site.online();
    await eventually('the abort', async () => (await abortsOf(door.openingId)).length > 0);
    assert.equal(pulses(), before);
    const again = await beginByCode(site, holdId);
    await closeDoor(site, again);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await again.ask('leave');
  });

  it('opens nothing when it is played again by whoever holds the broker, whatever lease it bears', async () => {
    const [, , holdId = ''] = holds;
    const visitor = await beginByCode(site, holdId);
    await closeDoor(site, visitor);
    await visitor.ask('leave');
    const grant = eventsOf(await site.events(), 'OpeningGranted').at(-1)?.data;
    assert.ok(grant);
    const { cabinet, compartment, openingId } = grant;
    const before = pulses();
    await site.kill('edge');

    const leases: string[] = [];
    const answers: Report[] = [];
    const topics = new Set<string>();
    const broker = new Broker({
      ...site.broker,
      authority: await openAuthority(join(site.data, 'keys')),
      clients: [{ name: 'bridge-1', cabinets: ['locker-a', 'locker-b'] }],
      log: { warn: () => {} },
      onMessage: (topic, payload) => {
        topics.add(writeTopic({ ...topic, id: '{id}' }));
        const said: unknown = JSON.parse(payload.toString());
        if (topic.word === 'lease' && topic.id === cabinet) leases.push(leaseMessage.parse(said).lease);
        if (topic.word === 'report') answers.push(report.parse(said));
      },
      onPresence: () => {},
    });
    await broker.start();
    try {
      const send = (order: Order) =>
        broker.publish({ kind: 'cabinet', id: cabinet, word: 'order', payload: JSON.stringify(order) });
      const answerTo = (orderId: string, nth: number) =>
        eventually(
          `answer ${nth} to ${orderId}`,
          () => answers.filter((one) => one.kind === 'answered' && one.orderId === orderId)[nth],
        );
      const order = { kind: 'unlock', orderId: openingId, compartment, ttlMs: 3_000 } as const;
      const lease = await eventually('a lease', () => leases.at(-1));
      await send({ ...order, lease });
      const again = await answerTo(openingId, 0);
      assert.ok(again.kind === 'answered' && again.result === 'duplicate');
      const unknown = visitor.visitId;
      await send({ ...order, orderId: unknown, lease: '0123456789abcdef' });
      const stale = await answerTo(unknown, 0);
      assert.ok(stale.kind === 'answered' && stale.result === 'expired');

      await site.kill('bridge');
      await site.run('bridge');
      leases.length = 0;
      const fresh = await eventually('a lease of the next run', () => leases.at(-1));
      answers.length = 0;
      await send({ ...order, lease: fresh });
      const repeated = await eventually('the answer of the next run', () =>
        answers.findLast((one) => one.kind === 'answered' && one.result === 'duplicate'),
      );
      assert.ok(repeated.kind === 'answered' && repeated.first === 'done');
      await wait(thawMs);
      assert.equal(pulses(), before);

      const { channels } = asyncApi('0') as { channels: Record<string, { address: string }> };
      const published = new Set(Object.values(channels).map(({ address }) => address));
      assert.deepEqual(
        [...topics].sort(),
        ['lease', 'report', 'state'].map((word) => `mf/1/cabinet/{id}/${word}`),
      );
      for (const topic of topics) assert.ok(published.has(topic), topic);
    } finally {
      await broker.stop();
    }
    await site.run('edge');
    await site.online();
    assert.ok(readFileSync(join(site.dir, 'bridge.log'), 'utf8').length > 0);
  });
});
