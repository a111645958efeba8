// The node's own random keys, made at its first start and kept outside the database.
import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { createSecret, readSecret } from './secret-file.ts';

/** 32 random bytes each. */
export interface Keys {
  /** Pickup codes and QR tokens are derived with it. */
  codeKey: Buffer;
  /** Typed and scanned values are found again by it. */
  lookupKey: Buffer;
  /** Wraps the key of each person's sealed data. */
  personalKey: Buffer;
  /** Signs session cookies. */
  cookieKey: Buffer;
  /** The pepper of staff's passwords: a hash that is carried off without it cannot be guessed at. */
  passwordKey: Buffer;
}

const keyBytes = 32;
const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits')
  .transform((hex) => Buffer.from(hex, 'hex'));
const keysFile = z.strictObject({ codeKey: key, lookupKey: key, personalKey: key, cookieKey: key });

/** Derived, not kept: the file of a node that was made before there were passwords holds it too [RFC 5869]. */
const passwordKeyOf = ({ cookieKey }: Pick<Keys, 'cookieKey'>): Buffer =>
  Buffer.from(hkdfSync('sha256', cookieKey, '', 'menfang password pepper 1', keyBytes));

const makeKey = (): string => randomBytes(keyBytes).toString('hex');
const makeKeys = (): string =>
  `${JSON.stringify({ codeKey: makeKey(), lookupKey: makeKey(), personalKey: makeKey(), cookieKey: makeKey() }, null, 2)}\n`;

const readKeys = (file: string, text: string): Keys => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    // The parser's own message would quote the file, and with it a key.
    if (error instanceof SyntaxError) throw new Error(`${file} is not JSON: restore it from a backup`);
    throw error;
  }
  const parsed = keysFile.safeParse(raw);
  if (parsed.success) return { ...parsed.data, passwordKey: passwordKeyOf(parsed.data) };
  throw new Error(`${file} is damaged: restore it from a backup. ${z.prettifyError(parsed.error)}`);
};

/**
 * The keys in `dir`/node.json, made when there are none. Throws an Error that names file and remedy when the file is damaged or readable by others:
 * new keys in its place would orphan every code and all personal data.
 */
export const openKeys = (dir: string): Keys => {
  const file = join(dir, 'node.json');
  const text = readSecret(file);
  if (text !== undefined) return readKeys(file, text);
  createSecret(file, makeKeys());
  return openKeys(dir);
};
