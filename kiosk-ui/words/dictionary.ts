// The four languages, each written by itself, and how times are written in them.
import type { Language } from '../kiosk/contract.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhCn } from './zh-cn.ts';
import { zhHk } from './zh-hk.ts';
import { zhTw } from './zh-tw.ts';

export const dictionary: Record<Language, Words> = { 'zh-CN': zhCn, 'zh-HK': zhHk, 'zh-TW': zhTw, en };

export const languages: readonly Language[] = ['zh-CN', 'zh-HK', 'zh-TW', 'en'];

export const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(dictionary, text);

const shown = new Map<Language, Intl.DateTimeFormat>();
const formatOf = (language: Language): Intl.DateTimeFormat => {
  const known = shown.get(language);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : language;
  const made = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  shown.set(language, made);
  return made;
};

/** Day and time of a wall time in milliseconds: 11月21日 14:05. */
export const dayTime = (language: Language, wallMs: number): string => formatOf(language).format(wallMs);

/** Hours and minutes: 14:05. */
export const hourMinute = (wallMs: number): string => {
  const date = new Date(wallMs);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
};

/** A waiting time counted down: 4:05. */
export const countdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A code of nine digits as people read it: 123 456 789. */
export const inThrees = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ');
