// The MQTT broker of the node: devices speak through it to the edge and hear from the edge, and nothing else passes.
import { performance } from 'node:perf_hooks';
import { Aedes, type Client } from 'aedes';
import { type Topic, words, writeTopic } from '../contract/topics.ts';
import type { Authority } from '../secrets/authority.ts';
import { Denied, makeHooks } from './broker/hooks.ts';
import { defaultLimits, type Limits } from './broker/limits.ts';
import { Listener, type Peer } from './broker/listener.ts';
import { Persistence } from './broker/persistence.ts';
import { Sessions } from './broker/sessions.ts';
import { type Log, makeTurnedAway, type Reason } from './broker/turned-away.ts';

/** A certificate's name, and the cabinets that it may speak for. */
export interface BrokerClient {
  name: string;
  cabinets: readonly string[];
}

export interface BrokerOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  authority: Authority;
  clients: readonly BrokerClient[];
  log: Log;
  /**
   * A device's own word, its payload unchecked. Of one client the words come in their order; a report's PUBACK waits for the promise, but is no receipt.
   * A rejection is a bug and ends the process.
   */
  onMessage(topic: Topic, payload: Buffer, client: string): void | Promise<void>;
  /** A client can be reached from now on, or no longer. Of two sessions of one client the newer counts; `session` grows with each. */
  onPresence(client: string, connected: boolean, session: number): void;
  limits?: Partial<Limits>;
}

export interface BrokerStats {
  connections: number;
  clients: number;
  received: number;
  sent: number;
  turnedAway: ReadonlyMap<Reason, number>;
}

/** What the edge tells a device. */
export interface Outgoing extends Pick<Topic, 'kind' | 'id'> {
  word: 'order' | 'receipt';
  payload: string;
}

export class Broker {
  readonly #options: BrokerOptions;
  readonly #limits: Limits;
  readonly #turnedAway;
  readonly #sessions: Sessions<Client>;
  #aedes: Aedes | undefined;
  #listener: Listener | undefined;
  #watch: NodeJS.Timeout | undefined;
  #received = 0;
  #sent = 0;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#turnedAway = makeTurnedAway(options.log, () => performance.now());
    this.#sessions = new Sessions(options.clients, options.onPresence);
  }

  /** Resolves to the port when devices can connect; rejects with the system's error, such as EADDRINUSE. */
  async start(): Promise<{ port: number }> {
    const aedes = await Aedes.createBroker({
      ...this.#hooks(),
      persistence: new Persistence(),
      connectTimeout: this.#limits.connectTimeoutMs,
      drainTimeout: this.#limits.drainTimeoutMs,
      keepaliveLimit: this.#limits.keepaliveSeconds,
    });
    this.#aedes = aedes;
    aedes.on('clientReady', (client) => this.#sessions.ready(client.conn, client));
    aedes.on('unsubscribe', (topics, client) => this.#sessions.unsubscribed(client.conn, topics));
    for (const event of ['clientError', 'connectionError'] as const)
      aedes.on(event, (client, error) => {
        if (!(error instanceof Denied)) this.#note('client-error', client, error.message);
      });
    this.#listener = new Listener({
      host: this.#options.host,
      port: this.#options.port,
      authority: this.#options.authority,
      limits: this.#limits,
      turnedAway: this.#turnedAway,
      isWelcome: (name, fingerprint) => this.#isWelcome(name, fingerprint),
      onPeer: (peer) => this.#receive(peer, aedes),
    });
    const port = await this.#listener.start();
    this.#watch = setInterval(() => this.#endWithdrawn(), this.#limits.revocationCheckMs);
    return { port };
  }

  /** Ends every session, without announcing it: the edge itself is going. */
  async stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#sessions.forget();
    await this.#listener?.stop();
    const aedes = this.#aedes;
    if (aedes) await new Promise<void>((closed) => aedes.close(closed));
  }

  /** Hands one message, QoS 1 and never retained, to each connected device that listens; `away` when none does. A slow device delays itself only. */
  async publish({ kind, id, word, payload }: Outgoing): Promise<'sent' | 'away'> {
    const topic = writeTopic({ kind, id, word });
    const { qos, retain } = words[word];
    const packet = { cmd: 'publish' as const, topic, payload: Buffer.from(payload), qos, retain, dup: false };
    const listeners = this.#sessions.listeners(topic);
    // Past the broker's own queue, where one frozen device would hold up all others for the drain time-out.
    await Promise.all(listeners.map((client) => new Promise<void>((sent) => client.publish(packet, () => sent()))));
    this.#sent += listeners.length;
    return listeners.length > 0 ? 'sent' : 'away';
  }

  isConnected(client: string): boolean {
    return this.#sessions.isLive(client);
  }

  /** Ends the client's session; it may connect again. */
  kick(client: string): void {
    this.#sessions.latest(client)?.stream.destroy();
  }

  stats(): BrokerStats {
    return {
      connections: this.#listener?.connections ?? 0,
      clients: this.#sessions.liveCount,
      received: this.#received,
      sent: this.#sent,
      turnedAway: this.#turnedAway.counts(),
    };
  }

  #isWelcome(name: string, fingerprint: string): boolean {
    return this.#sessions.isKnown(name) && this.#options.authority.isCurrent(name, fingerprint);
  }

  #receive(peer: Peer, aedes: Aedes): void {
    const session = this.#sessions.open(peer);
    peer.stream.once('close', () => this.#sessions.gone(session));
    aedes.handle(peer.stream);
  }

  #endWithdrawn(): void {
    for (const session of this.#sessions.current())
      if (!this.#isWelcome(session.name, session.fingerprint)) {
        this.#turnedAway.note('certificate', { client: session.name });
        session.stream.destroy();
      }
  }

  #note(reason: Reason, client: Client, cause?: string): void {
    const name = this.#sessions.of(client.conn)?.name;
    this.#turnedAway.note(reason, { ...(name && { client: name }), ...(cause && { cause: cause.slice(0, 200) }) });
  }

  #hooks() {
    return makeHooks({
      sessions: this.#sessions,
      isWelcome: ({ name, fingerprint }) => this.#isWelcome(name, fingerprint),
      note: (reason, client) => this.#note(reason, client),
      onMessage: (topic, payload, client) => {
        this.#received++;
        return this.#options.onMessage(topic, payload, client);
      },
    });
  }
}
