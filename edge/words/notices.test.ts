// What a notice must and must not say, in every language.
import assert from 'node:assert/strict';
import { language } from '../contract/ids.ts';
import { type NoticeFacts, noticeText } from './notices.ts';

const facts: NoticeFacts = {
  site: '阳光花园一期',
  place: { kind: 'compartment', label: 'A07' },
  code: '123 456 782',
  carrier: '顺丰',
  waybillTail: '9K4Z',
  storageMonths: 1,
};
const shelved: NoticeFacts = { ...facts, place: { kind: 'shelf', label: 'S03' } };
const kinds = ['arrival', 'reminder'] as const;

describe('the words of a notice', () => {
  for (const speech of language.options) {
    for (const kind of kinds) {
      it(`name site, place, code and the last four of the waybill (${speech}, ${kind})`, () => {
        for (const [where, label] of [
          [facts, 'A07'],
          [shelved, 'S03'],
        ] as const) {
          const { line, mail, place } = noticeText(speech, kind, where);
          for (const text of [line, mail])
            for (const part of [facts.site, label, place, facts.code, facts.waybillTail])
              assert.ok(text.includes(part));
        }
      });

      it(`keep the code off lock screens (${speech}, ${kind})`, () => {
        const { subject } = noticeText(speech, kind, facts);
        assert.ok(!subject.includes(facts.code));
        assert.ok(subject.includes('A07'));
      });

      it(`fit into one message of the phone network (${speech}, ${kind})`, () => {
        const most = speech === 'en' ? 160 : 70;
        for (const where of [facts, shelved]) {
          const { line } = noticeText(speech, kind, where);
          assert.ok(line.length <= most, `${line.length}: ${line}`);
          assert.ok(!line.includes('\n'));
        }
      });
    }
  }

  it('tell term and fee at the first notice', () => {
    const told = {
      'zh-CN': /保管期1个月,不收费/,
      'zh-HK': /可存放1個月,費用全免/,
      'zh-TW': /可免費保管1個月/,
      en: /Kept 1 month, no fee/,
    };
    for (const speech of language.options) assert.match(noticeText(speech, 'arrival', facts).line, told[speech]);
  });

  it('call the places by the names people see', () => {
    assert.equal(noticeText('zh-CN', 'arrival', facts).place, '快递柜 A07 格口');
    assert.equal(noticeText('zh-CN', 'arrival', shelved).place, '前台代存架 S03');
    assert.match(noticeText('zh-HK', 'arrival', facts).place, /^智能櫃/);
    assert.match(noticeText('zh-TW', 'arrival', facts).place, /^包裹櫃/);
  });
});
