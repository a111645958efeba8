// The menfang command: one line of words in, what happened out, as text or as JSON.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, verbs } from './cli/verbs.ts';
import { show, usage } from './cli/words.ts';
import { LedgerFault } from './ledger/ledger.ts';

const options = {
  data: { type: 'string' },
  site: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  partial: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  new: { type: 'boolean', default: false },
  after: { type: 'string' },
  head: { type: 'string' },
} as const;

/** `people import` before `people`: the longest verb that fits the words. */
const verbOf = (words: string[]): { name: string; args: string[] } | undefined => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    if (Object.hasOwn(verbs, name)) return { name, args: words.slice(length) };
  }
  return undefined;
};

const fail = (problem: string, json: boolean): number => {
  console.error(json ? JSON.stringify({ ok: false, problem }) : problem);
  return 2;
};

const run = async (argv: string[]): Promise<number> => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(`${error.message}\n\n${usage()}`, false);
  }
  const { values, positionals } = parsed;
  const found = verbOf(positionals);
  if (!found) {
    console.log(usage());
    return values.help || positionals.length === 0 ? 0 : 2;
  }
  const verb = verbs[found.name];
  if (!verb || values.help) {
    console.log(usage(found.name));
    return 0;
  }
  if (found.args.length !== verb.args.length)
    return fail(`${usage(found.name)}\n\nGive ${verb.args.join(' ') || 'no further words'}.`, values.json);
  const data = resolve(values.data ?? process.env.MENFANG_DATA ?? 'data');
  const site = resolve(values.site ?? process.env.MENFANG_SITE ?? `${data}/site.json`);
  let outcome: Outcome;
  try {
    outcome = await verb.run({ ...values, data, site, args: found.args });
  } catch (error) {
    // What the world or the caller got wrong has words; everything else is a bug and ends the program as one.
    const isFault =
      error instanceof LedgerFault || (error instanceof Error && (error.name === 'Error' || 'code' in error));
    if (!isFault) throw error;
    // What a start that failed half-way holds open must not keep the program alive.
    process.exit(fail((error as Error).message, values.json));
  }
  if (outcome.ok === 'stays') return 0;
  console.log(values.json ? JSON.stringify(outcome) : show(outcome));
  return outcome.ok ? 0 : 1;
};

process.exitCode = await run(process.argv.slice(2));
