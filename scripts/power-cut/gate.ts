// The power-cut gate: runs the ledger under strace, rebuilds its disk as a cut at each point could leave it, and proves it whole.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Head } from '../../edge/ledger/ledger.ts';
import { scatter } from '../../firmware-bridge/simulated/scatter.ts';
import { acknowledged } from './acknowledgement.ts';
import { type Choose, cutPower } from './cut.ts';
import { type Disk, emptyDisk, operate } from './disk.ts';
import { isPlant, plants } from './plant.ts';
import { type Finding, prove } from './proof.ts';
import { recordWorkload } from './recording.ts';
import type { Operation } from './strace-log.ts';

const usage = `gate [--states 2000] [--seed 1] [--plant ${plants.join('|')}]`;

/** Memory, where there is some: thousands of small databases are made and synced. */
const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** A quarter of the states has nothing of what waited, a quarter all of it, the rest any part of it. */
const chooser = (seed: number, state: number): Choose => {
  let drawn = 0;
  switch (state % 4) {
    case 0:
      return () => 0;
    case 1:
      return (count) => count;
    default:
      return (count) => {
        drawn += 1;
        return scatter(seed, state, drawn) % (count + 1);
      };
  }
};

const rebuild = (directory: string, files: ReadonlyMap<string, Uint8Array>): void => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  for (const [name, bytes] of files) {
    // SQLite makes its shared-memory index anew when nobody has the database open.
    if (!name.endsWith('-shm')) writeFileSync(join(directory, name), bytes);
  }
};

type Tally = { lost: number; broken: number; first: (Finding & { state: number; point: number }) | null };

/** How many rebuilt ledgers are proved at once: the database waits in threads of its own. */
const lanes = 4;

const cutEverywhere = async (
  operations: readonly Operation[],
  options: { states: number; seed: number; root: string },
) => {
  const { states, seed, root } = options;
  const promised: Head[] = [];
  const tally: Tally = { lost: 0, broken: 0, first: null };
  let disk: Disk = emptyDisk;
  let point = 0;

  const proveState = async (state: number): Promise<void> => {
    const at = point;
    const directory = join(root, `rebuilt-${state % lanes}`);
    rebuild(directory, cutPower(disk, chooser(seed, state)));
    const finding = await prove(directory, [...promised]);
    if (!finding) return;
    tally[finding.kind] += 1;
    if (tally.first === null || state < tally.first.state) tally.first = { ...finding, state, point: at };
  };

  let proving: Promise<void>[] = [];
  for (let state = 0; state < states; state += 1) {
    const until = Math.floor(((state + scatter(seed, state) / 2 ** 32) * operations.length) / states);
    for (const operation of operations.slice(point, until)) {
      disk = operate(disk, operation);
      if (operation.do === 'say') promised.push(...acknowledged(operation.text));
    }
    point = until;
    proving.push(proveState(state));
    if (proving.length < lanes) continue;
    await Promise.all(proving);
    proving = [];
  }
  await Promise.all(proving);
  return { ...tally, acknowledged: promised.length };
};

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
  },
});
const { plant } = values;
const states = Number(values.states);
const seed = Number(values.seed);
if (
  !Number.isSafeInteger(states) ||
  states < 1 ||
  !Number.isSafeInteger(seed) ||
  (plant !== undefined && !isPlant(plant))
) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const root = mkdtempSync(join(fastFolder(), 'power-cut-'));
try {
  const operations = await recordWorkload(root, plant);
  const tally = await cutEverywhere(operations, { states, seed, root });
  if (tally.acknowledged === 0) throw new Error('nothing was acknowledged: the gate would prove nothing');
  process.stdout.write(
    `${JSON.stringify({ states, seed, plant: plant ?? null, points: operations.length, ...tally })}\n`,
  );
  process.exitCode = tally.lost + tally.broken > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true });
}
