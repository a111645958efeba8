// The sessions of the clients that a site knows: who is behind a connection, which of a client's sessions counts, and who listens to what.
import type { Duplex } from 'node:stream';
import { absent, nextPresence, type Presence, type PresenceInput } from './presence.ts';

/** A connection whose certificate was accepted. */
export interface ProvenPeer {
  name: string;
  fingerprint: string;
  stream: Duplex;
  widen(): void;
}

export interface Session<C> extends ProvenPeer {
  /** Grows with each authenticated connection; 0 before. */
  number: number;
  cabinets: ReadonlySet<string>;
  /** Topics it subscribed to. */
  topics: Set<string>;
  /** The broker's own handle, once messages can be sent. */
  client: C | undefined;
}

export interface KnownClient {
  name: string;
  cabinets: readonly string[];
}

export type Announce = (client: string, connected: boolean, session: number) => void;

export class Sessions<C> {
  // Maps throughout, so that a client named `constructor` is simply not known.
  readonly #cabinets: ReadonlyMap<string, ReadonlySet<string>>;
  /** The newest authenticated session of each client; it stays after its end, when its will may still come. */
  readonly #latest = new Map<string, Session<C>>();
  readonly #presence = new Map<string, Presence>();
  readonly #byStream = new WeakMap<Duplex, Session<C>>();
  readonly #announce: Announce;
  #count = 0;

  constructor(clients: readonly KnownClient[], announce: Announce) {
    this.#cabinets = new Map(clients.map(({ name, cabinets }) => [name, new Set(cabinets)]));
    this.#announce = announce;
  }

  isKnown(name: string): boolean {
    return this.#cabinets.has(name);
  }

  /** A proven connection that has not been let in yet. */
  open(peer: ProvenPeer): Session<C> {
    const cabinets = this.#cabinets.get(peer.name) ?? new Set();
    const session: Session<C> = { ...peer, cabinets, number: 0, topics: new Set(), client: undefined };
    this.#byStream.set(peer.stream, session);
    return session;
  }

  of(stream: Duplex): Session<C> | undefined {
    return this.#byStream.get(stream);
  }

  /** Lets the session in: from now on an older one of the same client has nothing more to say, its will included. */
  claim(session: Session<C>): void {
    const older = this.#latest.get(session.name);
    this.#count++;
    session.number = this.#count;
    this.#latest.set(session.name, session);
    older?.stream.destroy();
  }

  isLatest(session: Session<C>): boolean {
    return this.#latest.get(session.name) === session;
  }

  latest(name: string): Session<C> | undefined {
    return this.#latest.get(name);
  }

  /** The newest session of each client, as far as it is still connected. */
  current(): Session<C>[] {
    return [...this.#latest.values()].filter((session) => !session.stream.destroyed);
  }

  /** Messages can be sent to the session through `client`. */
  ready(stream: Duplex, client: C): void {
    const session = this.#byStream.get(stream);
    // The broker may still be telling of a session whose connection broke meanwhile.
    if (!session || stream.destroyed) return;
    session.client = client;
    this.#step(session, 'ready');
  }

  gone(session: Session<C>): void {
    session.client = undefined;
    this.#step(session, 'gone');
  }

  unsubscribed(stream: Duplex, topics: readonly string[]): void {
    for (const topic of topics) this.#byStream.get(stream)?.topics.delete(topic);
  }

  listeners(topic: string): C[] {
    return this.current().flatMap(({ client, topics }) => (client !== undefined && topics.has(topic) ? [client] : []));
  }

  isLive(name: string): boolean {
    return this.#presence.get(name)?.live !== undefined;
  }

  get liveCount(): number {
    return [...this.#presence.values()].filter(({ live }) => live !== undefined).length;
  }

  /** What happens to the sessions from now on is announced no more. */
  forget(): void {
    this.#latest.clear();
    this.#presence.clear();
  }

  #step(session: Session<C>, kind: PresenceInput['kind']): void {
    const before = this.#presence.get(session.name) ?? absent;
    const { presence, announce } = nextPresence(before, { kind, session: session.number });
    this.#presence.set(session.name, presence);
    if (announce) this.#announce(session.name, announce.connected, announce.session);
  }
}
