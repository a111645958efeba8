// Pickup codes and QR tokens derived from a credential, and the keyed lookups by which typed, scanned and read values are found again.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { checkDigit } from './damm.ts';
import type { Keys } from './keys.ts';

/** The key that derives codes: who has it can recompute every code. */
export type CodeKeys = Pick<Keys, 'codeKey'>;
/** The key that finds codes: who has it can test a guess but not make a code. */
export type LookupKeys = Pick<Keys, 'lookupKey'>;

const qrPrefix = 'MF1.';
/** RFC 4648: upper case and digits only, so that a QR symbol stores it densely and a scanner's caps-lock cannot change it. */
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const qrCharacters = 26;

const codeSpace = 100_000_000;
/** The largest multiple of the code space in 32 bits: words at or above it would favour small codes and are passed over. */
const unbiasedBelow = Math.floor(2 ** 32 / codeSpace) * codeSpace;

/** HMAC-SHA-256 over parts joined by NUL, which none of them contains: no two lists of parts are the same message. */
const hmac = (key: Buffer, ...parts: (string | number)[]): Buffer =>
  createHmac('sha256', key).update(parts.join('\0')).digest();

const unbiasedDigits = ({ codeKey }: CodeKeys, credentialId: string, issue: number): string => {
  for (let round = 0; ; round++) {
    const bytes = hmac(codeKey, 'code', credentialId, issue, round);
    for (let at = 0; at < bytes.length; at += 4) {
      const word = bytes.readUInt32BE(at);
      if (word < unbiasedBelow) return String(word % codeSpace).padStart(8, '0');
    }
  }
};

/** Nine digits: eight unpredictable ones and their check digit. The same credential and issue give the same code for ever [safety: codes 1]. */
export const pickupCode = (keys: CodeKeys, credentialId: string, issue: number): string => {
  const digits = unbiasedDigits(keys, credentialId, issue);
  return digits + checkDigit(digits);
};

/** `MF1.` and 26 characters of 5 bits each: 130 unpredictable bits [safety: codes 1]. */
export const qrToken = ({ codeKey }: CodeKeys, credentialId: string, issue: number): string => {
  const bytes = hmac(codeKey, 'qr', credentialId, issue);
  // 256 is a multiple of 32: each byte gives one character without favour.
  return qrPrefix + Array.from(bytes.subarray(0, qrCharacters), (byte) => base32[byte % 32]).join('');
};

export type Way = 'code' | 'qr' | 'card';
/** Also staff are found again: `name` to sign in with, `invitation` the token of a one-time link. */
export type Sought = Way | 'name' | 'invitation';

/** Full-width digits, as a Chinese keyboard types them, become plain ones; what people put between groups of digits goes. */
const normalised = (way: Sought, value: string): string => {
  const plain = value.normalize('NFKC').trim();
  switch (way) {
    case 'code':
      return plain.replaceAll(/[\s-]/g, '');
    case 'qr':
      return plain.toUpperCase();
    case 'name':
      return plain.toLowerCase();
    case 'invitation':
      return value;
    case 'card':
      return plain.replaceAll(/[\s:-]/g, '').toUpperCase();
  }
};

/** The value under which a credential is stored and found: HMAC-SHA-256 in lower-case hex, exact match only [safety: codes 6, 7]. */
export const lookup = ({ lookupKey }: LookupKeys, way: Sought, value: string): string =>
  hmac(lookupKey, way, normalised(way, value).replaceAll('\0', '')).toString('hex');

/** True for nine digits, however grouped, whose last one fits: anything else is a slip of the finger and not an attempt [safety: codes 2]. */
export const hasValidCheckDigit = (code: string): boolean => {
  const digits = normalised('code', code);
  return /^[0-9]{9}$/.test(digits) && checkDigit(digits.slice(0, 8)) === digits[8];
};

/** `123456789` → `123 456 789`, as it is shown and sent. */
export const formatCode = (code: string): string => code.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');

/** 128 random bits, hex: stored beside personal data and erased with it, so that its digest in the ledger tells nothing. */
export const salt = (): string => randomBytes(16).toString('hex');

/** SHA-256, hex, of personal data with its salt; the order in which fields were written does not matter. */
export const digestOf = (personal: object, withSalt: string): string => {
  const fields = Object.entries(personal).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(withSalt).update('\0').update(JSON.stringify(fields)).digest('hex');
};
