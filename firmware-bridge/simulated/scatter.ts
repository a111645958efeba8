// Repeatable randomness: the same numbers in give the same number out, so a run with the same seed misbehaves in the same way.

/** Mixes any whole numbers into one of 0 … 2^32 − 1 (32-bit multiply and shift; spread, not secrecy, is wanted). */
export const scatter = (...numbers: readonly number[]): number => {
  let mixed = 0x9e3779b9;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ (number | 0), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
};
