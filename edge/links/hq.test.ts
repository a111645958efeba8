// The HQ link against a broker in this process; the real one, and what dies on the way, is told in scripts/stories/hq.story.ts.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Aedes } from 'aedes';
import { type HqEvent, hqBatch, hqTopics } from '../contract/hq.ts';
import { chainHash, genesis } from '../ledger/chain.ts';
import type { Position, Row } from '../ledger/unit.ts';
import { usualLimits } from './hq/window.ts';
import { type HqLedger, HqLink } from './hq.ts';

const site = 'garden';
const epoch = 7;

/** A ledger in memory, with the interface of the real one. */
const memoryLedger = () => {
  const rows: Row[] = [];
  const listeners = new Set<() => void>();
  const moves: Position[] = [];
  const ledger: HqLedger = {
    get head() {
      return rows.at(-1) ?? { epoch, seq: 0, hash: genesis };
    },
    read: async (afterSeq, limit, of) =>
      rows.filter((row) => row.epoch > of || (row.epoch === of && row.seq > afterSeq)).slice(0, limit),
    onAppend: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint: async () => moves.at(-1) ?? { epoch: 0, seq: 0 },
    moveCheckpoint: async (_name, to) => {
      moves.push(to);
    },
  };
  const append = (body?: string): void => {
    const seq = rows.length + 1;
    const id = `0197a000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
    const text = body ?? JSON.stringify({ v: 1, seq, id, type: 'ParcelPlaced', at: { wallMs: seq } });
    rows.push({ epoch, seq, hash: chainHash(rows.at(-1)?.hash ?? genesis, seq, text), body: text });
    for (const listener of listeners) listener();
  };
  return { ledger, rows, moves, append };
};

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await wait(5);
};

describe('the HQ link', () => {
  let broker: Aedes;
  let server: Server;
  let url = '';
  let refusesFive = false;
  const levels: number[] = [];
  const sockets = new Set<Socket>();
  let heard: HqEvent[] = [];
  /** Hash of the receipt for a batch; undefined: no receipt. */
  let answer: (events: HqEvent[]) => string | undefined;
  let hq: ReturnType<typeof memoryLedger>;
  let lines: string[] = [];
  let quarantined: [number, string][] = [];
  let divergences = 0;
  let link: HqLink;

  const publish = (payload: string): void => {
    const packet = {
      cmd: 'publish',
      topic: hqTopics.receipts(site),
      payload,
      qos: 1,
      retain: false,
      dup: false,
    } as const;
    broker.publish(packet, (error) => assert.ok(!error));
  };

  const linkWith = (receiptTimeoutMs: number): HqLink => {
    const log = (facts: object, message: string): void => {
      lines.push(`${message} ${JSON.stringify(facts)}`);
    };
    return new HqLink({
      url,
      site,
      ledger: hq.ledger,
      log: { info: log, warn: log, error: log },
      onQuarantine: (seq, reason) => quarantined.push([seq, reason]),
      onDiverged: () => {
        divergences += 1;
      },
      limits: { ...usualLimits, batch: 3, window: 2, receiptTimeoutMs },
    });
  };

  beforeEach(async () => {
    broker = await Aedes.createBroker();
    broker.on('publish', (packet, client) => {
      if (!client || packet.topic !== hqTopics.events(site)) return;
      const events = hqBatch.parse(JSON.parse(packet.payload.toString()));
      heard.push(...events);
      const last = events.at(-1);
      const hash = answer(events);
      if (last && hash) publish(JSON.stringify({ epoch: last.epoch, upTo: last.sequence, hash }));
    });
    server = createServer((socket) => {
      sockets.add(socket);
      socket.once('data', (chunk: Buffer) => {
        // The protocol level stands behind the two bytes of the header and the six of the name [MQTT 3.1.2.2].
        levels.push(chunk[8] ?? 0);
        if (refusesFive && chunk[8] === 5) return void socket.destroy();
        socket.pause();
        socket.unshift(chunk);
        broker.handle(socket);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `mqtt://gate:hunter2@127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    [heard, lines, quarantined, divergences, refusesFive] = [[], [], [], 0, false];
    levels.length = 0;
    answer = (events) => events.at(-1)?.hash;
    hq = memoryLedger();
    link = linkWith(60_000);
  });

  afterEach(async () => {
    await link.stop();
    for (const socket of sockets) socket.destroy();
    server.close();
    await new Promise<void>((resolve) => broker.close(() => resolve()));
  });

  it('sends what was there before and what is appended later, and moves its checkpoint by receipts', async () => {
    for (let count = 0; count < 10; count += 1) hq.append();
    await link.start();
    await until(() => link.status().receivedUpTo === 10);
    hq.append();
    await until(() => hq.moves.at(-1)?.seq === 11);
    assert.deepEqual(
      heard.map(({ sequence }) => sequence),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
    assert.deepEqual(
      heard.map(({ data }) => data),
      hq.rows.map(({ body }) => body),
    );
    const { connected, behind, refused } = link.status();
    assert.deepEqual({ connected, behind, refused }, { connected: true, behind: 0, refused: 0 });
  });

  it('does not take the broker’s word for headquarters’', async () => {
    answer = () => undefined;
    link = linkWith(50);
    hq.append();
    await link.start();
    await until(() => heard.length >= 3);
    assert.deepEqual(hq.moves, []);
    assert.equal(link.status().behind, 1);
    assert.ok(link.status().resent >= 2);
  });

  it('stops and raises one alert when HQ holds another history', async () => {
    answer = () => genesis;
    hq.append();
    await link.start();
    await until(() => divergences > 0);
    const sent = heard.length;
    hq.append();
    publish(JSON.stringify({ epoch, upTo: 1, hash: genesis }));
    await wait(100);
    assert.deepEqual([divergences, heard.length, hq.moves], [1, sent, []]);
    assert.equal(link.status().diverged, true);
  });

  it('sends a placeholder for a poison row, alerts once, and goes on', async () => {
    hq.append();
    hq.append('not JSON');
    link = linkWith(50);
    hq.append();
    answer = (events) => (heard.length > 6 ? events.at(-1)?.hash : undefined);
    await link.start();
    await until(() => link.status().receivedUpTo === 3);
    assert.deepEqual(quarantined, [[2, 'not-json']]);
    assert.deepEqual(
      heard.slice(0, 3).map(({ type }) => type),
      ['ParcelPlaced', 'RowQuarantined', 'ParcelPlaced'],
    );
  });

  it('refuses and counts what is no receipt, or too long', async () => {
    await link.start();
    await until(() => link.status().connected);
    const tooLong = JSON.stringify({ epoch, upTo: 0, hash: genesis }).padEnd(64 * 1024 + 1);
    for (const payload of ['{"half', '{"epoch":1}', '[]', tooLong]) publish(payload);
    await until(() => link.status().refused === 4);
    hq.append();
    await until(() => link.status().receivedUpTo === 1);
  });

  it('comes back after the connection broke, by 3.1.1 where 5 is refused', async () => {
    refusesFive = true;
    hq.append();
    await link.start();
    await until(() => link.status().receivedUpTo === 1);
    assert.deepEqual(levels, [5, 4]);
    for (const socket of sockets) socket.destroy();
    await until(() => !link.status().connected);
    hq.append();
    await until(() => link.status().receivedUpTo === 2);
    assert.deepEqual(levels, [5, 4, 4]);
  });

  it('never writes its password into the log', async () => {
    broker.authenticate = (_client, _user, _password, done) => done(null, false);
    await link.start();
    await until(() => lines.length > 0);
    assert.match(lines.join(), /connection failed/);
    assert.doesNotMatch(lines.join(), /hunter2/);
  });
});
