// The help of the menfang command, in one language.
import type { ShellWords, VerbName } from '../words/shell/words.ts';
import { verbs } from './verbs.ts';

const verbNames = Object.keys(verbs) as VerbName[];

/** `people import` before `people`: the longest verb that fits the words. */
export const verbOf = (words: string[]): { name: VerbName; args: string[] } | undefined => {
  for (const length of [2, 1]) {
    const name = verbNames.find((verb) => verb === words.slice(0, length).join(' '));
    if (name) return { name, args: words.slice(length) };
  }
  return undefined;
};

/** Columns of a terminal: a Chinese character or mark takes two. */
const widthOf = (text: string): number => [...text].length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);
const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)));

/** What one verb does and takes, or without `name` all of them; then the options. */
export const usage = (words: ShellWords, name?: VerbName): string => {
  const verbLine = (verb: VerbName): string => {
    const command = [verb, ...verbs[verb].args.map((arg) => words.arg[arg])].join(' ');
    return `  menfang ${padTo(command, 40)} ${words.about[verb]}`;
  };
  const options = Object.entries(words.option).map(
    ([option, { value, about }]) => `  --${padTo(`${option} ${value}`, 16)} ${about}`,
  );
  return [words.title, '', ...(name === undefined ? verbNames : [name]).map(verbLine), '', ...options].join('\n');
};
