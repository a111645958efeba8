// From a notice that is due to the message that its carriers are given.
import { formatCode } from '../../secrets/codes.ts';
import { carrierOf } from '../../words/carriers.ts';
import { noticeText } from '../../words/notices.ts';
import type { Contact, Message } from './carrier.ts';
import type { DueNotice } from './due.ts';
import { noticeId } from './notice-id.ts';

/** How long an unclaimed parcel is kept before its public notice [项财 5.3.5]. */
const storageMonths = 1;

export interface PickupCode {
  /** Nine digits. */
  code: string;
  /** Text to put into a QR picture. */
  qr: string;
}

export interface Delivery {
  contact: Contact;
  pickup: PickupCode;
  siteTitle: string;
}

/** A title or waybill with a line break in it must not begin a line of its own in a message. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** In the person's language, or the site's own, which is that of mainland China. */
export const messageOf = (notice: DueNotice, { contact, pickup, siteTitle }: Delivery): Message => {
  const { kind, parcel } = notice;
  const language = contact.language ?? 'zh-CN';
  const facts = {
    site: oneLine(siteTitle),
    place: parcel.place,
    code: formatCode(pickup.code),
    carrier: parcel.carrier ?? carrierOf(parcel.waybill),
    waybillTail: oneLine(parcel.waybill.slice(-4)),
    storageMonths,
  };
  const { place, line, subject, mail } = noticeText(language, kind, facts);
  return {
    id: noticeId(notice),
    kind,
    holdId: parcel.id,
    personId: parcel.personId,
    to: contact,
    language,
    site: facts.site,
    place,
    placeLabel: parcel.place.label,
    waybillTail: facts.waybillTail,
    code: facts.code,
    qr: pickup.qr,
    text: line,
    mail: { subject, text: mail },
  };
};
