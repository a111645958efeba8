// Starts a whole site on this machine: the edge, its bridges and, for the demo, simulated cabinets; says where to look; stops all of it on Ctrl-C.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askRunning } from '../edge/api/control.ts';
import { projectFolder, readConfig } from '../edge/config.ts';
import { demoPeople, writeDemoSite } from './demo.ts';
import { type Program, startProgram } from './program.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const help = `./scripts/start                a demo site with simulated parcel lockers
./scripts/start --site FILE    the site of FILE on its real serial ports
    --data DIR                 where the node keeps its ledger and keys (default: data/site)
    --json                     one machine-readable line when ready`;

const began = performance.now();
const compiled = (path: string): string => join(projectFolder, 'dist', path);

interface Person {
  personId: string;
  role: string;
  name: string;
}

const programs: Program[] = [];
let ending: Promise<void> | undefined;

const stopAll = async (): Promise<void> => {
  for (const program of [...programs].reverse()) await program.stop();
};

/** Stops everything once, however often it is asked to. */
const end = (code: number): void => {
  ending ??= stopAll().then(() => process.exit(code));
};

const peopleOf = async (data: string): Promise<Person[]> => {
  const listed = await askRunning(data, 'listPeople', {});
  return listed?.ok ? (listed.data as Person[]) : [];
};

/** What a visitor of the demo needs to try it. */
const tryOut = async (data: string): Promise<{ courier: string | null }> => {
  if ((await peopleOf(data)).length === 0) await askRunning(data, 'importPeople', { csv: demoPeople, partial: false });
  const courier = (await peopleOf(data)).find(({ role }) => role === 'courier');
  const shown = courier && (await askRunning(data, 'showCode', { personId: courier.personId }));
  return { courier: shown?.ok ? (shown.data as { code: string }).code : null };
};

const run = async (): Promise<void> => {
  if (values.help) {
    console.log(help);
    return;
  }
  const demo = values.site === undefined;
  const data = resolve(values.data ?? join(projectFolder, 'data', demo ? 'demo' : 'site'));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (await askRunning(data, 'status', {}))
    throw new Error(`a node is already running on ${data}: stop it, or choose another folder with --data`);
  const site = values.site ? resolve(values.site) : writeDemoSite(data);
  const config = readConfig(site);
  if (!demo && site !== join(data, 'site.json')) copyFileSync(site, join(data, 'site.json'));

  const fresh = !existsSync(join(data, 'ledger.db'));
  const isEnrolled = config.clients.every(({ name }) => existsSync(join(data, 'keys', `${name}.pem`)));
  if (fresh || !isEnrolled) {
    // Loaded for a first start or a new bridge only: it is most of what this program would have to read.
    const { openCore, enrollMissing } = await import('../edge/core.ts');
    const core = await openCore({ config, data });
    await enrollMissing(config, core.authority);
    await core.stop();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
  const start = async (name: string, file: string, args: string[]): Promise<Record<string, unknown>> => {
    const { program, ready } = startProgram({
      name,
      file: compiled(file),
      args,
      log: join(data, `${name}.log`),
      onEnd: (code) => {
        console.error(`${name} ended by itself (${code}); its last words are in ${join(data, `${name}.log`)}`);
        end(1);
      },
    });
    programs.push(program);
    return ready;
  };

  const { broker } = config.site;
  const keys = join(data, 'keys');
  const common = ['--site', site, '--keys', keys, '--broker', `${broker.host}:${broker.port}`];
  const [edge] = await Promise.all([
    start('edge', 'edge/cli.js', ['run', '--site', site, '--data', data]),
    ...config.clients.map(({ name }) =>
      start(name, 'firmware-bridge/main.js', [...common, '--name', name, '--data', join(data, name)]),
    ),
    ...(demo
      ? [start('simulated', 'scripts/simulate.js', ['--site', site, '--dir', data, '--auto-close', '8000'])]
      : []),
  ]);
  const [kiosk] = (edge?.kiosks ?? []) as { url: string }[];
  const url = kiosk?.url ?? '';
  const { courier } = demo ? await tryOut(data) : { courier: null };
  const readyMs = Math.round(performance.now() - began);
  const pids = Object.fromEntries(programs.map(({ name, pid }) => [name, pid]));
  writeFileSync(join(data, 'pids.json'), JSON.stringify(pids));
  if (values.json) console.log(JSON.stringify({ ready: true, kiosk: url, data, courier, readyMs, pids }));
  else
    console.log(
      [
        `门房 Menfang is ready: ${url}`,
        ...(courier === null
          ? []
          : [
              '',
              `  快递员 courier code   ${courier}`,
              '  收件人 a recipient    room 3-1201, phone ending 5678 (王小明)',
              '  业主卡 owner cards    type 0012345678 and Enter (王小明) · 0087654321 (陈秀英, elder mode, low compartments)',
              '  A simulated door opens by itself and is closed after 8 s.',
            ]),
        '',
        `  node ${data} · ./scripts/menfang status --data ${data} · Ctrl-C stops everything`,
      ].join('\n'),
    );
};

try {
  await run();
} catch (error) {
  // A program that is stopped before it is ready says so too.
  if (ending === undefined) {
    await stopAll();
    if (!(error instanceof Error) || error.name !== 'Error') throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
