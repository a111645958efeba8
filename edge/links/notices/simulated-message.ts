// A message for the tests of carriers; what it holds is invented.
import type { Message } from './carrier.ts';

export const simulatedMessage = (change: Partial<Message> = {}): Message => ({
  id: '0199f0a0-0000-8000-8000-00000000000a',
  kind: 'arrival',
  holdId: '0199f0a0-0000-7000-8000-000000000001',
  personId: '0199f0a0-0000-7000-8000-000000000002',
  to: { phone: '138 0013 8000', email: 'owner@example.org' },
  language: 'zh-CN',
  site: '阳光花园',
  place: '快递柜 A07 格口',
  placeLabel: 'A07',
  waybillTail: '7890',
  code: '123 456 782',
  qr: 'simulated-qr-text',
  text: '阳光花园:您的快递已放入快递柜 A07 格口,取件码 123 456 782。',
  mail: { subject: '您有一件快递', text: '取件码:123 456 782' },
  ...change,
});
