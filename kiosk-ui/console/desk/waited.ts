// How long an item has waited and how many days are left, in whole units as people count them.
import { useWords } from '../hooks.ts';
import { type DeskTerms, deskTerms } from '../words/desk-terms.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** 「3 天」, 「5 小时」, 「12 分钟」: the largest whole unit. A clock that is ahead counts as now. */
export const waitedIn = (words: DeskTerms['waited'], sinceMs: number, now: number): string => {
  const ms = Math.max(0, now - sinceMs);
  if (ms >= dayMs) return words.days(Math.floor(ms / dayMs));
  return ms >= hourMs ? words.hours(Math.floor(ms / hourMs)) : words.minutes(Math.floor(ms / minuteMs));
};

/** Calendar days from one day of the site (2026-11-21) to another; negative = it is over. */
export const daysUntil = (today: string, day: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / dayMs);

/** In the chosen language, from now. */
export const useWaited = (): ((sinceMs: number) => string) => {
  const { waited } = useWords(deskTerms);
  return (sinceMs) => waitedIn(waited, sinceMs, Date.now());
};
