// Simulated hardware for a whole site: one line for each port of the site file, with the boards of all cabinets on it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadProfile } from '../device-profiles/profile.ts';
import { readSite, type Site } from '../device-profiles/site.ts';
import type { Fault } from '../firmware-bridge/simulated/fault.ts';
import { asJson, readInstruction } from '../firmware-bridge/simulated/instruction.ts';
import { whole } from '../firmware-bridge/simulated/options.ts';
import { SimulatedLine, type SimulatedLineOptions } from '../firmware-bridge/simulated/simulated-line.ts';
import { WrongInput } from '../firmware-bridge/simulated/wrong-input.ts';

const usage = 'simulate --site FILE --dir DIR [--auto-close MS]';
const springMs = 80;
const pulseMs = 300;

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

type Fitting = Pick<SimulatedLineOptions, 'baud' | 'fitted'> & { faults: Fault[] };

/** What hangs on a port by the profiles of its cabinets; undefined when nothing does. */
const fitting = (site: Site, port: string): Fitting | undefined => {
  const boards = site.cabinets
    .filter((cabinet) => cabinet.port === port)
    .map(({ board, profile }) => ({ board, lock: loadProfile('locks', loadProfile('cabinets', profile).lock) }));
  const [first] = boards;
  if (!first) return undefined;
  if (boards.some(({ lock }) => lock.baud !== first.lock.baud))
    throw new WrongInput(`the cabinets on port ${port} differ in baud: put them on ports of their own`);
  return {
    baud: first.lock.baud,
    fitted: new Map(boards.map(({ board, lock }) => [board, lock.locks])),
    faults: boards.flatMap(({ board, lock }) => [
      ...(lock.closedIs === '00' ? [{ name: 'inverted', board, lock: 0 } as const] : []),
      ...(lock.echoes ? [{ name: 'echo', board, lock: 0 } as const] : []),
    ]),
  };
};

const { values } = parseArgs({
  options: { site: { type: 'string' }, dir: { type: 'string' }, 'auto-close': { type: 'string' } },
});
if (values.site === undefined || values.dir === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const { site: siteFile, dir } = values;
const autoCloseMs = values['auto-close'] === undefined ? undefined : whole('--auto-close', values['auto-close']);
const site = readSite(siteFile);
mkdirSync(dir, { recursive: true });

const end = async (code: number): Promise<void> => {
  await Promise.all([...lines.values()].map((line) => line.stop()));
  process.exit(code);
};

const fail = (cause: Error): void => {
  process.stderr.write(`${cause.message}\n`);
  void end(1);
};

const ports = site.ports.flatMap(({ id, path }) => {
  const found = fitting(site, id);
  return found ? [{ id, path, ...found, boltLog: join(dir, `${id}.bolts.jsonl`) }] : [];
});
const lines = new Map(
  ports.map(({ id, path, baud, fitted, faults, boltLog }) => {
    const behaviour = { pulseMs, springMs, autoCloseMs, seed: 1, faults };
    const onEntry = (entry: object): void => say({ port: id, ...entry });
    return [id, new SimulatedLine({ link: path, baud, fitted, behaviour, boltLog, onEntry, onLost: fail })];
  }),
);

const addressed = z.looseObject({ port: z.string() });

const obey = (text: string): void => {
  try {
    const { data } = addressed.safeParse(asJson(text));
    if (!data) throw new WrongInput(`name the "port": one of ${[...lines.keys()].join(', ')}`);
    const { port, ...rest } = data;
    const line = lines.get(port);
    if (!line) throw new WrongInput(`no port ${port}, only ${[...lines.keys()].join(', ')}`);
    const told = readInstruction(JSON.stringify(rest));
    line.instruct(told);
    say({ port, followed: told });
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    say({ refused: text, because: error.message });
  }
};

process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));
Promise.all([...lines.values()].map((line) => line.start())).then(() => {
  const up = ports.map(({ id, path, fitted, boltLog }) => ({ id, path, boards: Object.fromEntries(fitted), boltLog }));
  say({ ready: true, ports: up });
  createInterface({ input: process.stdin }).on('line', obey);
}, fail);
