// The signature of a gateway's recipe: each step a digest over a template, named, so that later ones can use it.
import { createHash, createHmac } from 'node:crypto';
import type { Step } from './sms-recipe.ts';
import { asIs, fill } from './template.ts';

const digest = (algorithm: Step['algorithm'], text: string, key: string | Buffer): Buffer => {
  switch (algorithm) {
    case 'plain':
      return Buffer.from(text);
    case 'md5':
    case 'sha256':
      return createHash(algorithm).update(text).digest();
    case 'hmac-sha1':
      return createHmac('sha1', key).update(text).digest();
    case 'hmac-sha256':
      return createHmac('sha256', key).update(text).digest();
  }
};

const encode = (bytes: Buffer, encoding: Step['encoding']): string => {
  switch (encoding) {
    case 'hex':
      return bytes.toString('hex');
    case 'hex-upper':
      return bytes.toString('hex').toUpperCase();
    case 'base64':
      return bytes.toString('base64');
  }
};

/** `values` and the result of every step. What is signed stands in templates as it is, without escapes. */
export const sign = (steps: Step[], values: ReadonlyMap<string, string>): Map<string, string> => {
  const all = new Map(values);
  const raw = new Map<string, Buffer>();
  for (const { name, algorithm, key = '', over, encoding } of steps) {
    const secret = typeof key === 'string' ? fill(key, all, asIs) : (raw.get(key.step) ?? '');
    const bytes = digest(algorithm, fill(over, all, asIs), secret);
    raw.set(name, bytes);
    all.set(name, encode(bytes, encoding));
  }
  return all;
};
