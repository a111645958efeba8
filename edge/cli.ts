// The menfang command: one line of words in, what happened out, as text or as JSON.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deny, errorProblem } from './api/said.ts';
import { answer } from './cli/answer.ts';
import { usage, verbOf } from './cli/usage.ts';
import { type Outcome, verbs } from './cli/verbs.ts';
import { dictionary, isLanguage, languageOf } from './words/shell/dictionary.ts';
import type { Problem } from './words/shell/problem.ts';

const options = {
  data: { type: 'string' },
  site: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  partial: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  new: { type: 'boolean', default: false },
  after: { type: 'string' },
  head: { type: 'string' },
} as const;

type Parsed = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;

/** The words and options, or which option is wrong. */
const parse = (argv: string[]): Parsed | { problem: Problem } => {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const option = /'(-[^\s']*)/.exec(error.message)?.[1] ?? '';
    const code = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown-option' : 'option-value';
    return { problem: { code, facts: { option } } };
  }
};

const run = async (argv: string[]): Promise<number> => {
  // Read loosely first: also what is wrong with the options is said in the language that they ask for.
  const { values: loose } = parseArgs({ args: argv, options, allowPositionals: true, strict: false });
  const wanted = typeof loose.language === 'string' ? loose.language : undefined;
  const words = dictionary[wanted !== undefined && isLanguage(wanted) ? wanted : languageOf(process.env)];
  const fail = (problem: Problem): number => {
    const denied = deny(problem);
    console.error(loose.json === true ? JSON.stringify(denied) : answer(words, denied));
    return 2;
  };

  if (wanted !== undefined && !isLanguage(wanted)) return fail({ code: 'unknown-language', facts: { given: wanted } });
  const parsed = parse(argv);
  if ('problem' in parsed) return fail(parsed.problem);
  const { values, positionals } = parsed;
  const found = verbOf(positionals);
  if (!found) {
    if (positionals.length > 0 && !values.help)
      return fail({ code: 'unknown-verb', facts: { verb: positionals.join(' ') } });
    console.log(usage(words));
    return 0;
  }
  if (values.help) {
    console.log(usage(words, found.name));
    return 0;
  }
  const verb = verbs[found.name];
  if (found.args.length !== verb.args.length)
    return fail({ code: 'words', facts: { verb: found.name, wanted: verb.args } });
  const data = resolve(values.data ?? process.env.MENFANG_DATA ?? 'data');
  const site = resolve(values.site ?? process.env.MENFANG_SITE ?? `${data}/site.json`);
  let outcome: Outcome;
  try {
    outcome = await verb.run({ ...values, data, site, args: found.args });
  } catch (error) {
    // What the world or the caller got wrong has words; everything else is a bug and ends the program as one.
    const problem = errorProblem(error, join(data, 'ledger.db'));
    if (problem === undefined) throw error;
    // What a start that failed half-way holds open must not keep the program alive.
    process.exit(fail(problem));
  }
  if (outcome.ok === 'stays') return 0;
  console.log(loose.json === true ? JSON.stringify(outcome) : answer(words, outcome));
  return outcome.ok ? 0 : 1;
};

process.exitCode = await run(process.argv.slice(2));
