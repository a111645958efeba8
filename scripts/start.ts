// Starts a whole site on this machine: the edge, its bridges and, for the demo, simulated cabinets; says where to look; stops all of it on Ctrl-C.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askRunning } from '../edge/api/control.ts';
import { errorProblem } from '../edge/api/said.ts';
import { siteConfig } from '../edge/cli/site-config.ts';
import { projectFolder } from '../edge/config.ts';
import { enrolmentFile } from '../edge/enrolment.ts';
import { dictionary, isLanguage, languageOf, sayProblem } from '../edge/words/shell/dictionary.ts';
import { demoPeople, writeDemoSite } from './demo.ts';
import { NotStarted, type Program, startProgram } from './program.ts';
import { startWords } from './start-words.ts';

const options = {
  site: { type: 'string' },
  data: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

// Read loosely first: also what is wrong with the options is said in the language that they ask for.
const { language: wanted } = parseArgs({ options, strict: false }).values;
const language = typeof wanted === 'string' && isLanguage(wanted) ? wanted : languageOf(process.env);
const words = startWords[language];

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

/** What keeps it from starting, before anything was started. */
const decline = (text: string): void => {
  console.error(text);
  process.exitCode = 1;
};

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Undefined when an option is not written as it should be. */
const readOptions = (): Values | undefined => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    return undefined;
  }
};

const run = async (): Promise<void> => {
  const values = readOptions();
  if (!values) return decline(words.wrongOption);
  if (values.help) {
    console.log(words.help);
    return;
  }
  if (values.language !== undefined && !isLanguage(values.language))
    return decline(sayProblem(dictionary[language], { code: 'unknown-language', facts: { given: values.language } }));
  const demo = values.site === undefined;
  const data = resolve(values.data ?? join(projectFolder, 'data', demo ? 'demo' : 'site'));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (await askRunning(data, 'status', {})) return decline(words.alreadyRunning(data));
  const site = values.site ? resolve(values.site) : writeDemoSite(data);
  const config = siteConfig(site);
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
      onEnd: () => {
        console.error(words.endedByItself(name, join(data, `${name}.log`)));
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
    start('edge', 'edge/cli.js', ['run', '--site', site, '--data', data, '--language', language]),
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
  const consoleUrl = typeof edge?.console === 'string' ? edge.console : null;
  const enrolment = existsSync(enrolmentFile(data)) ? enrolmentFile(data) : null;
  const readyMs = Math.round(performance.now() - began);
  const pids = Object.fromEntries(programs.map(({ name, pid }) => [name, pid]));
  writeFileSync(join(data, 'pids.json'), JSON.stringify(pids));
  if (values.json)
    console.log(
      JSON.stringify({ ready: true, kiosk: url, console: consoleUrl, enrolment, data, courier, readyMs, pids }),
    );
  else
    console.log(
      [
        words.ready(url),
        ...(consoleUrl === null ? [] : ['', words.console(consoleUrl)]),
        ...(enrolment === null ? [] : [words.enrolment(readFileSync(enrolment, 'utf8').trim())]),
        ...(courier === null ? [] : ['', words.courier(courier), words.recipient, words.cards, words.door]),
        '',
        `  ${words.footer(data)}`,
      ].join('\n'),
    );
};

try {
  await run();
} catch (error) {
  // A program that is stopped before it is ready says so too.
  if (ending === undefined) {
    await stopAll();
    if (error instanceof NotStarted) decline(words.didNotStart(error.program, error.log, error.lastWords));
    else {
      const problem = errorProblem(error, 'ledger.db');
      if (problem === undefined) throw error;
      decline(sayProblem(dictionary[language], problem));
    }
  }
}
