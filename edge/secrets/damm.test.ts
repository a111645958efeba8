// Which typing errors the check digit finds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDigit } from './damm.ts';

const digits = fc.stringMatching(/^[0-9]{8}$/);
const doses = { numRuns: 60, seed: 1 };
const isValid = (code: string): boolean => checkDigit(code.slice(0, -1)) === code.at(-1);
const replaced = (code: string, at: number, digit: string): string => code.slice(0, at) + digit + code.slice(at + 1);

describe('the check digit', () => {
  it('is 4 for 572, the example of its inventor', () => {
    assert.equal(checkDigit('572'), '4');
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const code = body + checkDigit(body);
        for (let at = 0; at < code.length; at++)
          for (const digit of '0123456789')
            assert.equal(isValid(replaced(code, at, digit)), digit === code[at], `${code} at ${at} with ${digit}`);
      }),
      doses,
    );
  });

  it('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const code = body + checkDigit(body);
        for (let at = 0; at + 1 < code.length; at++) {
          const [one = '', other = ''] = code.slice(at, at + 2);
          const swapped = replaced(replaced(code, at, other), at + 1, one);
          assert.equal(isValid(swapped), one === other, `${code} swapped at ${at}`);
        }
      }),
      doses,
    );
  });

  it('is made of digits only', () => {
    for (const wrong of ['12a4', '１２', '12 3', '-1']) assert.throws(() => checkDigit(wrong), /digits only/);
  });
});
