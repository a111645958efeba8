// Durable events a second at 1, 16 and 64 waiting commands, against a raw synced append and against one commit per event.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { Ledger, type Unit } from '../../edge/ledger/ledger.ts';
import type { Measured } from './bench.ts';

/** The variants take turns within each round, so that a noisy minute hits all of them; the median round counts. */
const rounds = 15;
const roundMs = 150;

const unit = (): Unit => {
  const holdId = uuidv7();
  return {
    commandId: uuidv7(),
    answer: { holdId, done: true },
    events: [
      {
        id: uuidv7(),
        type: 'ParcelPlaced',
        at: { wallMs: Date.now(), clock: 'synced', boot: holdId, monoMs: performance.now() },
        actor: { kind: 'person', id: holdId, terminal: 'kiosk-1' },
        data: { holdId, place: { cabinet: 'locker-1', compartment: 7 }, evidence: 'door', openingId: holdId },
      },
    ],
    changes: [{ table: 'hold', id: holdId, row: { holdId, status: 'placed', place: ['locker-1', 7], since: 1 } }],
  };
};

/** Repeats until the time is up; answers things done a second. */
const rate = async (things: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  let done = 0;
  let now = began;
  while (now - began < roundMs) {
    await work();
    done += things;
    now = performance.now();
  }
  return (done * 1000) / (now - began);
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const units = (count: number): Unit[] => Array.from({ length: count }, unit);

export const run = async (): Promise<Measured> => {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const raw = await open(join(directory, 'raw'), 'a');
  const block = Buffer.alloc(4096, 1);
  const ledger = new Ledger({ file: join(directory, 'ledger.db'), site: 'bench', now: Date.now });
  await ledger.start();

  const variants = {
    raw: () =>
      rate(1, async () => {
        await raw.write(block);
        await raw.datasync();
      }),
    alone: () => rate(1, () => ledger.append([unit()])),
    grouped16: () => rate(16, () => ledger.append(units(16))),
    grouped64: () => rate(64, () => ledger.append(units(64))),
    single64: () => rate(64, () => Promise.all(units(64).map((one) => ledger.append([one])))),
  };
  const figures: Record<keyof typeof variants, number[]> = {
    raw: [],
    alone: [],
    grouped16: [],
    grouped64: [],
    single64: [],
  };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, measure] of Object.entries(variants) as [keyof typeof variants, () => Promise<number>][]) {
      const figure = await measure();
      // The first round only warms up.
      if (round > 0) figures[name].push(figure);
    }
  }
  await ledger.stop();
  await raw.close();
  await rm(directory, { recursive: true });

  const ratioOf = (a: number[], b: number[]): number =>
    Number(median(a.map((figure, round) => figure / (b[round] ?? Number.NaN))).toFixed(2));
  return {
    name: 'ledger',
    aloneRatio: ratioOf(figures.alone, figures.raw),
    groupRatio: ratioOf(figures.grouped64, figures.single64),
    rawPerSecond: Math.round(median(figures.raw)),
    alonePerSecond: Math.round(median(figures.alone)),
    grouped16PerSecond: Math.round(median(figures.grouped16)),
    grouped64PerSecond: Math.round(median(figures.grouped64)),
    oneCommitEachPerSecond: Math.round(median(figures.single64)),
  };
};
