// Fields of a register: coded values in words, clauses that only stand when something is there, and what erasure leaves.
import assert from 'node:assert/strict';
import { openSiteTime } from '../site-time.ts';
import { cellOf, erased, type RegisterRecord } from './cell.ts';
import { type Column, inWords, type Part } from './register.ts';

const time = openSiteTime('Asia/Shanghai');
const at = Date.UTC(2026, 10, 21, 6, 5);
const column = (...parts: [Part, ...Part[]]): Column => ({
  key: 'k',
  label: inWords('列', '列', '列', 'column'),
  parts,
  width: 10,
  source: '外财 5.3.3',
});
const written = (one: Column, record: RegisterRecord, language: 'zh-CN' | 'en' = 'zh-CN') =>
  cellOf(one, record, { language, time });

const remarks = column(
  { path: 'undeliverable.reason', as: 'undeliverable' },
  { path: 'returned.at', as: 'minute', label: inWords('退回', '退回', '退回', 'returned') },
  { path: 'returned.person', as: 'text', label: inWords('接收人', '接收人', '接收人', 'taken by') },
);

describe('a field of a register', () => {
  it('says coded values in words, one clause after another', () => {
    const record = { undeliverable: { reason: 'moved-away' }, returned: { at, person: '李四' } };
    assert.equal(written(remarks, record).text, '收件人已搬离；退回 2026-11-21 14:05；接收人 李四');
    assert.equal(written(remarks, record, 'en').text, 'Moved away; returned 2026-11-21 14:05; taken by 李四');
  });

  it('says nothing of what has not happened', () => {
    assert.equal(written(remarks, { undeliverable: null, returned: null }).text, '');
    assert.equal(written(remarks, {}).text, '');
  });

  it('keeps the place of what was erased, and nothing of its content', () => {
    assert.equal(
      written(remarks, { returned: { at, person: erased } }).text,
      '退回 2026-11-21 14:05；接收人 已按保存期限清除',
    );
    const signature = column({ path: 'signature', as: 'signature' });
    assert.deepEqual(written(signature, { signature: erased }), { kind: 'text', text: '已按保存期限清除' });
  });

  it('keeps a signature as its strokes, with a word for where no picture can stand', () => {
    const strokes = [[1, 2, 3, 4]];
    const cell = written(column({ path: 'signature', as: 'signature' }), { signature: { strokes } }, 'en');
    assert.deepEqual(cell, { kind: 'signature', text: 'Signed', strokes });
  });

  it('keeps a time that stands alone as a time on the site’s clock', () => {
    const cell = written(column({ path: 'at', as: 'minute' }), { at });
    assert.deepEqual(cell, {
      kind: 'time',
      text: '2026-11-21 14:05',
      at: Date.UTC(2026, 10, 21, 14, 5),
      precision: 'minute',
    });
    assert.equal(written(column({ path: 'at', as: 'day' }), { at }).text, '2026-11-21');
  });

  it('does not reach into what every object has', () => {
    assert.equal(written(column({ path: 'constructor.name', as: 'text' }), {}).text, '');
    assert.equal(written(column({ path: 'kind', as: 'kind' }), { kind: 'constructor' }).text, 'constructor');
  });

  it('refuses data that points at a whole branch', () => {
    assert.throws(() => written(column({ path: 'returned', as: 'text' }), { returned: { at } }), /whole branch/);
  });
});
