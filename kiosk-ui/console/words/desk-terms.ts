// The desk's section of terms: what is wrong with an item, who may have it, what is owed by which rule, what has happened to it.
import type { EventType, ItemRow } from '../contract.ts';
import type {
  Damage,
  Dispute,
  Door,
  IdentityDocument,
  Recipient,
  RefuseReason,
  Settlement,
  TurnAwayReason,
  UndeliverableReason,
} from '../desk/contract.ts';
import { deskTermsEn } from './desk-terms-en.ts';
import { deskTermsZhCn } from './desk-terms-zh-cn.ts';
import { deskTermsZhHk } from './desk-terms-zh-hk.ts';
import { deskTermsZhTw } from './desk-terms-zh-tw.ts';
import type { Section } from './section.ts';

/** Coded words in the particulars of a story's step, beside those that stand above them in the terms. */
type Particular =
  | Exclude<Dispute['problem'], 'damaged'>
  | Dispute['where']
  | Door['purpose']
  | 'refused'
  | 'addressee'
  | 'household'
  | 'trustee'
  | 'card'
  | 'code'
  | 'document'
  | 'arrival'
  | 'reminder'
  | 'undeliverable'
  | 'unclaimed'
  | 'settled'
  | 'door'
  | 'stated'
  | 'did-not-open'
  | 'sms'
  | 'mail'
  | 'webhook';

export interface DeskTerms {
  condition: Record<ItemRow['condition'], string>;
  damage: Record<Damage, string>;
  damageLabel: string;
  photo: string;
  photoHint: string;
  consent: Record<Recipient['consent'], string>;
  relation: Record<NonNullable<Recipient['relation']>, string>;
  document: Record<IdentityDocument['type'], string>;
  turnAway: Record<TurnAwayReason, string>;
  refuse: Record<RefuseReason, string>;
  undeliverable: Record<UndeliverableReason, string>;
  settle: Record<Settlement, string>;
  problem: Record<Dispute['problem'], string>;
  where: Record<Dispute['where'], string>;
  notice: Record<ItemRow['notice'], string>;
  /** Since how long it waits. */
  waited: { days: (n: number) => string; hours: (n: number) => string; minutes: (n: number) => string };
  /** Days that are left; none = today, fewer = over. */
  due: (days: number) => string;
  /** What the rule asks for, with its clause. */
  rule: Record<'M5' | 'M6', string>;
  /** `doing` what stands at a door that the desk has opened. */
  door: {
    unlocking: (label: string) => string;
    retrying: (label: string) => string;
    putIn: (label: string) => string;
    takeOut: (label: string) => string;
    isIn: (label: string) => string;
    isOut: (label: string) => string;
    stuck: (label: string) => string;
    stuckLead: string;
    /** The same for an item that was to come out. */
    stuckInside: string;
    aborted: (label: string) => string;
    abortedLead: string;
    toShelf: string;
    tooLarge: string;
    onShelf: (label: string) => string;
    again: string;
  };
  event: Partial<Record<EventType, string>>;
  otherEvent: string;
  particular: Record<Particular, string>;
}

export const deskTerms: Section<DeskTerms> = {
  'zh-CN': deskTermsZhCn,
  'zh-HK': deskTermsZhHk,
  'zh-TW': deskTermsZhTw,
  en: deskTermsEn,
};
