// A client's connection as the broker sees it: packets too large never get through, and packets too many get through slowly.
import { performance } from 'node:perf_hooks';
import { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { beginning, type Framed, type Framing, nextFraming } from './framing.ts';
import type { Limits } from './limits.ts';
import { fullBucket, take } from './token-bucket.ts';

export type PacketRefusal = Extract<Framed, { refused: unknown }>['refused'];
export interface GuardedConnection {
  stream: Duplex;
  /** The client's CONNECT was accepted: larger packets may pass from now on. */
  widen(): void;
}
export interface GuardOptions {
  limits: Limits;
  onRefused(reason: PacketRefusal): void;
}

/** Wraps `socket`; destroying either destroys the other. */
export const guardConnection = (socket: TLSSocket, { limits, onRefused }: GuardOptions): GuardedConnection => {
  const rate = { perSecond: limits.packetsPerSecond, burst: limits.packetBurst };
  let limitBytes = limits.packetBytesBefore;
  let framing: Framing = beginning;
  let bucket = fullBucket(rate, performance.now());
  let slowed: NodeJS.Timeout | undefined;

  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => {
      if (!slowed) socket.resume();
    },
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    // The parts of a packet leave as one TLS record.
    writev: (chunks, done) => void socket.write(Buffer.concat(chunks.map(({ chunk }) => chunk)), done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      clearTimeout(slowed);
      socket.destroy();
      done(error);
    },
  });

  const slowDown = (packets: number): void => {
    const taken = take(bucket, rate, { amount: packets, now: performance.now() });
    bucket = taken.bucket;
    if (taken.waitMs === 0) return;
    socket.pause();
    clearTimeout(slowed);
    slowed = setTimeout(() => {
      slowed = undefined;
      socket.resume();
    }, taken.waitMs);
  };

  socket.on('data', (chunk: Buffer) => {
    const framed = nextFraming(framing, chunk, limitBytes);
    if ('refused' in framed) {
      onRefused(framed.refused);
      stream.destroy();
      return;
    }
    framing = framed.framing;
    if (!stream.push(chunk)) socket.pause();
    slowDown(framed.packets);
  });
  socket.on('end', () => stream.push(null));
  socket.on('error', (error) => stream.destroy(error));
  socket.on('close', () => stream.destroy());

  return {
    stream,
    widen: () => {
      limitBytes = limits.packetBytesAfter;
    },
  };
};
