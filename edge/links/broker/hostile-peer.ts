// A peer for the broker's tests that says whatever it is told to, over real TLS; and a broker on loopback for it to speak to.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { generate, type IConnectPacket, type Packet, parser } from 'mqtt-packet';
import type { Topic } from '../../contract/topics.ts';
import { type Authority, openAuthority } from '../../secrets/authority.ts';
import { Broker, type BrokerOptions } from '../broker.ts';

/** Sends any bytes, keeps every packet that comes. */
export class HostilePeer {
  readonly socket: TLSSocket;
  readonly packets: Packet[] = [];
  #changed = () => {};

  constructor(socket: TLSSocket) {
    this.socket = socket;
    const packets = parser();
    packets.on('packet', (packet) => {
      this.packets.push(packet);
      this.#changed();
    });
    socket.on('data', (bytes) => packets.parse(bytes));
    socket.on('close', () => this.#changed());
    // A peer that is thrown out learns so by a reset; `closed` tells.
    socket.on('error', () => {});
  }

  send(packet: Packet): void {
    this.socket.write(generate(packet));
  }

  /** The first packet of this kind, taken out of `packets`; fails when the connection ends without one. */
  async next<K extends Packet['cmd']>(cmd: K): Promise<Extract<Packet, { cmd: K }>> {
    for (;;) {
      const at = this.packets.findIndex((packet) => packet.cmd === cmd);
      const [packet] = at < 0 ? [] : this.packets.splice(at, 1);
      if (packet) return packet as Extract<Packet, { cmd: K }>;
      if (this.socket.destroyed) assert.fail(`the connection ended without a ${cmd}`);
      await this.#change();
    }
  }

  /** Resolves when the broker has ended the connection. */
  async closed(): Promise<void> {
    while (!this.socket.closed) await this.#change();
  }

  /** Answered only when the connection still lives and everything sent before was taken in. */
  async ping(): Promise<void> {
    this.send({ cmd: 'pingreq' });
    await this.next('pingresp');
  }

  /** A packet came, or the connection ended. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }

  async connect(clientId: string, more: Partial<IConnectPacket> = {}): Promise<number | undefined> {
    this.send({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 30,
      clientId,
      ...more,
    });
    return (await this.next('connack')).returnCode;
  }

  /** The granted QoS of each filter, 128 = refused. */
  async subscribe(...topics: string[]): Promise<unknown> {
    this.send({ cmd: 'subscribe', messageId: 7, subscriptions: topics.map((topic) => ({ topic, qos: 1 })) });
    return (await this.next('suback')).granted;
  }

  publish(topic: string, payload: string | Buffer, flags: { qos?: 0 | 1 | 2; retain?: boolean } = {}): void {
    this.send({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false, messageId: 9, ...flags });
  }
}

export interface Heard {
  topic: Topic;
  payload: string;
  client: string;
}

/** A broker with two clients, `bridge-1` for cabinet `a` and `bridge-2` for cabinet `b`, and what it told the edge. */
export class TestBroker {
  readonly dir: string;
  readonly authority: Authority;
  readonly heard: Heard[] = [];
  readonly presences: string[] = [];
  readonly logged: object[] = [];
  readonly broker: Broker;
  readonly #peers: HostilePeer[] = [];
  #port = 0;

  /** With an authority of its own; not started. */
  static async make(more: Partial<BrokerOptions> = {}): Promise<TestBroker> {
    const dir = mkdtempSync(join(tmpdir(), 'mf-broker-'));
    return new TestBroker(dir, await openAuthority(dir), more);
  }

  private constructor(dir: string, authority: Authority, more: Partial<BrokerOptions>) {
    this.dir = dir;
    this.authority = authority;
    this.broker = new Broker({
      host: '127.0.0.1',
      port: 0,
      authority: this.authority,
      clients: [
        { name: 'bridge-1', cabinets: ['a'] },
        { name: 'bridge-2', cabinets: ['b'] },
      ],
      log: { warn: (facts) => this.logged.push(facts) },
      onMessage: (topic, payload, client) => void this.heard.push({ topic, payload: payload.toString(), client }),
      onPresence: (client, connected) => this.presences.push(`${client} ${connected ? 'came' : 'went'}`),
      ...more,
    });
  }

  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    for (const name of ['bridge-1', 'bridge-2']) await this.authority.enroll(name);
    this.#port = (await this.broker.start()).port;
  }

  async stop(): Promise<void> {
    for (const peer of this.#peers) peer.socket.destroy();
    await this.broker.stop();
    rmSync(this.dir, { recursive: true });
  }

  credentials(name: string): { cert: Buffer; key: Buffer } {
    return { cert: readFileSync(join(this.dir, `${name}.pem`)), key: readFileSync(join(this.dir, `${name}.key`)) };
  }

  /** A TLS connection, perhaps not yet through its handshake. */
  dial(options: ConnectionOptions = {}): HostilePeer {
    const socket = connect({ host: '127.0.0.1', port: this.#port, ca: this.authority.certificate, ...options });
    const peer = new HostilePeer(socket);
    this.#peers.push(peer);
    return peer;
  }

  /** A connected session of a client that was let in. */
  async session(name: string, more: Partial<IConnectPacket> = {}): Promise<HostilePeer> {
    const peer = this.dial(this.credentials(name));
    assert.equal(await peer.connect(name, more), 0);
    return peer;
  }

  /** How often something was turned away for `reason`. */
  turnedAway(reason: Parameters<ReturnType<Broker['stats']>['turnedAway']['get']>[0]): number {
    return this.broker.stats().turnedAway.get(reason) ?? 0;
  }
}

/** Waits for a condition that the broker brings about in its own time; mocha's time-out is the limit. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};
