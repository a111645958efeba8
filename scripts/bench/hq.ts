// How fast a site catches up with headquarters, as a multiple of sending one event and awaiting its receipt.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { Ledger, type Unit } from '../../edge/ledger/ledger.ts';
import { type Limits, usualLimits } from '../../edge/links/hq/window.ts';
import { HqLink } from '../../edge/links/hq.ts';
import { freePort, killAll, runMosquitto, runReady } from '../stories/hq-process.ts';

const site = 'bench-hq';
const singleEvents = 300;
const backlog = 50_000;
const appendedTogether = 1_000;

const boot = uuidv7();
const unit = (): Unit => ({
  commandId: uuidv7(),
  answer: null,
  events: [
    {
      id: uuidv7(),
      type: 'NodeStarted',
      at: { wallMs: Date.now(), clock: 'synced', boot, monoMs: performance.now() },
      actor: { kind: 'node' },
      data: { boot, version: '0.1.0', padding: 'x'.repeat(100) },
    },
  ],
  changes: [],
});

const fill = async (ledger: Ledger, events: number): Promise<void> => {
  for (let left = events; left > 0; left -= appendedTogether) {
    await ledger.append(Array.from({ length: Math.min(left, appendedTogether) }, unit));
  }
};

/** Sends all that HQ lacks; answers milliseconds from the first connection to the last receipt. */
const catchUp = async (ledger: Ledger, url: string, limits: Limits): Promise<number> => {
  const stop = (what: string) => (): never => {
    throw new Error(`bench hq: ${what}`);
  };
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const link = new HqLink({
    url,
    site,
    ledger,
    log: silent,
    onQuarantine: stop('quarantine'),
    onDiverged: stop('diverged'),
    limits,
  });
  await link.start();
  while (!link.status().connected) await wait(1);
  const began = performance.now();
  while (link.status().receivedUpTo < ledger.head.seq) await wait(2);
  const tookMs = performance.now() - began;
  await link.stop();
  return tookMs;
};

export interface HqFigures {
  name: 'hq';
  ratio: number;
  eventsPerSecond: number;
  singlePerSecond: number;
}

/** Both figures through one real Mosquitto into the reference receiver, each in a process of its own; target: ratio ≥ 50. */
export const run = async (): Promise<HqFigures> => {
  const dir = await mkdtemp(join(tmpdir(), 'menfang-bench-hq-'));
  const ledger = new Ledger({ file: join(dir, 'edge.db'), site, now: Date.now });
  try {
    const port = await freePort();
    const url = `mqtt://127.0.0.1:${port}`;
    await runMosquitto(dir, port);
    await runReady('scripts/hq-receiver.ts', ['--url', url, '--db', join(dir, 'hq.db')]);
    await ledger.start();
    await fill(ledger, singleEvents);
    const singleMs = await catchUp(ledger, url, { ...usualLimits, batch: 1, window: 1 });
    await fill(ledger, backlog);
    const allMs = await catchUp(ledger, url, usualLimits);
    const singlePerSecond = (singleEvents / singleMs) * 1000;
    const eventsPerSecond = (backlog / allMs) * 1000;
    return {
      name: 'hq',
      ratio: Math.round((eventsPerSecond / singlePerSecond) * 10) / 10,
      eventsPerSecond: Math.round(eventsPerSecond),
      singlePerSecond: Math.round(singlePerSecond * 10) / 10,
    };
  } finally {
    await ledger.stop();
    await killAll();
    await rm(dir, { recursive: true });
  }
};
