// The site at a glance: what this page can say.
import type { Alert, CabinetView, CompartmentState, CompartmentView, Fault } from '../contract.ts';
import type { Section } from './section.ts';
import { siteEn } from './site-en.ts';
import { siteZhCn } from './site-zh-cn.ts';
import { siteZhHk } from './site-zh-hk.ts';
import { siteZhTw } from './site-zh-tw.ts';

export interface SiteWords {
  title: string;
  counts: { waiting: string; today: string; due: string; disputed: string; toReturn: string };
  oldest: (ago: string) => string;
  /** What needs somebody now. */
  attention: string;
  calm: string;
  calmLead: string;
  alert: Record<Alert['kind'], string>;
  see: string;
  answer: string;
  answered: string;
  releaseTerminal: string;
  terminalReleased: string;
  cabinets: string;
  cabinet: (label: string) => string;
  state: Record<CompartmentState, string>;
  blocked: Record<NonNullable<CompartmentView['blocked']>, string>;
  presence: Record<CabinetView['presence'], string>;
  free: (n: number, of: number) => string;
  low: string;
  compartment: (label: string) => string;
  occupiedSince: (time: string) => string;
  item: string;
  seeItem: string;
  noItem: string;
  room: string;
  addressee: string;
  received: string;
  release: string;
  releaseAsk: string;
  releaseLead: string;
  checked: string;
  released: (label: string) => string;
  shelf: string;
  shelfTaken: (taken: number, of: number) => string;
  shelfEmpty: string;
  devices: string;
  online: (time: string) => string;
  fault: Record<Fault, string>;
  noFaults: string;
  terminal: (id: string) => string;
  terminalWell: string;
  terminalCalled: (ago: string) => string;
  terminalAttended: string;
  terminalFrozen: string;
  notices: string;
  noticesWell: string;
  noticesWaiting: (n: number) => string;
  noticesFailed: (n: number) => string;
  headquarters: string;
  hqNone: string;
  hqWell: string;
  hqBehind: (n: number) => string;
  asOf: (time: string) => string;
}

export const siteWords: Section<SiteWords> = {
  'zh-CN': siteZhCn,
  'zh-HK': siteZhHk,
  'zh-TW': siteZhTw,
  en: siteEn,
};
