// Four languages, each written by itself.
import assert from 'node:assert/strict';
import { countdown, dictionary, inThrees, isLanguage, languages } from './dictionary.ts';

/** Every text of a dictionary; functions are called with a sample. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return texts(value(3));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

describe('the words of the kiosk', () => {
  for (const language of languages) {
    it(`are all there in ${language}`, () => {
      const said = texts(dictionary[language]);
      assert.ok(said.length > 150);
      assert.deepEqual(
        said.filter((text) => text.trim() === ''),
        [],
      );
    });
  }

  it('are Chinese in Chinese and English in English', () => {
    assert.deepEqual(
      texts(dictionary.en).filter((text) => /\p{Script=Han}/u.test(text)),
      [],
    );
    for (const language of ['zh-CN', 'zh-HK', 'zh-TW'] as const) {
      const known = /QR Code|^ · $|^123$/;
      const foreign = texts(dictionary[language]).filter((text) => !/\p{Script=Han}/u.test(text) && !known.test(text));
      assert.deepEqual(foreign, [], language);
    }
  });

  it('are punctuated as Chinese is', () => {
    for (const language of ['zh-CN', 'zh-HK', 'zh-TW'] as const) {
      assert.deepEqual(
        texts(dictionary[language]).filter((text) => /\p{Script=Han}[,;?()]/u.test(text)),
        [],
      );
    }
  });

  it('are written for their place, not converted', () => {
    const all = (language: 'zh-CN' | 'zh-HK' | 'zh-TW'): string => texts(dictionary[language]).join('');
    assert.match(all('zh-HK'), /保安員/);
    assert.match(all('zh-HK'), /智能櫃/);
    assert.match(all('zh-TW'), /管理員/);
    assert.match(all('zh-TW'), /包裹櫃/);
    assert.doesNotMatch(all('zh-TW'), /智能櫃|保安員|二維碼|屏幕/);
    assert.doesNotMatch(all('zh-HK') + all('zh-TW'), /[门关开进这请个时码录发]/);
  });

  it('give codes in threes and waits in minutes', () => {
    assert.equal(inThrees('482913760'), '482 913 760');
    assert.equal(countdown(245), '4:05');
  });

  it('know a language by its own name only', () => {
    assert.equal(isLanguage('zh-HK'), true);
    assert.equal(isLanguage('toString'), false);
    assert.equal(isLanguage(null), false);
  });
});
