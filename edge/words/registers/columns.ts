// Columns that several registers share.
import { type Column, inWords } from './register.ts';

export const numbered: Column = {
  key: 'n',
  label: inWords('序号', '序號', '序號', 'No.'),
  parts: [{ path: 'n', as: 'text' }],
  width: 5,
  source: '外财 5.3.3 B',
};
export const receivedAt: Column = {
  key: 'received-at',
  label: inWords('签收时间', '簽收時間', '簽收時間', 'Received'),
  parts: [{ path: 'receivedAt', as: 'minute' }],
  width: 16,
  source: '外财 5.3.3 B',
};
export const kindOfItem: Column = {
  key: 'kind',
  label: inWords('类别', '類別', '類別', 'Kind'),
  parts: [{ path: 'kind', as: 'kind' }],
  width: 7,
  source: '项财 5.3.2, 5.3.3',
};
export const carrier: Column = {
  key: 'carrier',
  label: inWords('承运单位', '承運公司', '運送業者', 'Carrier'),
  parts: [{ path: 'carrier', as: 'text' }],
  width: 9,
  source: '项财 5.3.3',
};
export const waybill: Column = {
  key: 'waybill',
  label: inWords('单号', '單號', '單號', 'Number'),
  parts: [{ path: 'waybill', as: 'text' }],
  width: 18,
  source: '外财 5.3.3 B',
};
export const addressee: Column = {
  key: 'addressee',
  label: inWords('收件人', '收件人', '收件人', 'Addressee'),
  parts: [{ path: 'addressee', as: 'text' }],
  width: 12,
  source: '外财 5.3.3 B',
};
export const room: Column = {
  key: 'room',
  label: inWords('房号', '單位', '戶號', 'Room'),
  parts: [{ path: 'room', as: 'text' }],
  width: 10,
  source: '外财 5.3.3 B',
};
export const receivedBy: Column = {
  key: 'received-by',
  label: inWords('接收人', '接收人', '接收人', 'Received by'),
  parts: [{ path: 'receivedBy', as: 'text' }],
  width: 10,
  source: '外财 5.3.3 A; 项财 5.3.3',
};
