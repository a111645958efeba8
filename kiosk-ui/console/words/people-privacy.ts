// The page of retention: what is kept how long, and what is erased.
import type { ConsoleAnswer } from '../contract.ts';
import { privacyEn } from './people-privacy-en.ts';
import { privacyZhCn } from './people-privacy-zh-cn.ts';
import { privacyZhHk } from './people-privacy-zh-hk.ts';
import { privacyZhTw } from './people-privacy-zh-tw.ts';
import type { Section } from './section.ts';

export type RetentionRow = ConsoleAnswer<'readRetention'>['rules'][number];
/** The rules of the edge's retention table. */
export type RuleName = 'person-left' | 'household-left' | 'staff-left' | 'key-staff-left' | 'receipt-old';

export interface PrivacyWords {
  title: string;
  lead: string;
  rules: string;
  rule: Record<RuleName, { what: string; from: string }>;
  column: { what: string; days: string; source: string; due: string };
  days: (n: number) => string;
  sitePolicy: string;
  due: (n: number) => string;
  nothingDue: string;
  ranAt: (time: string) => string;
  neverRan: string;
  daily: string;
  run: string;
  sure: string;
  sureLead: string;
  forGood: string;
  erase: (n: number) => string;
  erased: (n: number) => string;
  ownTitle: string;
  ownLead: string;
  toPeople: string;
}

export const privacyWords: Section<PrivacyWords> = {
  'zh-CN': privacyZhCn,
  'zh-HK': privacyZhHk,
  'zh-TW': privacyZhTw,
  en: privacyEn,
};
