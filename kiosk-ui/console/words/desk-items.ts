// The desk's section about lists of items and one item's story.
import type { Dispute, ItemAction, ItemList } from '../desk/contract.ts';
import { deskItemsEn } from './desk-items-en.ts';
import { deskItemsZhCn } from './desk-items-zh-cn.ts';
import { deskItemsZhHk } from './desk-items-zh-hk.ts';
import { deskItemsZhTw } from './desk-items-zh-tw.ts';
import type { Section } from './section.ts';

export interface DeskItems {
  title: string;
  lists: string;
  list: Record<ItemList, string>;
  empty: Record<ItemList, string>;
  item: string;
  owner: string;
  place: string;
  status: string;
  waited: string;
  left: string;
  due: string;
  condition: string;
  receivedBy: string;
  notice: string;
  size: string;
  photo: (number: string) => string;
  comma: string;
  kind: string;
  carrier: string;
  search: string;
  shelf: string;
  all: string;
  export: string;
  story: string;
  action: Record<ItemAction, string>;
  notAll: string;
  oneCarrier: string;
  reason: string;
  undeliverableConfirm: (n: number) => string;
  toReturn: (n: number) => string;
  noticeLead: string;
  noticeConfirm: (n: number) => string;
  noticePosted: (n: number) => string;
  /** What to do before a disputed item is settled, by where it should be. */
  settleFirst: Record<Dispute['where'], string>;
  toShelfLead: string;
  outcome: string;
  settleConfirm: string;
  settled: string;
  handOverInstead: string;
  reissueLead: (who: string) => string;
  documentChecked: string;
  reissueConfirm: string;
  newCode: string;
  codeOnce: string;
}

export const deskItems: Section<DeskItems> = {
  'zh-CN': deskItemsZhCn,
  'zh-HK': deskItemsZhHk,
  'zh-TW': deskItemsZhTw,
  en: deskItemsEn,
};
