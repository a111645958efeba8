// Coded values of the facts, in the words that stand in registers.
import type { Receipt } from '../../contract/desk-commands.ts';
import type { EventData } from '../../contract/events.ts';
import { type Words, inWords as words } from './register.ts';

type Received = EventData<'ItemReceived'>;
type HandedOver = EventData<'ItemHandedOver'>;

const kind: Record<Received['kind'], Words> = {
  parcel: words('快件', '包裹', '包裹', 'Parcel'),
  express: words('特快专递', '特快專遞', '快捷郵件', 'Express mail'),
  letter: words('信件', '信件', '信件', 'Letter'),
};
const condition: Record<Received['condition'], Words> = {
  intact: words('完好', '完好', '完好', 'Intact'),
  damaged: words('破损', '破損', '破損', 'Damaged'),
  overweight: words('超重', '超重', '超重', 'Overweight'),
  fresh: words('生鲜', '生鮮', '生鮮', 'Fresh goods'),
  valuable: words('贵重', '貴重', '貴重', 'Valuable'),
};
const damage: Record<NonNullable<Received['damage']>, Words> = {
  crushed: words('挤压变形', '壓扁變形', '擠壓變形', 'crushed'),
  torn: words('撕裂', '撕裂', '撕裂', 'torn'),
  wet: words('受潮', '弄濕', '受潮', 'wet'),
  opened: words('封口已开', '封口已開', '封口已開', 'opened'),
  leaking: words('渗漏', '滲漏', '滲漏', 'leaking'),
  missing: words('内件缺少', '物品缺少', '內容物短少', 'contents missing'),
  other: words('其他异常', '其他異常', '其他異常', 'other damage'),
};
/** `door`: taken out of a compartment, where the door and the credential are the evidence [M4]. */
const identified: Record<HandedOver['identified'] | 'door', Words> = {
  card: words('业主卡', '住戶證', '住戶磁扣', 'Card'),
  code: words('取件码', '取件碼', '取件碼', 'Pickup code'),
  document: words('证件', '證件', '證件', 'Document'),
  door: words('凭码或卡自柜中取出', '憑碼或卡自櫃取出', '憑碼或卡自櫃中取出', 'Taken from the locker by code or card'),
};
const document: Record<NonNullable<Receipt['document']>['type'], Words> = {
  'identity-card': words('身份证', '身份證', '身分證', 'identity card'),
  passport: words('护照', '護照', '護照', 'passport'),
  'residence-permit': words('居住证', '居留許可證', '居留證', 'residence permit'),
  'driving-licence': words('驾驶证', '駕駛執照', '駕駛執照', 'driving licence'),
};
const taker: Record<HandedOver['to'], Words> = {
  addressee: words('本人', '本人', '本人', 'Addressee'),
  household: words('家庭成员', '家庭成員', '同住家人', 'Household'),
  trustee: words('受托人', '受託人', '代領人', 'Trustee'),
};
const turnedAway: Record<EventData<'ItemTurnedAway'>['reason'], Words> = {
  'address-unclear': words('名址不详', '姓名地址不詳', '姓名地址不明', 'Address unclear'),
  'not-a-resident': words('非本处业主', '非本處住戶', '非本社區住戶', 'Not a resident here'),
  'refused-by-owner': words('业主拒收', '住戶拒收', '住戶拒收', 'Refused by the owner'),
  'not-allowed-goods': words('不属代收范围', '不屬代收範圍', '不在代收範圍', 'Goods not accepted'),
};
const refused: Record<EventData<'ItemRefused'>['reason'], Words> = {
  refused: words('收件人拒收', '收件人拒收', '收件人拒收', 'Refused by the addressee'),
  damaged: words('因破损拒收', '因破損拒收', '因破損拒收', 'Refused: damaged'),
};
const undeliverable: Record<EventData<'ItemUndeliverable'>['reason'], Words> = {
  unreachable: words('联系不上收件人', '未能聯絡收件人', '聯絡不上收件人', 'Addressee unreachable'),
  'moved-away': words('收件人已搬离', '收件人已遷出', '收件人已遷離', 'Moved away'),
  'not-known-here': words('查无此人', '查無此人', '查無此人', 'Not known here'),
  'address-wrong': words('地址有误', '地址有誤', '地址有誤', 'Address wrong'),
};
const returned: Record<EventData<'ItemReturned'>['reason'], Words> = {
  refused: words('拒收', '拒收', '拒收', 'Refused'),
  undeliverable: words('无法投递', '無法派遞', '無法投遞', 'Undeliverable'),
  unclaimed: words('逾期无人领取', '逾期無人領取', '逾期無人領取', 'Unclaimed'),
  settled: words('核实后退回', '核實後退回', '查證後退回', 'After a dispute'),
};
const settled: Record<EventData<'DisputeSettled'>['outcome'], Words> = {
  delivered: words('已取走', '已取走', '已領走', 'delivered'),
  'to-shelf': words('转前台代存架', '轉放前台存放架', '移至櫃檯代存架', 'to the shelf'),
  'to-return': words('转退件', '轉為退件', '轉退件', 'to be returned'),
  lost: words('遗失', '遺失', '遺失', 'lost'),
};

export const vocabularies = {
  kind,
  condition,
  damage,
  identified,
  document,
  taker,
  turnedAway,
  refused,
  undeliverable,
  returned,
  settled,
};
export type Vocabulary = keyof typeof vocabularies;

/** The word for a coded value; undefined when the vocabulary has none. */
export const wordOf = (vocabulary: Vocabulary, value: string): Words | undefined => {
  const known: Record<string, Words> = vocabularies[vocabulary];
  return Object.hasOwn(known, value) ? known[value] : undefined;
};
