// How much one connection, one address and all of them together may take from the broker [safety: MQTT].

export interface Limits {
  connections: number;
  connectionsPerAddress: number;
  /** For the TLS handshake, and again for CONNECT after it. */
  connectTimeoutMs: number;
  /** A client that does not read for this long is cut off. */
  drainTimeoutMs: number;
  /** Longest keep-alive a client may ask for; none at all is refused. */
  keepaliveSeconds: number;
  /** Largest packet, fixed header included, until CONNECT is accepted and from then on. */
  packetBytesBefore: number;
  packetBytesAfter: number;
  /** Packets a client may send; a faster one is slowed down, since a device that was cut off has a backlog to tell. */
  packetsPerSecond: number;
  packetBurst: number;
  /** How often live sessions' certificates are looked up again: a withdrawn one opens nothing after 1 s [S11]. */
  revocationCheckMs: number;
}

export const defaultLimits: Limits = {
  connections: 64,
  connectionsPerAddress: 8,
  connectTimeoutMs: 5_000,
  drainTimeoutMs: 2_500,
  keepaliveSeconds: 60,
  packetBytesBefore: 4 * 1024,
  packetBytesAfter: 64 * 1024,
  packetsPerSecond: 500,
  packetBurst: 1_000,
  revocationCheckMs: 500,
};
