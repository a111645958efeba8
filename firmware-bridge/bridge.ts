// The bridge: an MQTT client that carries orders to the devices of a site and their reports back.
import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';
import type { Logger } from 'pino';
import type { ZodError } from 'zod';
import { type LeaseMessage, order } from '../edge/contract/orders.ts';
import { type Report, receipt, type State } from '../edge/contract/reports.ts';
import { readTopic, type Word, words, writeTopic } from '../edge/contract/topics.ts';
import { Cabinet } from './cabinet.ts';
import type { Clock } from './clock.ts';
import { LockLine } from './devices/lock/lock-line.ts';
import type { Journal } from './journal.ts';
import { Outbox } from './outbox.ts';
import type { Port } from './ports/port.ts';
import { memoryOf, type SiteLine } from './site-lines.ts';

export interface BridgeParts {
  /** The certificate's CN, which is the MQTT client id too. */
  name: string;
  boot: string;
  broker: { host: string; port: number };
  /** PEM of the node's CA and of this bridge. */
  keys: { ca: string; cert: string; key: string };
  lines: readonly SiteLine[];
  openPort: (line: SiteLine['port']) => Port;
  /** Started, and stopped after the bridge. */
  journal: Journal;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

const leaseEveryMs = 1_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;

/** Names what was wrong without repeating what was sent [S10]. */
const fieldsOf = ({ issues }: ZodError): string[] => issues.map(({ path }) => path.join('.') || 'not an object');

const readJson = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

export class Bridge {
  private client: MqttClient | undefined;
  private readonly cabinets = new Map<string, Cabinet>();
  private lines: LockLine[] = [];
  private leaseTimer: NodeJS.Timeout | undefined;
  private connectTimer: NodeJS.Timeout | undefined;
  private attempts = 0;
  private isSubscribed = false;
  private readonly outbox: Outbox;
  private readonly parts: BridgeParts;

  constructor(parts: BridgeParts) {
    this.parts = parts;
    this.outbox = new Outbox({
      waiting: () => parts.journal.unreceipted(),
      publish: ({ device, report }) => this.publish(device, 'report', report),
    });
  }

  /** Resolves when the broker has taken the subscriptions and every port has been opened once; goes on trying until then. */
  async start(): Promise<void> {
    const ports = this.parts.lines.map((line) => new Promise<void>((resolve) => this.startLine(line, resolve)));
    const subscribed = new Promise<void>((resolve) => this.connect(resolve));
    await Promise.all([subscribed, ...ports]);
  }

  async stop(): Promise<void> {
    clearTimeout(this.connectTimer);
    this.leave();
    this.client?.removeAllListeners('close');
    await this.client?.endAsync();
    await Promise.all(this.lines.map((line) => line.stop()));
  }

  private startLine(site: SiteLine, portOpened: () => void): void {
    const { journal, boot, clock } = this.parts;
    const at = (id: string): Cabinet => {
      const cabinet = this.cabinets.get(id);
      if (!cabinet) throw new Error(`no cabinet ${id}`);
      return cabinet;
    };
    const line = new LockLine({
      port: this.parts.openPort(site.port),
      boards: site.cabinets.map(({ board }) => ({ config: board, memory: memoryOf(journal.memory(board.cabinet)) })),
      now: clock.monoMs,
      listener: {
        began: (id, begun) => journal.begin(id, begun),
        observed: (id, observation) => at(id).observe(observation),
        changed: (id) => at(id).change(),
        portOpened,
      },
    });
    for (const { board, profile } of site.cabinets) {
      const { cabinet: id, compartments } = board;
      const told = { reported: () => this.outbox.send(), changed: () => this.publishState(id) };
      this.cabinets.set(id, new Cabinet({ id, boot, profile, compartments, doors: line, journal, clock, ...told }));
    }
    this.lines.push(line);
    line.start();
  }

  private connect(subscribed: () => void): void {
    const { name, broker, keys, log } = this.parts;
    const options: IClientOptions = {
      ...broker,
      ...keys,
      protocol: 'mqtts',
      clientId: name,
      // aedes 1.2 speaks 3.1.1. Nothing may wait in a session or a queue: an old order is worse than none.
      protocolVersion: 4,
      clean: true,
      queueQoSZero: false,
      resubscribe: false,
      reconnectPeriod: 0,
      connectTimeout: 5_000,
      keepalive: 10,
    };
    const client = connect(options);
    this.client = client;
    client.on('error', (error) => log.warn({ reason: error.message }, 'the broker cannot be reached'));
    client.on('connect', () => this.subscribe(client, subscribed));
    client.on('message', (topic, payload, packet) => this.take(topic, payload, packet));
    client.once('close', () => {
      this.leave();
      const longestMs = Math.min(longestPauseMs, firstPauseMs * 2 ** this.attempts);
      this.attempts += 1;
      // Full jitter, so that a site's bridges do not all come back at the same moment.
      this.connectTimer = setTimeout(() => this.connect(subscribed), Math.random() * longestMs);
    });
  }

  private subscribe(client: MqttClient, subscribed: () => void): void {
    const topics = [...this.cabinets.keys()].flatMap((id) =>
      (['order', 'receipt'] as const).map((word) => writeTopic({ kind: 'cabinet', id, word })),
    );
    client.subscribe(topics, { qos: 1 }, (error) => {
      if (error) {
        this.parts.log.error({ topics, reason: error.message }, 'the broker refused the subscription');
        client.end(true);
        return;
      }
      this.attempts = 0;
      this.isSubscribed = true;
      for (const id of this.cabinets.keys()) this.publishState(id);
      this.outbox.start();
      this.publishLeases();
      this.leaseTimer = setInterval(() => this.publishLeases(), leaseEveryMs);
      subscribed();
    });
  }

  private leave(): void {
    this.isSubscribed = false;
    clearInterval(this.leaseTimer);
    this.outbox.stop();
  }

  private take(topic: string, payload: Buffer, { retain }: IPublishPacket): void {
    const { log, journal } = this.parts;
    const read = readTopic(topic);
    const cabinet = read && this.cabinets.get(read.id);
    if (!read || !cabinet || retain) {
      log.warn({ topic, retain }, 'a message for nobody here was ignored');
    } else if (read.word === 'order') {
      const parsed = order.safeParse(readJson(payload));
      if (!parsed.success)
        log.warn({ topic, fields: fieldsOf(parsed.error) }, 'an order not of the contract was ignored');
      else {
        const { orderId, kind } = parsed.data;
        log.info({ cabinet: read.id, orderId, kind, verdict: cabinet.take(parsed.data) }, 'order');
      }
    } else if (read.word === 'receipt') {
      const parsed = receipt.safeParse(readJson(payload));
      if (!parsed.success)
        log.warn({ topic, fields: fieldsOf(parsed.error) }, 'a receipt not of the contract was ignored');
      else if (journal.receipted(read.id, parsed.data.reportId)) this.outbox.receipted(parsed.data.reportId);
    }
  }

  private publishLeases(): void {
    for (const [id, cabinet] of this.cabinets) this.publish(id, 'lease', { lease: cabinet.issueLease() });
  }

  private publishState(id: string): void {
    const cabinet = this.cabinets.get(id);
    if (cabinet && this.isSubscribed) this.publish(id, 'state', cabinet.state());
  }

  private publish(id: string, word: Word, body: Report | State | LeaseMessage): void {
    const { qos, retain } = words[word];
    this.client?.publish(writeTopic({ kind: 'cabinet', id, word }), JSON.stringify(body), { qos, retain }, (error) => {
      if (error) this.parts.log.warn({ cabinet: id, word, reason: error.message }, 'not published');
    });
  }
}
