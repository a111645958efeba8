// A broker with mutual TLS for the bridge's tests: what the edge would hear, and what it would say.
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import { Aedes, type AedesPublishPacket } from 'aedes';
import type { z } from 'zod';
import { leaseMessage } from '../edge/contract/orders.ts';
import { type Report, report, type State, state } from '../edge/contract/reports.ts';
import { readTopic } from '../edge/contract/topics.ts';

/** One pair serves as authority, server and client; it guards nothing but these tests on the loopback interface. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBWTCCAQCgAwIBAgIBATAKBggqhkjOPQQDAjATMREwDwYDVQQDDAhicmlkZ2Ut
MTAgFw03MDAxMDEwMDAwMDBaGA85OTk5MTIzMTIzNTk1OVowEzERMA8GA1UEAwwI
YnJpZGdlLTEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATAGjMzCn+L3HQ5nT/O
A2vSqKRrUnM6N3EHL2Nhswwk17oUUyHV8IVAJDeuXhmks7ZAGJdWVzImI3FJK2uI
RscPo0MwQTAPBgNVHRMBAf8EBTADAQH/MA8GA1UdEQQIMAaHBH8AAAEwHQYDVR0O
BBYEFLuUCMwbY7RpPfGULfnLLxmygZtmMAoGCCqGSM49BAMCA0cAMEQCIFFNYtUH
4p6D+/4WmTSlg7mFy5D8lc+N7zjrtRCFgQERAiAuhV0Vd2p8LlNvuJ8mMM7kI6tv
bWL42UB+U5zvngIGGw==
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgz+Ij08qAdmhDwuyk
WMAIb0n0rEiRsCJyTgbOIqWc+uahRANCAATAGjMzCn+L3HQ5nT/OA2vSqKRrUnM6
N3EHL2Nhswwk17oUUyHV8IVAJDeuXhmks7ZAGJdWVzImI3FJK2uIRscP
-----END PRIVATE KEY-----`;
export const testKeys = { ca: cert, cert, key };

export interface TestBroker {
  port: number;
  leases: string[];
  reports: Report[];
  states: State[];
  clients: string[];
  /** Resolves with the first of the reports, past or coming, that fits. */
  report(fits: (told: Report) => boolean): Promise<Report>;
  until(isTrue: () => boolean): Promise<void>;
  say(word: 'order' | 'receipt', body: unknown, more?: { retain?: boolean }): Promise<void>;
  /** Breaks all connections. */
  cut(): void;
  stop(): Promise<void>;
}

/** Listens on `port` of the loopback interface (0: a free one); receipts each report at once if it `receipts`. */
export const startBroker = async (cabinet: string, port = 0, receipts = true): Promise<TestBroker> => {
  const aedes = await Aedes.createBroker();
  const sockets = new Set<Socket>();
  const server = createServer({ cert, key, ca: cert, requestCert: true, rejectUnauthorized: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    aedes.handle(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  let waiting: (() => void)[] = [];
  const take = <S extends z.ZodType>(schema: S, packet: AedesPublishPacket): z.infer<S> =>
    schema.parse(JSON.parse(packet.payload.toString()));
  const broker: TestBroker = {
    port: (server.address() as AddressInfo).port,
    leases: [],
    reports: [],
    states: [],
    clients: [],
    async until(isTrue) {
      while (!isTrue()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async report(fits) {
      await broker.until(() => broker.reports.some(fits));
      const found = broker.reports.find(fits);
      if (!found) throw new Error('no such report');
      return found;
    },
    say: (word, body, { retain = false } = {}) =>
      new Promise((resolve, reject) => {
        const payload = typeof body === 'string' ? body : JSON.stringify(body);
        const topic = `mf/1/cabinet/${cabinet}/${word}`;
        aedes.publish({ cmd: 'publish', topic, payload, qos: 1, retain, dup: false }, (error) =>
          error ? reject(error) : resolve(),
        );
      }),
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async stop() {
      await new Promise<void>((resolve) => aedes.close(resolve));
      broker.cut();
      server.close();
      await once(server, 'close');
    },
  };
  aedes.on('clientReady', (client) => broker.clients.push(client.id));
  aedes.on('publish', (packet) => {
    const topic = readTopic(packet.topic);
    if (topic?.word === 'lease') broker.leases.push(take(leaseMessage, packet).lease);
    if (topic?.word === 'state') broker.states.push(take(state, packet));
    if (topic?.word === 'report') {
      const told = take(report, packet);
      broker.reports.push(told);
      if (receipts) void broker.say('receipt', { reportId: told.reportId });
    }
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  });
  return broker;
};
