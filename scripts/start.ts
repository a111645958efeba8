// Starts a whole site on this machine: the edge, its bridges and, for the demo, simulated cabinets; says where to look; stops all of it on Ctrl-C.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askRunning } from '../edge/api/control.ts';
import { projectFolder, readConfig } from '../edge/config.ts';
import { openCore } from '../edge/main.ts';
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
    --data DIR                 where the node keeps its ledger and keys (default: data/SITE)
    --json                     one machine-readable line when ready`;

const began = performance.now();
const compiled = (path: string): string => join(projectFolder, 'dist', path);

interface Person {
  personId: string;
  role: string;
  name: string;
}

/** What a visitor of the demo needs to try it. */
const tryOut = async (data: string): Promise<{ courier: string | null }> => {
  const listed = await askRunning(data, 'listPeople', {});
  const people = listed?.ok ? (listed.data as Person[]) : [];
  const courier = people.find(({ role }) => role === 'courier');
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
  const site = values.site ? resolve(values.site) : writeDemoSite(data);
  const config = readConfig(site);

  const fresh = !existsSync(join(data, 'ledger.db'));
  if (fresh) await (await openCore({ config, data })).stop();
  const programs: Program[] = [];
  const stop = async (code: number): Promise<void> => {
    for (const program of programs.reverse()) await program.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
  const start = async (name: string, file: string, args: string[]): Promise<Record<string, unknown>> => {
    const { program, ready } = startProgram({
      name,
      file: compiled(file),
      args,
      log: join(data, `${name}.log`),
      onEnd: (code) => {
        console.error(`${name} ended by itself (${code}); its last words are in ${join(data, `${name}.log`)}`);
        void stop(1);
      },
    });
    programs.push(program);
    return ready;
  };

  const simulated = demo
    ? start('simulated', 'scripts/simulate.js', ['--site', site, '--dir', data, '--auto-close', '8000'])
    : Promise.resolve({});
  const edge = await start('edge', 'edge/cli.js', ['run', '--site', site, '--data', data]);
  await simulated;
  const broker = `${config.site.broker.host}:${String(edge.broker)}`;
  const keys = join(data, 'keys');
  await Promise.all(
    config.clients.map(({ name }) =>
      start(name, 'firmware-bridge/main.js', [
        '--site',
        site,
        '--name',
        name,
        '--keys',
        keys,
        '--data',
        join(data, name),
        '--broker',
        broker,
      ]),
    ),
  );
  if (demo && fresh) await askRunning(data, 'importPeople', { csv: demoPeople, partial: false });
  const [kiosk] = edge.kiosks as { url: string }[];
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

await run();
