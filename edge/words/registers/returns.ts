// The register of returns 「退件登记」: what went back to the post office or its carrier, each list signed once by the carrier's person [M5, M6].
import { addressee, carrier, kindOfItem, numbered, receivedAt, room, waybill } from './columns.ts';
import { inWords, type Register } from './register.ts';

export const returnsRegister: Register = {
  id: 'returns',
  title: inWords('退件登记', '退件登記', '退件登記', 'Register of returns'),
  form: null,
  source: '外财 5.3.3 E; 项财 5.3.5',
  facts: ['ItemReturned', 'ItemRefused', 'ItemUndeliverable', 'PublicNoticePosted', 'DataErased'],
  columns: [
    numbered,
    {
      key: 'returned-at',
      label: inWords('退回时间', '退回時間', '退回時間', 'Returned'),
      parts: [{ path: 'returned.at', as: 'minute' }],
      width: 16,
      source: '外财 5.3.3 E',
    },
    {
      key: 'list',
      label: inWords('退件清单', '退件清單', '退件清單', 'List'),
      parts: [{ path: 'returned.list', as: 'text' }],
      width: 10,
      source: '外财 5.3.3 E',
    },
    kindOfItem,
    carrier,
    waybill,
    addressee,
    room,
    receivedAt,
    {
      key: 'reason',
      label: inWords('退回原因', '退回原因', '退回原因', 'Reason'),
      parts: [
        { path: 'returned.reason', as: 'returned' },
        { path: 'undeliverable.reason', as: 'undeliverable' },
      ],
      width: 20,
      source: '外财 5.3.3 E; 项财 5.3.5',
    },
    {
      key: 'notice-posted',
      label: inWords('公告日期', '公告日期', '公告日期', 'Public notice'),
      parts: [{ path: 'noticePostedAt', as: 'day' }],
      width: 12,
      source: '项财 5.3.5',
    },
    {
      key: 'returned-by',
      label: inWords('经办人', '經手人', '經手人', 'Handed over by'),
      parts: [{ path: 'returned.by', as: 'text' }],
      width: 10,
      source: '外财 5.3.3 A, E',
    },
    {
      key: 'person',
      label: inWords('邮局 / 快递人员', '郵局 / 速遞員', '郵局 / 宅配人員', 'Carrier’s person'),
      parts: [{ path: 'returned.person', as: 'text' }],
      width: 14,
      source: '外财 5.3.3 E',
    },
    {
      key: 'signature',
      label: inWords('签字', '簽署', '簽名', 'Signature'),
      parts: [{ path: 'returned.signature', as: 'signature' }],
      width: 14,
      source: '外财 5.3.3 E',
    },
  ],
};
