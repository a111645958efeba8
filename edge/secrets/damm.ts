// The Damm check digit: finds every single wrong digit and every swap of two neighbours [safety: codes 1].

/** H. M. Damm's totally anti-symmetric quasigroup of order 10 (2004); row = digit so far, column = next digit. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** The digit to append to `digits` (0–9 only; others throw). */
export const checkDigit = (digits: string): string => {
  let interim = 0;
  for (const digit of digits) {
    const next = /^[0-9]$/.test(digit) ? quasigroup[interim]?.[Number(digit)] : undefined;
    if (next === undefined) throw new Error('a check digit is made of digits only');
    interim = Number(next);
  }
  return String(interim);
};
