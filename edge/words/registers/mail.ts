// The mail register 「邮件签收表 / 邮件签收登记表」: what the office receives for its residents, until it is signed for or gone back.
import { addressee, carrier, kindOfItem, numbered, receivedAt, receivedBy, room, waybill } from './columns.ts';
import { inWords, type Register } from './register.ts';

/** Under which name the office keeps it: a setting of the site. */
export type MailForm = '邮件签收表' | '邮件签收登记表';

const forms: Record<MailForm, Pick<Register, 'title' | 'form' | 'source'>> = {
  邮件签收表: {
    title: { 'zh-CN': '邮件签收表', 'zh-HK': '郵件簽收表', 'zh-TW': '郵件簽收表', en: 'Mail receipt register' },
    form: 'WY7.5.4-G01-F3',
    source: '外财 5.3.3',
  },
  邮件签收登记表: {
    title: {
      'zh-CN': '邮件签收登记表',
      'zh-HK': '郵件簽收登記表',
      'zh-TW': '郵件簽收登記表',
      en: 'Mail receipt record',
    },
    // 项财 7 prints 「GO1」 with a letter O; every other form of that series has the figure.
    form: 'WY7.5.4-G01-F1',
    source: '项财 5.3',
  },
};

export const mailRegister = (form: MailForm): Register => ({
  id: 'mail',
  ...forms[form],
  facts: [
    'ItemReceived',
    'ParcelRegistered',
    'ParcelPlaced',
    'OwnerNotified',
    'ItemHandedOver',
    'ParcelCollected',
    'ItemRefused',
    'ItemUndeliverable',
    'PublicNoticePosted',
    'ItemReturned',
    'DisputeSettled',
    'DataErased',
  ],
  columns: [
    numbered,
    receivedAt,
    kindOfItem,
    carrier,
    waybill,
    addressee,
    room,
    {
      key: 'condition',
      label: inWords('外观', '外觀', '外觀', 'Condition'),
      parts: [
        { path: 'condition', as: 'condition' },
        { path: 'damage', as: 'damage' },
        { path: 'photo', as: 'text', label: inWords('照片', '相片', '照片', 'photo') },
      ],
      width: 12,
      source: '项财 5.3.4',
    },
    receivedBy,
    {
      key: 'notified-at',
      label: inWords('通知时间', '通知時間', '通知時間', 'Notified'),
      parts: [{ path: 'notifiedAt', as: 'minute' }],
      width: 16,
      source: '外财 5.3.3 B',
    },
    {
      key: 'taken-at',
      label: inWords('领取时间', '領取時間', '領取時間', 'Picked up'),
      parts: [{ path: 'takenAt', as: 'minute' }],
      width: 16,
      source: '外财 5.3.3 D',
    },
    {
      key: 'identity',
      label: inWords('身份核实', '身份核實', '身分查驗', 'Identity shown'),
      parts: [
        { path: 'taker.to', as: 'taker' },
        { path: 'taker.name', as: 'text' },
        { path: 'taker.identified', as: 'identified' },
        { path: 'taker.document.type', as: 'document' },
        { path: 'taker.document.tail', as: 'text' },
      ],
      width: 20,
      source: '外财 5.3.3 D',
    },
    {
      key: 'signature',
      label: inWords('领取人 / 退件接收人签字', '領取人 / 退件接收人簽署', '領取人 / 退件接收人簽名', 'Signature'),
      parts: [{ path: 'signature', as: 'signature' }],
      width: 14,
      source: '外财 5.3.3 D, E',
    },
    {
      key: 'handed-over-by',
      label: inWords('经办人', '經手人', '經手人', 'Handed over by'),
      parts: [{ path: 'handedOverBy', as: 'text' }],
      width: 10,
      source: '外财 5.3.3 C, D',
    },
    {
      key: 'remarks',
      label: inWords('备注', '備註', '備註', 'Remarks'),
      parts: [
        { path: 'refused.reason', as: 'refused' },
        { path: 'undeliverable.reason', as: 'undeliverable' },
        { path: 'noticePostedAt', as: 'day', label: inWords('公告', '公告', '公告', 'public notice') },
        { path: 'settled.outcome', as: 'settled', label: inWords('核实', '核實', '查證', 'settled') },
        { path: 'returned.at', as: 'minute', label: inWords('退回', '退回', '退回', 'returned') },
        { path: 'returned.reason', as: 'returned' },
        {
          path: 'returned.person',
          as: 'text',
          label: inWords('退件接收人', '退件接收人', '退件接收人', 'taken by'),
        },
      ],
      width: 30,
      source: '外财 5.3.3 E; 项财 5.3.5',
    },
  ],
});
