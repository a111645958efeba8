// What becomes of a notice that is due, and of odd words in it.
import assert from 'node:assert/strict';
import { id as idSchema } from '../../contract/ids.ts';
import type { DueNotice } from './due.ts';
import { messageOf } from './message.ts';
import { attemptId, noticeId } from './notice-id.ts';

const unsent = { sent: 0, attempts: 0, lastAt: null };
const notice: DueNotice = {
  parcel: {
    id: '0199f0a0-0000-7000-8000-000000000001',
    personId: '0199f0a0-0000-7000-8000-000000000002',
    carrier: null,
    quiet: null,
    waybill: 'SF1234567890',
    place: { kind: 'compartment', label: 'A07' },
    placedAt: 0,
    notices: { arrival: unsent, reminder: unsent },
  },
  kind: 'arrival',
  series: 0,
  attempt: 1,
  at: 0,
};
const pickup = { code: '123456782', qr: 'qr-text' };

describe('a message', () => {
  it('tells place, code in groups, term and fee', () => {
    const { text, code, place } = messageOf(notice, { contact: {}, pickup, siteTitle: '阳光花园' });
    assert.equal(code, '123 456 782');
    assert.equal(place, '快递柜 A07 格口');
    assert.equal(text, '阳光花园:您的顺丰快递(尾号7890)已放入快递柜 A07 格口,取件码 123 456 782,保管期1个月,不收费。');
  });

  it('speaks the language of its recipient', () => {
    const { text, language } = messageOf(notice, { contact: { language: 'en' }, pickup, siteTitle: 'Sunny' });
    assert.equal(language, 'en');
    assert.match(text, /^Sunny: your parcel/);
  });

  it('begins no line that a title smuggles in', () => {
    const siteTitle = 'Sunny\r\nBcc: someone\u2028x\u0000';
    const { text, mail, site } = messageOf(notice, { contact: {}, pickup, siteTitle });
    assert.equal(site, 'Sunny Bcc: someone x');
    assert.ok(!/[\r\n]/.test(text + mail.subject));
  });
});

describe('the ids of a notice', () => {
  const again = { ...notice, parcel: { ...notice.parcel } };
  const changed: [string, DueNotice][] = [
    ['kind', { ...notice, kind: 'reminder' }],
    ['series', { ...notice, series: 1 }],
    ['attempt', { ...notice, attempt: 2 }],
    ['parcel', { ...notice, parcel: { ...notice.parcel, id: notice.parcel.personId } }],
  ];

  it('are UUIDs, and the same whenever they are computed', () => {
    assert.equal(attemptId(again), attemptId(notice));
    assert.equal(noticeId(again), noticeId(notice));
    for (const one of [attemptId(notice), noticeId(notice)]) assert.equal(idSchema.parse(one), one);
  });

  for (const [name, other] of changed) {
    it(`tell one ${name} from another`, () => assert.notEqual(attemptId(other), attemptId(notice)));
  }

  it('let a receiver know a notice again at its next attempt', () => {
    const second: DueNotice = { ...notice, attempt: 2 };
    assert.equal(noticeId(second), noticeId(notice));
    assert.notEqual(noticeId({ ...notice, series: 1 }), noticeId(notice));
  });
});
