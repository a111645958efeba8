// The line under a register's title on what leaves the console: site, days, and who put it out when.
import type { Language } from '../../contract/ids.ts';

export interface ColophonFacts {
  site: string;
  /** Days of the site, both included. */
  from: string;
  to: string;
  by: string;
  /** `2026-11-21 14:05` at the site. */
  at: string;
}

const lines: Record<Language, (facts: ColophonFacts) => string> = {
  'zh-CN': ({ site, from, to, by, at }) => `${site} · ${from} 至 ${to} · 导出人 ${by} · ${at}`,
  'zh-HK': ({ site, from, to, by, at }) => `${site} · ${from} 至 ${to} · 匯出人 ${by} · ${at}`,
  'zh-TW': ({ site, from, to, by, at }) => `${site} · ${from} 至 ${to} · 匯出者 ${by} · ${at}`,
  en: ({ site, from, to, by, at }) => `${site} · ${from} to ${to} · exported by ${by} · ${at}`,
};

export const colophon = (language: Language, facts: ColophonFacts): string => lines[language](facts);
