// The text of a file as office programs save it: UTF-8, or the old encoding of the place.
import type { Language } from '../contract.ts';

export const oldEncodings = ['GBK', 'Big5'] as const;
export type Encoding = 'UTF-8' | (typeof oldEncodings)[number];

const decode = (bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** A heading that lists of people have in every kind of Chinese. */
const looksRight = (text: string): boolean => (text.split('\n', 1)[0] ?? '').includes('姓名');

/**
 * The text and how it was read; null when no encoding fits. Most bytes are text in both old encodings: the one in which the headings make sense is taken,
 * else that of the place where the desk's language is spoken.
 */
export const readText = (
  bytes: Uint8Array<ArrayBuffer>,
  language: Language,
): { text: string; encoding: Encoding } | null => {
  const plain = decode(bytes, 'UTF-8');
  if (plain !== null) return { text: plain, encoding: 'UTF-8' };
  const order = language === 'zh-HK' || language === 'zh-TW' ? oldEncodings.toReversed() : oldEncodings;
  const read = order.flatMap((encoding) => {
    const text = decode(bytes, encoding);
    return text === null ? [] : [{ text, encoding }];
  });
  return read.find(({ text }) => looksRight(text)) ?? read[0] ?? null;
};
