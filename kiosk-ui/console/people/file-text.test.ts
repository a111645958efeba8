// Files as office programs save them: bytes written down once, for Node has no encoder of these.
import assert from 'node:assert/strict';
import { readText } from './file-text.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
/** 角色,姓名 */
const gbk = bytes('bdc7c9ab2cd0d5c3fb');
/** 身分,姓名 */
const big5 = bytes('a8ada4c02ca96da657');

describe('the text of a file', () => {
  it('is UTF-8 when it can be', () => {
    assert.deepEqual(readText(new TextEncoder().encode('角色,姓名'), 'zh-TW'), {
      text: '角色,姓名',
      encoding: 'UTF-8',
    });
  });

  it('is GBK or Big5 by its headings, whatever the desk speaks', () => {
    for (const language of ['zh-CN', 'zh-HK', 'zh-TW', 'en'] as const) {
      assert.deepEqual(readText(gbk, language), { text: '角色,姓名', encoding: 'GBK' });
      assert.deepEqual(readText(big5, language), { text: '身分,姓名', encoding: 'Big5' });
    }
  });

  it('is that of the place when the headings do not tell', () => {
    const wang = bytes('b6ca');
    assert.equal(readText(wang, 'zh-CN')?.encoding, 'GBK');
    assert.equal(readText(wang, 'zh-TW')?.encoding, 'Big5');
  });

  it('is nothing when no encoding fits', () => {
    assert.equal(readText(bytes('817f'), 'zh-CN'), null);
  });
});
