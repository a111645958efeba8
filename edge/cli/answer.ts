// An answer as a technician reads it: every name and value in one language, times by this machine's clock.
import type { RowProblem } from '../api/people-file.ts';
import type { Said } from '../api/said.ts';
import type { AnswerWords, Label } from '../words/shell/answers/words.ts';
import { sayProblem, sayRow } from '../words/shell/dictionary.ts';
import type { Column, ShellWords } from '../words/shell/words.ts';

const has = <K extends PropertyKey>(words: Record<K, unknown>, name: PropertyKey): name is K =>
  Object.hasOwn(words, name);

const times: readonly string[] = ['placedAt', 'since', 'lastReceiptAt', 'until'] satisfies Label[];
/** 2026-11-21 14:05:09 */
const timeOf = (wallMs: number): string => new Date(wallMs).toLocaleString('sv-SE');

const labelOf = ({ label }: AnswerWords, name: string): string => (has(label, name) ? label[name] : name);

/** One value under its name; lists and records on one line. */
const told = (words: AnswerWords, name: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return times.includes(name) ? timeOf(value) : String(value);
  if (Array.isArray(value))
    return value.length === 0 ? words.none : value.map((one) => told(words, name, one)).join(words.dot);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([inner, one]) => `${labelOf(words, inner)} ${told(words, inner, one)}`)
      .join(words.dot);
  const known: Record<string, string> = has(words.value, name) ? words.value[name] : {};
  return known[String(value)] ?? String(value);
};

/** Whether each program is connected, by the word for it. */
const presences = (bridges: object): object[] =>
  Object.entries(bridges).map(([name, isConnected]) => ({ name, presence: isConnected ? 'online' : 'offline' }));

const isRecords = (value: unknown): value is object[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object');

const entry = (words: ShellWords, name: string, given: unknown): string => {
  const { answers } = words;
  const value = name === 'bridges' && !Array.isArray(given) ? presences(given as object) : given;
  const label = labelOf(answers, name) + answers.colon.trimEnd();
  if (!isRecords(value)) return `${labelOf(answers, name)}${answers.colon}${told(answers, name, value)}`;
  const lines =
    name === 'problems' ? rowLines(words, value as RowProblem[]) : value.map((one) => told(answers, name, one));
  return [label, ...lines.map((line) => `  ${line}`)].join('\n');
};

const rowLines = (words: ShellWords, problems: RowProblem[]): string[] =>
  problems.map((problem) => {
    const heading = has(words.column, problem.field) ? words.column[problem.field as Column] : undefined;
    return words.rowLine(problem.row, heading, sayRow(words, problem));
  });

const lines = (words: ShellWords, data: unknown): string[] => {
  if (isRecords(data)) return data.map((one) => told(words.answers, '', one));
  if (Array.isArray(data)) return [words.answers.none];
  return Object.entries(data as object).map(([name, value]) => entry(words, name, value));
};

/** What an action said, over as many lines as it needs. */
export const answer = (words: ShellWords, said: Said): string => {
  if (!said.ok)
    return [sayProblem(words, said), ...rowLines(words, said.problems ?? []).map((line) => `  ${line}`)].join('\n');
  const data = said.next ? { ...(said.data as object), next: words.next[said.next] } : said.data;
  return lines(words, data).join('\n') || words.answers.done;
};
