// The bridge against a broker with mutual TLS and lock boards in memory: orders, leases, reports and their receipts.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import type { Report } from '../edge/contract/reports.ts';
import { Bridge } from './bridge.ts';
import { startBroker, type TestBroker, testKeys } from './broker.fixture.ts';
import { boardOf, type FakeDoors, obedient } from './devices/lock/line.fixture.ts';
import { Journal } from './journal.ts';
import { type MemoryPort, memoryPort } from './ports/memory.fixture.ts';

const answered = (orderId: string) => (told: Report) => told.kind === 'answered' && told.orderId === orderId;

describe('bridge', () => {
  let folder: string;
  let broker: TestBroker;
  let doors: FakeDoors;
  let port: MemoryPort;
  let journal: Journal;
  let bridge: Bridge;
  let logged: string;
  /** Added to the monotonic clock: the time that a frozen program does not notice. */
  let frozenMs: number;

  const startBridge = async (): Promise<void> => {
    const clock = { monoMs: () => performance.now() + frozenMs, wallMs: () => Date.now() };
    const boot = uuidv7();
    journal = new Journal({ folder, boot, clock, compactAtBytes: 1 << 20 });
    journal.start();
    const sink = new Writable({
      write: (chunk, _, done) => {
        logged += String(chunk);
        done();
      },
    });
    bridge = new Bridge({
      name: 'bridge-1',
      boot,
      broker: { host: '127.0.0.1', port: broker.port },
      keys: testKeys,
      lines: [
        {
          port: { id: 'line-1', path: 'memory', baud: 9_600 },
          cabinets: [{ board: boardOf('a', 1), profile: { id: 'parcel-24', version: 1 } }],
        },
      ],
      openPort: () => port,
      journal,
      clock,
      log: pino(sink),
    });
    await bridge.start();
    await broker.until(() => broker.leases.length > 0 && broker.states.at(-1)?.doors[0]?.door === 'closed');
  };
  const stopBridge = async (): Promise<void> => {
    await bridge.stop();
    await journal.stop();
  };
  const order = (change: Record<string, unknown> = {}) => ({
    kind: 'unlock',
    orderId: uuidv7(),
    compartment: 2,
    lease: broker.leases.at(-1),
    ttlMs: 3_000,
    ...change,
  });
  const pulses = (): number => port.written.filter(({ hex }) => hex.startsWith('8a')).length;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bridge-'));
    logged = '';
    frozenMs = 0;
    doors = obedient();
    port = memoryPort((request) => doors.answering(request, 0).map(({ bytes }) => ({ afterMs: 2, bytes })));
    broker = await startBroker('a');
  });
  afterEach(async () => {
    await stopBridge();
    await broker.stop();
    rmSync(folder, { recursive: true });
  });

  it('is its certificate to the broker, and tells the doors it sees', async () => {
    await startBridge();
    assert.deepEqual(broker.clients, ['bridge-1']);
    const { doors: seen, online, profile } = broker.states.at(-1) ?? assert.fail();
    assert.deepEqual([seen.length, online, profile], [3, true, { id: 'parcel-24', version: 1 }]);
  });

  it('carries out an order once and reports answer, opening and closing in order', async () => {
    await startBridge();
    const asked = order();
    await broker.say('order', asked);
    await broker.report(({ kind }) => kind === 'opened');
    doors.open.clear();
    await broker.report(({ kind }) => kind === 'closed');
    assert.deepEqual(
      broker.reports.map((told) => [told.seq, told.kind, 'orderId' in told && told.orderId === asked.orderId]),
      [
        [1, 'answered', true],
        [2, 'opened', true],
        [3, 'closed', true],
      ],
    );
    assert.equal(pulses(), 1);
    await broker.until(() => broker.states.at(-1)?.seq === 3 && broker.states.at(-1)?.doors[1]?.door === 'closed');
  });

  it('opens nothing for an order from before a freeze of 8 seconds', async () => {
    await startBridge();
    const asked = order();
    frozenMs = 8_000;
    await broker.say('order', asked);
    const told = await broker.report(answered(asked.orderId));
    assert.ok(told.kind === 'answered' && told.result === 'expired');
    assert.equal(pulses(), 0);
  });

  it('opens nothing with a lease that is not its own', async () => {
    await startBridge();
    const asked = order({ lease: '0123456789abcdef' });
    await broker.say('order', asked);
    const told = await broker.report(answered(asked.orderId));
    assert.ok(told.kind === 'answered' && told.result === 'expired');
    assert.equal(pulses(), 0);
  });

  it('answers a replayed order with its first answer, also after a restart, and opens nothing more', async () => {
    await startBridge();
    const asked = order();
    await broker.say('order', asked);
    await broker.report(({ kind }) => kind === 'opened');
    await broker.say('order', asked);
    const twice = await broker.report((told) => told.kind === 'answered' && told.result === 'duplicate');
    assert.ok(twice.kind === 'answered' && twice.first === 'done');
    await stopBridge();
    broker.reports.length = 0;
    doors.open.clear();
    await startBridge();
    await broker.say('order', { ...asked, lease: broker.leases.at(-1) });
    const thrice = await broker.report(answered(asked.orderId));
    assert.ok(thrice.kind === 'answered' && thrice.result === 'duplicate' && thrice.first === 'done');
    assert.equal(pulses(), 1);
  });

  it('holds leases of an earlier start for nothing', async () => {
    await startBridge();
    const asked = order();
    await stopBridge();
    broker.leases.length = 0;
    await startBridge();
    await broker.say('order', asked);
    const told = await broker.report(answered(asked.orderId));
    assert.ok(told.kind === 'answered' && told.result === 'expired');
    assert.equal(pulses(), 0);
  });

  it('never obeys a retained order', async () => {
    await startBridge();
    await stopBridge();
    await broker.say('order', order(), { retain: true });
    await startBridge();
    await broker.until(() => logged.includes('ignored'));
    assert.equal(pulses(), 0);
    assert.deepEqual(broker.reports, []);
  });

  it('answers an order for a compartment that is not there', async () => {
    await startBridge();
    const asked = order({ compartment: 99 });
    await broker.say('order', asked);
    const told = await broker.report(answered(asked.orderId));
    assert.ok(told.kind === 'answered' && told.result === 'failed');
    assert.equal(told.cause, 'this cabinet has no compartment 99');
  });

  it('ignores what is not of the contract, says which field, and keeps what was sent out of the log', async () => {
    await startBridge();
    for (const bad of [
      '',
      '{',
      '[]',
      'null',
      order({ ttlMs: 1e9 }),
      order({ kind: 'unlock-all' }),
      order({ secret: 'hunter2' }),
    ])
      await broker.say('order', bad);
    await broker.say('receipt', { reportId: 'hunter2' });
    const asked = order();
    await broker.say('order', asked);
    await broker.report(answered(asked.orderId));
    assert.equal(pulses(), 1);
    assert.match(logged, /"fields":\["ttlMs"\]/);
    assert.doesNotMatch(logged, /hunter2/);
  });

  it('answers a probe with its state and moves nothing', async () => {
    await startBridge();
    const before = broker.states.length;
    await broker.say('order', { kind: 'probe', orderId: uuidv7(), lease: broker.leases.at(-1), ttlMs: 3_000 });
    await broker.until(() => broker.states.length > before);
    assert.equal(pulses(), 0);
  });

  it('sends a report again, over lost connections and restarts, until its receipt comes', async () => {
    await broker.stop();
    broker = await startBroker('a', 0, false);
    await startBridge();
    doors.open.add(3);
    const told = await broker.report(({ kind }) => kind === 'opened');
    const copies = (): number => broker.reports.filter(({ reportId }) => reportId === told.reportId).length;
    broker.cut();
    await broker.until(() => copies() === 2);
    await stopBridge();
    doors.open.clear();
    await startBridge();
    await broker.until(() => copies() === 3);
    await broker.say('receipt', { reportId: told.reportId });
    await broker.report(({ kind }) => kind === 'closed');
    broker.cut();
    await broker.until(() => broker.reports.filter(({ kind }) => kind === 'closed').length === 2);
    assert.equal(copies(), 3);
  });

  it('tells of a port that vanished and came back', async () => {
    await startBridge();
    port.isGone = true;
    port.unplug();
    await broker.report((told) => told.kind === 'fault' && told.fault === 'port-missing');
    await broker.until(() => broker.states.at(-1)?.online === false);
    port.isGone = false;
    await broker.report((told) => told.kind === 'cleared' && told.fault === 'port-missing');
    await broker.until(() => broker.states.at(-1)?.online === true);
  });
});
