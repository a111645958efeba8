// What is said about one person: the panel, the form, cards, codes and the ways of leaving.
import type { ConsoleRequest, PersonRow } from '../contract.ts';
import { personEn } from './people-person-en.ts';
import { personZhCn } from './people-person-zh-cn.ts';
import { personZhHk } from './people-person-zh-hk.ts';
import { personZhTw } from './people-person-zh-tw.ts';
import type { Section } from './section.ts';

export type EndReason = ConsoleRequest<'endPerson'>['reason'];

export interface PersonWords {
  part: { who: string; mail: string; notices: string; cards: string; others: string };
  email: string;
  hasEmail: string;
  until: string;
  untilHint: string;
  agreedBy: string;
  choose: string;
  nobodyElse: string;
  shares: string;
  sharesNote: string;
  low: string;
  lowNote: string;
  elder: string;
  elderNote: string;
  speaks: string;
  channels: string;
  channelsNote: string;
  bySite: string;
  quiet: string;
  ownQuiet: string;
  from: string;
  to: string;
  quietHours: (from: string, to: string) => string;
  form: {
    add: string;
    addCourier: string;
    change: string;
    keeps: (masked: string) => string;
    roomHint: string;
    dropPhone: string;
    dropEmail: string;
    phoneWrong: string;
    emailWrong: string;
    quietWrong: string;
    saved: string;
  };
  change: string;
  card: {
    n: (n: number) => string;
    none: string;
    bind: string;
    title: string;
    tap: string;
    tapLead: string;
    typed: string;
    number: string;
    typedHint: string;
    use: string;
    isCode: string;
    bound: string;
    revoke: string;
    revokeTitle: string;
    revokeLead: string;
    revoked: string;
  };
  code: {
    title: string;
    once: string;
    lead: string;
    done: string;
    reissue: string;
    reissueTitle: string;
    reissueLead: string;
  };
  end: {
    button: string;
    title: string;
    reason: string;
    reasons: Record<EndReason, string>;
    endsNow: string;
    cards: (n: number) => string;
    codes: Record<PersonRow['role'], string>;
    trustees: string;
    shelf: (n: number) => string;
    kept: string;
    noTwice: string;
    done: string;
  };
  moveOut: {
    button: string;
    title: (room: string) => string;
    people: (n: number) => string;
    next: string;
    sure: string;
    submit: string;
    done: string;
  };
  doubles: {
    title: string;
    lead: string;
    none: string;
    keep: string;
    gone: string;
    sureTitle: string;
    sure: string;
    merge: string;
    done: string;
    back: string;
  };
  own: { button: string; title: string; lead: string; file: string; done: string };
}

export const personWords: Section<PersonWords> = {
  'zh-CN': personZhCn,
  'zh-HK': personZhHk,
  'zh-TW': personZhTw,
  en: personEn,
};
