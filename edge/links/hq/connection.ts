// The MQTT session with HQ's broker: dials, falls back to 3.1.1, listens for receipts, carries batches.
import { connect, type MqttClient } from 'mqtt';
import { hqTopics } from '../../contract/hq.ts';
import { type Address, readAddress } from './address.ts';
import { backoffMs } from './backoff.ts';

/** The part of a pino logger that is used here. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface ConnectionOptions {
  url: string;
  site: string;
  log: Log;
  /** The broker will deliver receipts from now on. */
  onUp(): void;
  onDown(): void;
  /** Payload of a message on the receipts topic, unchecked. */
  onMessage(payload: Buffer): void;
}

const subscriptionRefused = 0x80;

/** Node's error for a host with several addresses has a code but no message. */
const causeOf = (error: Error): string => error.message || ('code' in error ? String(error.code) : error.name);

/** Holds at most one client at a time; each attempt has a new one, so that nothing queued outlives its connection. */
export class HqConnection {
  readonly #options: ConnectionOptions;
  readonly #address: Address;
  #client: MqttClient | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #version: 4 | 5 = 5;
  #isStopped = true;

  /** Throws when the url is not one of a broker. */
  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#address = readAddress(options.url);
  }

  start(): void {
    this.#isStopped = false;
    this.#dial();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#client?.endAsync(true);
  }

  /** Sends one batch with QoS 1. Its PUBACK is no receipt: a loss shows itself by HQ's silence. */
  publish(batch: string): void {
    const { site, log } = this.#options;
    this.#client?.publish(hqTopics.events(site), batch, { qos: 1 }, (error) => {
      if (error && !this.#isStopped) log.warn({ cause: error.message }, 'HQ link: a batch was not taken by the broker');
    });
  }

  #dial(): void {
    const { host, port } = this.#address;
    const { site, log, onMessage } = this.#options;
    const client = connect({
      ...this.#address,
      protocolVersion: this.#version,
      clientId: `menfang-${site}`,
      clean: true,
      keepalive: 30,
      connectTimeout: 10_000,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
    });
    this.#client = client;
    let wasReached = false;
    let wasUp = false;
    client.stream.once('connect', () => {
      wasReached = true;
    });
    client.on('error', (error) => {
      log.warn({ host, port, cause: causeOf(error) }, 'HQ link: connection failed');
      client.end(true);
    });
    client.on('message', (_topic, payload) => onMessage(payload));
    client.once('connect', () =>
      this.#listen(client, () => {
        wasUp = true;
      }),
    );
    client.once('close', () => {
      // Some 3.1.1 brokers answer a 5 with an error code, others hang up: either way the other version is tried next.
      if (wasReached && !wasUp) this.#version = this.#version === 5 ? 4 : 5;
      this.#lost(wasUp);
    });
  }

  #listen(client: MqttClient, onUp: () => void): void {
    const { site, log } = this.#options;
    client.subscribe(hqTopics.receipts(site), { qos: 1 }, (error, granted) => {
      if (error || granted?.some(({ qos }) => qos >= subscriptionRefused)) {
        log.error({ cause: error?.message ?? 'not authorised' }, 'HQ link: the receipts topic was refused');
        client.end(true);
        return;
      }
      this.#failures = 0;
      onUp();
      log.info({ host: this.#address.host, mqtt: this.#version }, 'HQ link: connected');
      this.#options.onUp();
    });
  }

  #lost(wasUp: boolean): void {
    this.#client = undefined;
    if (wasUp) this.#options.onDown();
    if (this.#isStopped) return;
    const waitMs = backoffMs(this.#failures, Math.random());
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#dial(), waitMs);
  }
}
