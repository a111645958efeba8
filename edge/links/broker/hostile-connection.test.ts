// Strangers at the broker's door, and clients that misuse a connection.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { TestBroker, until } from './hostile-peer.ts';
import { defaultLimits } from './limits.ts';

describe('a stranger', () => {
  let site: TestBroker;
  beforeEach(async () => {
    site = await TestBroker.make();
    await site.start();
  });
  afterEach(async () => {
    assert.deepEqual(site.presences, []);
    const honest = await site.session('bridge-2');
    await honest.ping();
    await site.stop();
  });

  it('is refused without a certificate', async () => {
    const peer = site.dial();
    await peer.closed();
    await until(() => site.turnedAway('handshake') === 1);
    await assert.rejects(site.dial().connect('bridge-1'), /ended/);
  });

  it("is refused with another node's certificate of the same name", async () => {
    const other = await TestBroker.make();
    await other.authority.enroll('bridge-1');
    await assert.rejects(site.dial(other.credentials('bridge-1')).connect('bridge-1'), /ended/);
    await other.stop();
  });

  it('is refused with a certificate that was replaced', async () => {
    const stolen = site.credentials('bridge-1');
    await site.authority.enroll('bridge-1', { replace: true });
    await assert.rejects(site.dial(stolen).connect('bridge-1'), /ended/);
    assert.equal(site.turnedAway('certificate'), 1);
  });

  it('is refused with a certificate of a name that the site does not know', async () => {
    await site.authority.enroll('bridge-3');
    await assert.rejects(site.dial(site.credentials('bridge-3')).connect('bridge-3'), /ended/);
    assert.equal(site.turnedAway('certificate'), 1);
  });

  it("is refused with a server's certificate", async () => {
    const { certificate, key } = await site.authority.serverPair([]);
    await assert.rejects(site.dial({ cert: certificate, key }).connect('broker'), /ended/);
    assert.equal(site.turnedAway('handshake'), 1);
  });

  it('is refused with TLS older than 1.2', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await site.dial({ ...site.credentials('bridge-1'), ...old }).closed();
    await until(() => site.turnedAway('handshake') === 1);
  });

  it('is refused without TLS', async () => {
    const socket = connectTcp(site.port, '127.0.0.1').on('error', () => {});
    socket.write('\x10\x10\0\x04MQTT\x04\x02\0\x3c\0\x04test');
    await once(socket, 'close');
    assert.equal(site.turnedAway('handshake'), 1);
  });

  it('cannot take more than its share of connections, nor all of them', async () => {
    const dial = (localAddress: string): Socket =>
      connectTcp({ port: site.port, host: '127.0.0.1', localAddress }).on('error', () => {});
    const sockets = Array.from({ length: 40 }, () => dial('127.0.0.9'));
    await until(() => site.turnedAway('too-many-from-address') === 32);
    assert.equal(site.broker.stats().connections, 8);
    for (let host = 10; host < 18; host++) for (let n = 0; n < 8; n++) sockets.push(dial(`127.0.0.${host}`));
    await until(() => site.turnedAway('too-many-connections') === 8);
    assert.ok(site.broker.stats().connections <= defaultLimits.connections);
    for (const socket of sockets) socket.destroy();
    await until(() => site.broker.stats().connections === 0);
    // Forty refusals in a moment are one line of log.
    assert.ok(site.logged.length < 10, `${site.logged.length} lines`);
  });

  it('cannot bring a packet above 4 KiB, known by its header alone', async () => {
    const peer = site.dial(site.credentials('bridge-1'));
    peer.socket.write(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]));
    await peer.closed();
    assert.equal(site.turnedAway('packet-too-large'), 1);
    const endless = site.dial(site.credentials('bridge-1'));
    endless.socket.write(Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff]));
    await endless.closed();
    assert.equal(site.turnedAway('malformed-length'), 1);
  });
});

describe('a connection', () => {
  let site: TestBroker;
  beforeEach(async () => {
    site = await TestBroker.make({ limits: { drainTimeoutMs: 60_000, revocationCheckMs: 20 } });
    await site.start();
  });
  afterEach(() => site.stop());

  it('carries packets up to 64 KiB once the client is known, and is cut at the header of a larger one', async () => {
    const peer = await site.session('bridge-1');
    const topic = 'mf/1/cabinet/a/report';
    // Fixed header 1 + 3, topic 2 + length, message id 2.
    const room = 64 * 1024 - 4 - 2 - topic.length - 2;
    peer.publish(topic, Buffer.alloc(room, 'x'));
    await peer.next('puback');
    assert.equal(site.heard[0]?.payload.length, room);
    peer.publish(topic, Buffer.alloc(room + 1, 'x'));
    await peer.closed();
    assert.equal(site.turnedAway('packet-too-large'), 1);
    assert.equal(site.heard.length, 1);
  });

  it('takes in almost nothing of a packet of 200 MB', async () => {
    const peer = await site.session('bridge-1');
    const before = process.memoryUsage().arrayBuffers;
    peer.socket.write(Buffer.from([0x32, 0x80, 0x84, 0xaf, 0x5f]));
    const chunk = Buffer.alloc(1024 * 1024);
    for (let sent = 0; sent < 20 && !peer.socket.destroyed; sent++)
      await new Promise<void>((done) => peer.socket.write(chunk, () => done()));
    await peer.closed();
    const grown = process.memoryUsage().arrayBuffers - before;
    assert.ok(grown < 8 * 1024 * 1024, `${grown} bytes more`);
    assert.equal(site.turnedAway('packet-too-large'), 1);
  });

  it('ends when its certificate is replaced', async () => {
    const peer = await site.session('bridge-1');
    const other = await site.session('bridge-2');
    await site.authority.enroll('bridge-1', { replace: true });
    await peer.closed();
    await until(() => !site.broker.isConnected('bridge-1'));
    await other.ping();
    await site.session('bridge-1');
  });

  it('that nobody reads delays nobody else', async () => {
    const frozen = await site.session('bridge-1');
    await frozen.subscribe('mf/1/cabinet/a/receipt');
    const other = await site.session('bridge-2');
    await other.subscribe('mf/1/cabinet/b/order');
    frozen.socket.pause();
    const payload = 'x'.repeat(60_000);
    let hasMoved = false;
    const stuck = Promise.all(
      Array.from({ length: 200 }, () => site.broker.publish({ kind: 'cabinet', id: 'a', word: 'receipt', payload })),
    ).then(() => {
      hasMoved = true;
    });
    for (let n = 0; n < 20; n++) {
      other.publish('mf/1/cabinet/b/report', String(n));
      await other.next('puback');
      await site.broker.publish({ kind: 'cabinet', id: 'b', word: 'order', payload: String(n) });
      assert.equal((await other.next('publish')).payload.toString(), String(n));
    }
    assert.equal(hasMoved, false);
    frozen.socket.destroy();
    await stuck;
  });

  it('that breaks the protocol ends alone', async () => {
    const other = await site.session('bridge-2');
    const wrong = [
      [0xf0, 0],
      [0x36, 2, 0, 0],
      [0x32, 3, 0, 9, 0x61],
      [0x82, 2, 0, 1],
      [0x00, 0],
      [0x62, 0],
      [0x20, 2, 0, 0],
    ];
    for (const bytes of wrong) {
      const peer = await site.session('bridge-1');
      peer.socket.write(Buffer.from(bytes));
      await peer.closed();
    }
    await other.ping();
  });
});

describe('a client that takes its time', () => {
  it('is cut off when it keeps silent, before its handshake and after', async () => {
    const site = await TestBroker.make({ limits: { connectTimeoutMs: 300 } });
    await site.start();
    const tcp = connectTcp(site.port, '127.0.0.1').resume();
    const tls = site.dial(site.credentials('bridge-1'));
    await once(tls.socket, 'secureConnect');
    tls.socket.write(Buffer.from([0x10, 0x20, 0, 4]));
    await Promise.all([once(tcp, 'close'), tls.closed()]);
    await until(() => site.broker.stats().connections === 0);
    await site.stop();
  });

  it('is cut off when it does not read', async () => {
    const site = await TestBroker.make({ limits: { drainTimeoutMs: 100 } });
    await site.start();
    const frozen = await site.session('bridge-1');
    await frozen.subscribe('mf/1/cabinet/a/receipt');
    frozen.socket.pause();
    const receipt = { kind: 'cabinet', id: 'a', word: 'receipt', payload: 'x'.repeat(60_000) } as const;
    await Promise.all(Array.from({ length: 200 }, () => site.broker.publish(receipt)));
    await until(() => !site.broker.isConnected('bridge-1'));
    assert.ok(site.turnedAway('client-error') > 0);
    await site.stop();
  });
});

describe('a client that talks too fast', () => {
  it('is slowed down, and nothing it said is lost', async () => {
    const site = await TestBroker.make({ limits: { packetsPerSecond: 200, packetBurst: 20 } });
    await site.start();
    const peer = await site.session('bridge-1');
    const begun = performance.now();
    for (let n = 0; n < 120; n++) peer.publish('mf/1/cabinet/a/report', String(n));
    for (let n = 0; n < 120; n++) await peer.next('puback');
    await peer.ping();
    // A hundred packets beyond the burst at 200 a second cannot be taken in sooner, however slow the machine.
    assert.ok(performance.now() - begun >= 450);
    assert.deepEqual(
      site.heard.map(({ payload }) => payload),
      Array.from({ length: 120 }, (_, n) => String(n)),
    );
    await site.stop();
  });
});
