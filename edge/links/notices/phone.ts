// Phone numbers as people write them, brought into the two forms that gateways take.

export interface PhoneForms {
  /** Without the site's own country code; numbers of other countries keep theirs, with "+". */
  national: string;
  e164: string;
}

const clean = (phone: string): string => phone.replace(/[\s().\-‐-―]/g, '').replace(/^00/, '+');

export const isPhone = (phone: string): boolean => /^\+?[0-9]{5,15}$/.test(clean(phone));

/** For a number that `isPhone`. `countryCode` is digits, for numbers written without one. */
export const phoneForms = (phone: string, countryCode: string): PhoneForms => {
  const text = clean(phone);
  const prefix = `+${countryCode}`;
  if (!text.startsWith('+')) return { national: text, e164: `${prefix}${text}` };
  return { national: text.startsWith(prefix) ? text.slice(prefix.length) : text, e164: text };
};
