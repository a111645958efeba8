// The words that all pages about people share: lists, what a person is, and why data is opened.
import type { ConsoleRequest, Language, PersonRow } from '../contract.ts';
import { peopleEn } from './people-en.ts';
import { peopleZhCn } from './people-zh-cn.ts';
import { peopleZhHk } from './people-zh-hk.ts';
import { peopleZhTw } from './people-zh-tw.ts';
import type { Section } from './section.ts';

export type Relation = NonNullable<PersonRow['relation']>;
export type Consent = PersonRow['consent'];
export type Channel = PersonRow['channels'][number];
export type RevealReason = ConsoleRequest<'reveal'>['reason'];
/** Fields that a refusal of these routes may name. */
export type WrongField =
  | 'room'
  | 'householdId'
  | 'card'
  | 'credentialId'
  | 'reason'
  | 'into'
  | 'agreedBy'
  | 'phone'
  | 'email'
  | 'until';

export interface PeopleWords {
  people: {
    title: string;
    lead: string;
    add: string;
    importFile: string;
    exportFile: string;
    doubles: string;
    empty: string;
  };
  couriers: { title: string; lead: string; add: string; empty: string };
  find: { label: string; hint: string; courierHint: string; filter: (text: string) => string };
  count: (n: number) => string;
  /** More people than a list takes. */
  cut: (n: number, total: number) => string;
  column: {
    room: string;
    name: string;
    phone: string;
    relation: string;
    consent: string;
    cards: string;
    waiting: string;
  };
  cards: (n: number) => string;
  items: (n: number) => string;
  relation: Record<Relation, string>;
  anyRelation: string;
  noRelation: string;
  filterRelation: (relation: string) => string;
  until: (day: string) => string;
  isOver: string;
  consent: Record<Consent, string>;
  consentNote: Record<Consent, string>;
  channel: Record<Channel, string>;
  language: Record<Language | 'site', string>;
  yes: string;
  no: string;
  notKnown: string;
  reveal: {
    button: string;
    title: string;
    lead: string;
    reason: Record<RevealReason, string>;
    managerOnly: string;
    left: (seconds: number) => string;
    hide: string;
  };
  wrong: Record<WrongField, string>;
  notForOfficials: string;
}

export const peopleWords: Section<PeopleWords> = {
  'zh-CN': peopleZhCn,
  'zh-HK': peopleZhHk,
  'zh-TW': peopleZhTw,
  en: peopleEn,
};
