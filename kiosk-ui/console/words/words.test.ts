// Every section of the console's words, whoever wrote it: all there in four languages, each written for its place.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../contract.ts';
import { languages } from './frame.ts';
import type { Section } from './section.ts';

interface Text {
  path: string;
  text: string;
}

/** Every text below a value; functions are called with samples. */
const texts = (value: unknown, path: string): Text[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return texts(value(3, 3, 3), `${path}()`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`));
};

const isSection = (value: unknown): value is Section<unknown> =>
  typeof value === 'object' && value !== null && languages.every((language) => Object.hasOwn(value, language));

const sections = new Map<string, Section<unknown>>();
for (const name of readdirSync(import.meta.dirname).filter((one) => /^[a-z-]+\.ts$/.test(one))) {
  const exported: Record<string, unknown> = await import(join(import.meta.dirname, name));
  for (const [key, value] of Object.entries(exported)) if (isSection(value)) sections.set(`${name} ${key}`, value);
}
const said = (language: Language): Text[] => [...sections].flatMap(([name, section]) => texts(section[language], name));
const listOf = (found: Text[]): string[] => found.map(({ path, text }) => `${path}: ${text}`);
/** Firms are called as they write themselves, and each place has its own. */
const isFirm = ({ path }: Text): boolean => /\.(carriers\.\d+|postOffice)$/.test(path);
const chinese = ['zh-CN', 'zh-HK', 'zh-TW'] as const;

describe('the words of the console', () => {
  it('stand in sections, the frame’s among them', () => {
    assert.ok([...sections.keys()].includes('frame.ts frameWords'));
    assert.ok(sections.size >= 3);
  });

  it('are the same in each language, and none is empty', () => {
    const places = (language: Language): string[] =>
      said(language)
        .filter((one) => !isFirm(one))
        .map(({ path }) => path)
        .sort();
    for (const language of languages) assert.deepEqual(places(language), places('zh-CN'), language);
    for (const language of languages)
      assert.deepEqual(listOf(said(language).filter(({ text }) => text.trim() === '')), [], language);
  });

  it('are English in English', () => {
    assert.deepEqual(listOf(said('en').filter((one) => !isFirm(one) && /\p{Script=Han}/u.test(one.text))), []);
  });

  it('have no English sentence in Chinese', () => {
    for (const language of chinese)
      assert.deepEqual(
        listOf(
          said(language).filter(
            ({ text }) => /[a-z]{3,} [a-z]{3,}/i.test(text) && !/QR Code|Delete|CSV UTF/.test(text),
          ),
        ),
        [],
      );
  });

  it('are punctuated as Chinese is', () => {
    for (const language of chinese)
      assert.deepEqual(listOf(said(language).filter(({ text }) => /\p{Script=Han}[,;?!()]/u.test(text))), [], language);
  });

  it('are written for their place, not converted', () => {
    for (const language of ['zh-HK', 'zh-TW'] as const)
      assert.deepEqual(
        listOf(said(language).filter(({ text }) => /[门关开进这请个时码录发动为说]/.test(text))),
        [],
        language,
      );
    assert.deepEqual(listOf(said('zh-TW').filter(({ text }) => /智能櫃|保安員|二維碼|屏幕|默認|信息/.test(text))), []);
    assert.deepEqual(listOf(said('zh-HK').filter(({ text }) => /包裹櫃|櫃檯|屏幕|滑鼠標/.test(text))), []);
  });
});
