// The broker's door: TCP, then TLS with a certificate of this node's authority, then a guarded connection with a name.
import { constants } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type Server as TlsServer } from 'node:tls';
import type { Authority } from '../../secrets/authority.ts';
import { type GuardedConnection, guardConnection } from './guarded-connection.ts';
import type { Limits } from './limits.ts';
import type { TurnedAway } from './turned-away.ts';

/** A client that has proven its name. */
export interface Peer extends GuardedConnection {
  name: string;
  fingerprint: string;
}

export interface ListenerOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  authority: Authority;
  limits: Limits;
  turnedAway: TurnedAway;
  isWelcome(name: string, fingerprint: string): boolean;
  onPeer(peer: Peer): void;
}

/** The whole subject is one common name; the name's own characters are checked where it is looked up. */
const commonName = (subject: string): string | undefined => /^CN=([^\n]+)$/.exec(subject)?.[1];

export class Listener {
  readonly #options: ListenerOptions;
  readonly #sockets = new Map<Socket, string>();
  #server: Server | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /** Resolves to the port; rejects with the system's error, such as EADDRINUSE. */
  async start(): Promise<number> {
    const tls = await this.#makeTls();
    const server = createServer({ noDelay: true }, (socket) => this.#admit(socket, tls));
    this.#server = server;
    server.listen(this.#options.port, this.#options.host);
    await once(server, 'listening');
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : this.#options.port;
  }

  async stop(): Promise<void> {
    const closed = this.#server?.listening ? once(this.#server, 'close') : undefined;
    this.#server?.close();
    for (const socket of this.#sockets.keys()) socket.destroy();
    await closed;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async #makeTls(): Promise<TlsServer> {
    const { authority, limits, turnedAway, host } = this.#options;
    const { certificate, key } = await authority.serverPair([host]);
    const tls = createTlsServer({
      cert: certificate,
      key,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      handshakeTimeout: limits.connectTimeoutMs,
      // No session is resumed: every connection proves its certificate anew.
      secureOptions: constants.SSL_OP_NO_TICKET,
    });
    tls.on('tlsClientError', (error, socket) => {
      turnedAway.note('handshake', { address: socket.remoteAddress, cause: error.message.slice(0, 200) });
      // Node only tells: after a handshake time-out the connection would stay for ever.
      socket.destroy();
    });
    tls.on('secureConnection', (socket) => this.#identify(socket));
    return tls;
  }

  /** Counted before TLS begins: a handshake is the dearest thing a stranger can ask for. */
  #admit(socket: Socket, tls: TlsServer): void {
    const { limits, turnedAway } = this.#options;
    const address = socket.remoteAddress ?? '';
    const fromThere = [...this.#sockets.values()].filter((other) => other === address).length;
    if (this.#sockets.size >= limits.connections || fromThere >= limits.connectionsPerAddress) {
      const isFull = this.#sockets.size >= limits.connections;
      turnedAway.note(isFull ? 'too-many-connections' : 'too-many-from-address', { address });
      socket.destroy();
      return;
    }
    this.#sockets.set(socket, address);
    socket.once('close', () => this.#sockets.delete(socket));
    tls.emit('connection', socket);
  }

  #identify(socket: TLSSocket): void {
    const { limits, turnedAway, isWelcome, onPeer } = this.#options;
    const certificate = socket.getPeerX509Certificate();
    const name = certificate && commonName(certificate.subject);
    if (!certificate || !name || !isWelcome(name, certificate.fingerprint256)) {
      turnedAway.note('certificate', { address: socket.remoteAddress });
      socket.destroy();
      return;
    }
    const facts = { client: name, address: socket.remoteAddress };
    const guarded = guardConnection(socket, { limits, onRefused: (reason) => turnedAway.note(reason, facts) });
    onPeer({ ...guarded, name, fingerprint: certificate.fingerprint256 });
  }
}
