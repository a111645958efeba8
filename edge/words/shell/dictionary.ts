// The four languages of the shell, each written by itself, and how the one to speak is found.
import type { Language } from '../../contract/ids.ts';
import { en } from './en.ts';
import type { ProblemCode, ProblemOf, RowCode, RowOf } from './problem.ts';
import type { ShellWords } from './words.ts';
import { zhCn } from './zh-cn.ts';
import { zhHk } from './zh-hk.ts';
import { zhTw } from './zh-tw.ts';

export const dictionary: Record<Language, ShellWords> = { 'zh-CN': zhCn, 'zh-HK': zhHk, 'zh-TW': zhTw, en };

export const isLanguage = (text: string): text is Language => Object.hasOwn(dictionary, text);

/** First fit holds: `zh_HK.UTF-8`, `zh-Hant-TW`, `en_GB`. */
const places: [RegExp, Language][] = [
  [/^zh([_-]Hant)?[_-](HK|MO)\b/i, 'zh-HK'],
  [/^zh[_-](Hant|TW)\b/i, 'zh-TW'],
  [/^en(?![a-z])/i, 'en'],
];

/**
 * The language of a shell's environment, by POSIX's order LC_ALL, LC_MESSAGES, LANG. Everything else is zh-CN, also `C` and nothing at all: a bare server
 * says nothing about its technician, and ours read Chinese.
 */
export const languageOf = (environment: Record<string, string | undefined>): Language => {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return places.find(([place]) => place.test(locale.replace(/\..*$/, '')))?.[1] ?? 'zh-CN';
};

export const sayProblem = <C extends ProblemCode>({ problem }: ShellWords, { code, facts }: ProblemOf<C>): string =>
  problem[code](facts);

export const sayRow = <C extends RowCode>({ row }: ShellWords, { code, facts }: RowOf<C>): string => row[code](facts);
