// A writer of DER, the bytes of ASN.1, for the few types that a certificate is made of [X.690].

/** Universal tags [X.690 8], constructed bit included where the type has parts. */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Definite length, in as few octets as possible [X.690 10.1]. */
const lengthOctets = (length: number): number[] => {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 + octets.length, ...octets];
};

const element = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOctets(content.length)), content]);
};

export const sequence = (...parts: Uint8Array[]): Buffer => element(tags.sequence, ...parts);
export const set = (...parts: Uint8Array[]): Buffer => element(tags.set, ...parts);
export const octetString = (bytes: Uint8Array): Buffer => element(tags.octetString, bytes);
export const utf8String = (text: string): Buffer => element(tags.utf8String, Buffer.from(text));
export const isTrue = element(tags.boolean, Uint8Array.of(0xff));

/** A whole number ≥ 0 in big-endian bytes that do not begin with a zero octet [X.690 8.3.2]. */
export const integer = (...bytes: number[]): Buffer =>
  element(tags.integer, Uint8Array.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes));

/** `unusedBits` counts the bits at the end of the last octet that do not belong to the string [X.690 8.6.2]. */
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer =>
  element(tags.bitString, Uint8Array.of(unusedBits), bytes);

const base128 = (arc: number): number[] => {
  const septets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) septets.unshift(0x80 + (rest % 128));
  return septets;
};

/** An object identifier from its dotted form; the first two arcs share an octet [X.690 8.19.4]. */
export const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.oid, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));
};

/** `YYMMDDHHMMSSZ`: years 1950 to 2049 [RFC 5280 4.1.2.5.1]. */
export const utcTime = (digits: string): Buffer => element(tags.utcTime, Buffer.from(digits));
/** `YYYYMMDDHHMMSSZ` [RFC 5280 4.1.2.5.2]. */
export const generalizedTime = (digits: string): Buffer => element(tags.generalizedTime, Buffer.from(digits));

/** `[number] EXPLICIT`: a context tag around a whole element. */
export const explicit = (number: number, part: Uint8Array): Buffer => element(0xa0 + number, part);
/** `[number] IMPLICIT` of a type without parts: a context tag in place of its own. */
export const implicit = (number: number, content: Uint8Array): Buffer => element(0x80 + number, content);
