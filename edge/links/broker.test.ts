// What the broker does for devices that behave.
import assert from 'node:assert/strict';
import { connect as connectMqtt } from 'mqtt';
import { TestBroker, until } from './broker/hostile-peer.ts';

const state = { topic: 'mf/1/cabinet/a/state', payload: Buffer.from('gone'), qos: 1, retain: true } as const;

describe('the broker', () => {
  let site: TestBroker;
  beforeEach(async () => {
    site = await TestBroker.make();
    await site.start();
  });
  afterEach(() => site.stop());

  it("passes a device's words to the edge in order, byte for byte", async () => {
    const device = await site.session('bridge-1');
    device.publish('mf/1/cabinet/a/lease', '{"__proto__":{"x":1}}', { qos: 0 });
    device.publish('mf/1/cabinet/a/state', '{}', { retain: true });
    device.publish('mf/1/cabinet/a/report', '不是 JSON');
    await device.next('puback');
    await device.next('puback');
    assert.deepEqual(
      site.heard.map(({ topic, payload, client }) => [topic.word, payload, client]),
      [
        ['lease', '{"__proto__":{"x":1}}', 'bridge-1'],
        ['state', '{}', 'bridge-1'],
        ['report', '不是 JSON', 'bridge-1'],
      ],
    );
  });

  it('hands an order and a receipt to the cabinet that listens, and says when none does', async () => {
    const device = await site.session('bridge-1');
    const order = { kind: 'cabinet', id: 'a', word: 'order', payload: '{"n":1}' } as const;
    assert.equal(await site.broker.publish(order), 'away');
    assert.deepEqual(await device.subscribe('mf/1/cabinet/a/order', 'mf/1/cabinet/a/receipt'), [1, 1]);
    assert.equal(await site.broker.publish(order), 'sent');
    const heard = await device.next('publish');
    assert.deepEqual(
      [heard.topic, heard.payload.toString(), heard.qos, heard.retain],
      ['mf/1/cabinet/a/order', '{"n":1}', 1, false],
    );
    assert.equal(await site.broker.publish({ ...order, word: 'receipt' }), 'sent');
    assert.equal((await device.next('publish')).topic, 'mf/1/cabinet/a/receipt');
    assert.equal(await site.broker.publish({ ...order, id: 'b' }), 'away');
    device.send({ cmd: 'unsubscribe', messageId: 8, unsubscriptions: ['mf/1/cabinet/a/order'] });
    await device.next('unsuback');
    assert.equal(await site.broker.publish(order), 'away');
  });

  it('keeps no order for a device that comes later', async () => {
    const order = { kind: 'cabinet', id: 'a', word: 'order', payload: 'open' } as const;
    const before = await site.session('bridge-1');
    await before.subscribe('mf/1/cabinet/a/order');
    before.socket.destroy();
    await until(() => !site.broker.isConnected('bridge-1'));
    assert.equal(await site.broker.publish(order), 'away');
    const after = await site.session('bridge-1', { clean: false });
    await after.subscribe('mf/1/cabinet/a/order');
    await after.ping();
    assert.deepEqual(after.packets, []);
  });

  it('tells when a client came and went, and can end its session', async () => {
    const device = await site.session('bridge-1');
    await until(() => site.broker.isConnected('bridge-1'));
    assert.ok(!site.broker.isConnected('bridge-2') && !site.broker.isConnected('constructor'));
    site.broker.kick('bridge-1');
    await device.closed();
    await until(() => site.presences.length === 2);
    assert.deepEqual(site.presences, ['bridge-1 came', 'bridge-1 went']);
  });

  it('lets a newer session replace the older one, whose will is not heard any more', async () => {
    const older = await site.session('bridge-1', { will: state });
    await until(() => site.broker.isConnected('bridge-1'));
    const newer = await site.session('bridge-1');
    await older.closed();
    newer.publish(state.topic, 'here', { retain: true });
    await newer.next('puback');
    await until(() => site.presences.at(-1) === 'bridge-1 came' && site.presences.length > 1);
    assert.ok(site.broker.isConnected('bridge-1'));
    assert.deepEqual(
      site.heard.map(({ payload }) => payload),
      ['here'],
    );
  });

  it('speaks the will of a device that broke off, and not that of one that took its leave', async () => {
    const leaving = await site.session('bridge-1', { will: state });
    leaving.send({ cmd: 'disconnect' });
    await leaving.closed();
    const breaking = await site.session('bridge-1', { will: { ...state, payload: Buffer.from('broke') } });
    breaking.socket.destroy();
    await until(() => site.heard.length > 0);
    assert.deepEqual(
      site.heard.map(({ payload }) => payload),
      ['broke'],
    );
  });

  it('works with a client library as others use it', async () => {
    const client = connectMqtt({
      ...site.credentials('bridge-2'),
      protocol: 'mqtts',
      host: 'localhost',
      port: site.port,
      ca: site.authority.certificate,
      clientId: 'bridge-2',
      reconnectPeriod: 0,
    });
    const message = new Promise<string[]>((resolve) => {
      client.once('message', (topic, payload) => resolve([topic, payload.toString()]));
    });
    await client.subscribeAsync('mf/1/cabinet/b/order', { qos: 1 });
    await client.publishAsync('mf/1/cabinet/b/report', 'closed', { qos: 1 });
    assert.equal(await site.broker.publish({ kind: 'cabinet', id: 'b', word: 'order', payload: 'open' }), 'sent');
    assert.deepEqual(await message, ['mf/1/cabinet/b/order', 'open']);
    assert.equal(site.heard[0]?.payload, 'closed');
    await client.endAsync();
  });

  it('ends without announcing anything and frees its port', async () => {
    const device = await site.session('bridge-1', { will: state });
    await until(() => site.broker.isConnected('bridge-1'));
    await site.broker.stop();
    await device.closed();
    assert.deepEqual([site.presences, site.heard], [['bridge-1 came'], []]);
    await site.broker.start();
    assert.equal(site.broker.stats().connections, 0);
  });

  it('says so when its port is taken', async () => {
    const other = await TestBroker.make({ port: site.port });
    await assert.rejects(other.start(), { code: 'EADDRINUSE' });
    await other.stop();
  });
});

describe('a report', () => {
  it('is acknowledged only after the edge has dealt with it', async () => {
    let commit = () => {};
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const site = await TestBroker.make({ onMessage: () => committed });
    await site.start();
    const device = await site.session('bridge-1');
    device.publish('mf/1/cabinet/a/report', '{}');
    await device.ping();
    assert.deepEqual(device.packets, []);
    commit();
    await device.next('puback');
    await site.stop();
  });
});
