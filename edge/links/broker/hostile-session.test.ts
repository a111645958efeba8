// Clients with a good certificate that want more than it allows.
import assert from 'node:assert/strict';
import { type HostilePeer, TestBroker, until } from './hostile-peer.ts';

describe('a client with a certificate', () => {
  let site: TestBroker;
  let honest: HostilePeer;
  beforeEach(async () => {
    site = await TestBroker.make();
    await site.start();
    honest = await site.session('bridge-2');
    await honest.subscribe('mf/1/cabinet/b/order');
  });
  /** Whatever was tried, the other client goes on and the edge heard nothing. */
  afterEach(async () => {
    assert.equal(await site.broker.publish({ kind: 'cabinet', id: 'b', word: 'order', payload: 'fine' }), 'sent');
    assert.equal((await honest.next('publish')).payload.toString(), 'fine');
    assert.deepEqual(honest.packets, []);
    assert.deepEqual(site.heard, []);
    await site.stop();
  });

  for (const clientId of ['bridge-2', 'constructor', '__proto__', 'toString', '', 'BRIDGE-1'])
    it(`cannot call itself ${JSON.stringify(clientId)}`, async () => {
      const peer = site.dial(site.credentials('bridge-1'));
      assert.equal(await peer.connect(clientId), 2);
      await peer.closed();
      assert.equal(site.turnedAway('client-id'), 1);
      assert.deepEqual(site.presences, ['bridge-2 came']);
    });

  const deep = Array(101).fill('a').join('/');
  const notSaid: [what: string, topic: string, flags?: { qos?: 0 | 1 | 2; retain?: boolean }][] = [
    ["another cabinet's report", 'mf/1/cabinet/b/report'],
    ['an order to itself', 'mf/1/cabinet/a/order'],
    ['a retained order', 'mf/1/cabinet/b/order', { retain: true }],
    ['a receipt', 'mf/1/cabinet/a/receipt'],
    ['a retained report', 'mf/1/cabinet/a/report', { retain: true }],
    ['a report that is not acknowledged', 'mf/1/cabinet/a/report', { qos: 0 }],
    ['a report with QoS 2', 'mf/1/cabinet/a/report', { qos: 2 }],
    ['a state that is not retained', 'mf/1/cabinet/a/state'],
    ['a lease with QoS 1', 'mf/1/cabinet/a/lease'],
    ["the broker's own $SYS words", '$SYS/x/new/clients'],
    ['a topic with NUL', 'mf/1/cabinet/a\0/report'],
    ['a topic that ends in NUL', 'mf/1/cabinet/a/report\0'],
    ['a topic of 101 levels', deep],
    ['a wildcard', 'mf/1/cabinet/+/report'],
    ['an empty level', 'mf/1/cabinet//report'],
    ['a topic of another contract', 'mf/2/cabinet/a/report'],
    ['a topic named __proto__', '__proto__'],
    ['a word named constructor', 'mf/1/cabinet/a/constructor'],
  ];
  for (const [what, topic, flags] of notSaid)
    it(`cannot say ${what}`, async () => {
      const peer = await site.session('bridge-1');
      peer.publish(topic, 'payload', flags);
      await peer.closed();
      assert.deepEqual(peer.packets, []);
    });

  it("cannot throw another client out by the broker's own words", async () => {
    const peer = await site.session('bridge-1');
    peer.publish('$SYS/other/new/clients', 'bridge-2', { qos: 0 });
    await peer.closed();
    await honest.ping();
    assert.ok(site.broker.isConnected('bridge-2'));
  });

  it('cannot listen to anything but the edge, and only about its own cabinets', async () => {
    const peer = await site.session('bridge-1');
    const refused = [
      ...['mf/1/cabinet/b/order', 'mf/1/cabinet/b/report', 'mf/1/cabinet/a/report', 'mf/1/cabinet/a/state'],
      ...['#', '+/1/cabinet/a/order', 'mf/1/cabinet/+/order', 'mf/1/cabinet/a/#', 'mf/1/cabinet/a/order/#'],
      ...[
        '$SYS/#',
        '$SYS/+/heartbeat',
        '$share/g/mf/1/cabinet/a/order',
        '__proto__',
        'constructor',
        'mf/1/cabinet/a\0/order',
      ],
    ];
    assert.deepEqual(await peer.subscribe(...refused, 'mf/1/cabinet/a/order'), [...refused.map(() => 128), 1]);
    peer.send({ cmd: 'subscribe', messageId: 8, subscriptions: [{ topic: 'mf/1/cabinet/a/order', qos: 0 }] });
    assert.deepEqual((await peer.next('suback')).granted, [128]);
    assert.equal(site.turnedAway('subscribe'), refused.length + 1);
    await honest.ping();
    await peer.ping();
    assert.deepEqual(peer.packets, []);
  });

  it('cannot smuggle a filter past the refusal through a stored session', async () => {
    const before = await site.session('bridge-1', { clean: false });
    assert.deepEqual(await before.subscribe('mf/1/cabinet/a/order', 'mf/1/cabinet/b/order'), [1, 128]);
    before.socket.destroy();
    await until(() => !site.broker.isConnected('bridge-1'));
    const after = site.dial(site.credentials('bridge-1'));
    after.send({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: false,
      keepalive: 30,
      clientId: 'bridge-1',
    });
    assert.equal((await after.next('connack')).sessionPresent, false);
    await site.broker.publish({ kind: 'cabinet', id: 'b', word: 'order', payload: 'for b alone' });
    assert.equal((await honest.next('publish')).payload.toString(), 'for b alone');
    await after.ping();
    assert.deepEqual(after.packets, []);
  });

  for (const [flaw, will] of Object.entries({
    "on another's state": { topic: 'mf/1/cabinet/b/state', qos: 1, retain: true },
    'that is a report': { topic: 'mf/1/cabinet/a/report', qos: 1, retain: false },
    'that is an order': { topic: 'mf/1/cabinet/a/order', qos: 1, retain: false },
    'that is not retained': { topic: 'mf/1/cabinet/a/state', qos: 1, retain: false },
    'in $SYS': { topic: '$SYS/x/new/clients', qos: 1, retain: false },
  } as const))
    it(`cannot leave a will ${flaw}`, async () => {
      const peer = site.dial(site.credentials('bridge-1'));
      await assert.rejects(peer.connect('bridge-1', { will: { ...will, payload: Buffer.from('bridge-2') } }), /ended/);
      assert.equal(site.turnedAway('will'), 1);
      assert.deepEqual(site.presences, ['bridge-2 came']);
    });

  it('cannot unsubscribe the broker to death', async () => {
    const peer = await site.session('bridge-1');
    peer.send({ cmd: 'unsubscribe', messageId: 8, unsubscriptions: ['__proto__', 'constructor', '#', '$SYS/#'] });
    await peer.next('unsuback');
    for (const cmd of ['subscribe', 'unsubscribe'] as const) {
      const other = await site.session('bridge-1');
      const filters = { subscriptions: [{ topic: deep, qos: 1 as const }], unsubscriptions: [deep] };
      other.send({ cmd, messageId: 9, ...filters });
      await other.closed();
    }
  });

  it('cannot stay without a keep-alive or with a very long one, nor speak another version', async () => {
    for (const keepalive of [0, 61])
      assert.equal(await site.dial(site.credentials('bridge-1')).connect('bridge-1', { keepalive }), 6);
    const other = site.dial(site.credentials('bridge-1'));
    assert.equal(await other.connect('bridge-1', { protocolVersion: 5 }), 1);
    await other.closed();
  });

  it('cannot begin twice, nor speak before it has begun', async () => {
    const twice = await site.session('bridge-1');
    await assert.rejects(twice.connect('bridge-1'), /ended/);
    const early = site.dial(site.credentials('bridge-1'));
    early.publish('mf/1/cabinet/a/report', '{}');
    await early.closed();
  });

  it('leaves no trace of what it sent in the log', async () => {
    const peer = await site.session('bridge-1');
    peer.publish('$SYS/475105320', 'secret-payload');
    await peer.closed();
    assert.equal(site.turnedAway('publish'), 1);
    assert.deepEqual(site.logged, [{ reason: 'publish', count: 1, client: 'bridge-1' }]);
  });
});
