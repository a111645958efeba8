// What a notice says to the owner of a parcel, in the four languages: one line for a phone, subject and text for mail.
import type { PlaceView } from '../contract/api.ts';
import type { Language } from '../contract/ids.ts';

export interface NoticeFacts {
  site: string;
  place: Pick<PlaceView, 'kind' | 'label'>;
  /** In groups: `123 456 789`. */
  code: string;
  /** Who brought it, by its mainland name; empty when unknown. */
  carrier: string;
  waybillTail: string;
  /** How long it is kept; there is no fee in this time [law and practice: no fee]. */
  storageMonths: number;
}

type Kind = 'arrival' | 'reminder';
/** The facts, with the place already in words. */
type Told = Omit<NoticeFacts, 'place'> & { place: string };

interface NoticeWords {
  compartment(label: string): string;
  shelf(label: string): string;
  line: Record<Kind, (told: Told) => string>;
  /** Stands on lock screens, so the code is not in it. */
  subject: Record<Kind, (told: Told) => string>;
  opening: Record<Kind, string>;
  details(told: Told): string[];
  closing: string;
}

const words: Record<Language, NoticeWords> = {
  'zh-CN': {
    compartment: (label) => `快递柜 ${label} 格口`,
    shelf: (label) => `前台代存架 ${label}`,
    line: {
      arrival: (t) =>
        `${t.site}:您的${t.carrier}快递(尾号${t.waybillTail})已放入${t.place},取件码 ${t.code},保管期${t.storageMonths}个月,不收费。`,
      reminder: (t) =>
        `${t.site}:您的${t.carrier}快递(尾号${t.waybillTail})仍在${t.place},取件码 ${t.code},请尽早领取,不收费。`,
    },
    subject: {
      arrival: (t) => `【${t.site}】您有一件快递,已放入${t.place}`,
      reminder: (t) => `【${t.site}】提醒:您的快递仍在${t.place}`,
    },
    opening: {
      arrival: '您好:您的快递已送到,请凭取件码领取。',
      reminder: '您好:您的快递还没有领取,方便时请来取。',
    },
    details: (t) => [
      `位置:${t.place}`,
      `取件码:${t.code}`,
      `运单:${t.carrier}尾号 ${t.waybillTail}`,
      `保管期:${t.storageMonths} 个月`,
      '费用:不收费',
    ],
    closing: '取件码只能使用一次,请不要转发。请人代取时,可在取件屏上生成代取码。',
  },
  'zh-HK': {
    compartment: (label) => `智能櫃 ${label} 格`,
    shelf: (label) => `服務台代存架 ${label}`,
    line: {
      arrival: (t) =>
        `${t.site}:你的包裹(尾號${t.waybillTail})已放入${t.place},取件碼 ${t.code},可存放${t.storageMonths}個月,費用全免。`,
      reminder: (t) => `${t.site}:你的包裹(尾號${t.waybillTail})仍在${t.place},取件碼 ${t.code},請盡快領取,費用全免。`,
    },
    subject: {
      arrival: (t) => `【${t.site}】你有包裹,已放入${t.place}`,
      reminder: (t) => `【${t.site}】溫馨提示:包裹仍在${t.place}`,
    },
    opening: {
      arrival: '你好:你的包裹已經送到,請憑取件碼領取。',
      reminder: '你好:你的包裹尚未領取,請於方便時前來領取。',
    },
    details: (t) => [
      `位置:${t.place}`,
      `取件碼:${t.code}`,
      `運單尾號:${t.waybillTail}`,
      `存放期:${t.storageMonths} 個月`,
      '費用:全免',
    ],
    closing: '取件碼只可使用一次,請勿轉發。如需他人代取,可在取件屏幕上產生代取碼。',
  },
  'zh-TW': {
    compartment: (label) => `包裹櫃 ${label} 號格`,
    shelf: (label) => `櫃檯代收架 ${label}`,
    line: {
      arrival: (t) =>
        `${t.site}:您的包裹(末四碼${t.waybillTail})已放入${t.place},取件碼 ${t.code},可免費保管${t.storageMonths}個月。`,
      reminder: (t) => `${t.site}:您的包裹(末四碼${t.waybillTail})還在${t.place},取件碼 ${t.code},請儘早領取,不收費。`,
    },
    subject: {
      arrival: (t) => `【${t.site}】您有包裹,已放入${t.place}`,
      reminder: (t) => `【${t.site}】提醒您:包裹還在${t.place}`,
    },
    opening: {
      arrival: '您好:您的包裹已送達,請憑取件碼領取。',
      reminder: '您好:您的包裹尚未領取,方便時請前來領取。',
    },
    details: (t) => [
      `位置:${t.place}`,
      `取件碼:${t.code}`,
      `託運單號末四碼:${t.waybillTail}`,
      `保管期限:${t.storageMonths} 個月`,
      '費用:免費',
    ],
    closing: '取件碼僅能使用一次,請勿轉傳。若請人代領,可在取件螢幕上產生代領碼。',
  },
  en: {
    compartment: (label) => `locker ${label}`,
    shelf: (label) => `front desk shelf ${label}`,
    line: {
      arrival: (t) =>
        `${t.site}: your parcel (waybill ends ${t.waybillTail}) is in ${t.place}. Pickup code ${t.code}. Kept ${monthsOf(t)}, no fee.`,
      reminder: (t) =>
        `${t.site}: your parcel (waybill ends ${t.waybillTail}) is still in ${t.place}. Pickup code ${t.code}. Please collect it soon; no fee.`,
    },
    subject: {
      arrival: (t) => `${t.site}: a parcel for you is in ${t.place}`,
      reminder: (t) => `${t.site}: your parcel is still in ${t.place}`,
    },
    opening: {
      arrival: 'Hello, a parcel has arrived for you. Collect it with your pickup code.',
      reminder: 'Hello, your parcel has not been collected yet. Please come by when it suits you.',
    },
    details: (t) => [
      `Where: ${t.place}`,
      `Pickup code: ${t.code}`,
      `Waybill ends: ${t.waybillTail}`,
      `Kept for: ${monthsOf(t)}`,
      'Fee: none',
    ],
    closing:
      'The code works once; please do not pass it on. For someone else to collect, make a proxy code at the kiosk.',
  },
};

const monthsOf = ({ storageMonths }: Told): string => (storageMonths === 1 ? '1 month' : `${storageMonths} months`);

export interface NoticeText {
  place: string;
  /** With a usual title of the site at most 70 characters in Chinese, 160 in English: one message of the phone network. */
  line: string;
  subject: string;
  mail: string;
}

/** The notice in one language. Nothing in it is secret but the code, which the subject leaves out. */
export const noticeText = (language: Language, kind: Kind, facts: NoticeFacts): NoticeText => {
  const speech = words[language];
  const { kind: placeKind, label } = facts.place;
  const place = placeKind === 'shelf' ? speech.shelf(label) : speech.compartment(label);
  const told = { ...facts, place };
  const paragraphs = [[speech.opening[kind]], speech.details(told), [speech.closing, facts.site]];
  return {
    place,
    line: speech.line[kind](told),
    subject: speech.subject[kind](told),
    mail: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
  };
};
