// Times as people read them, in the site's own time zone and the chosen language.
import type { Language } from './contract.ts';
import { useConsole } from './hooks.ts';

type Form = 'time' | 'dayTime' | 'day';
const forms: Record<Form, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayTime: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
};
const made = new Map<string, Intl.DateTimeFormat>();

const format = (form: Form, language: Language, timeZone: string | undefined): Intl.DateTimeFormat => {
  const key = `${form} ${language} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...forms[form],
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  made.set(key, fresh);
  return fresh;
};

export interface Times {
  /** 14:05 */
  time(wallMs: number): string;
  /** 11月21日 14:05 */
  dayTime(wallMs: number): string;
  /** 2026年11月21日 */
  day(wallMs: number): string;
  /** How long ago, in the largest whole unit: 3 天前. */
  ago(wallMs: number, now?: number): string;
  /** A calendar day at the site as the edge writes it: 2026-11-21. */
  isoDay(wallMs: number): string;
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export const timesIn = (language: Language, timeZone: string | undefined): Times => ({
  time: (wallMs) => format('time', language, timeZone).format(wallMs),
  dayTime: (wallMs) => format('dayTime', language, timeZone).format(wallMs),
  day: (wallMs) => format('day', language, timeZone).format(wallMs),
  ago: (wallMs, now = Date.now()) => {
    const words = new Intl.RelativeTimeFormat(language === 'en' ? 'en-GB' : language, { numeric: 'always' });
    const [unit, ms] = units.find(([, size]) => now - wallMs >= size) ?? units[2];
    return words.format(-Math.max(0, Math.floor((now - wallMs) / ms)), unit);
  },
  isoDay: (wallMs) => new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? {} : { timeZone }).format(wallMs),
});

/** Times in the chosen language and the site's time zone. */
export const useTimes = (): Times => {
  const { language, session } = useConsole();
  return timesIn(language.value, session.value?.timeZone);
};
