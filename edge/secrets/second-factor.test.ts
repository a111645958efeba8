// Six digits of an authenticator app: the standard's own, near their time, and once.
import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import { factorAddress, factorStep, makeFactorSecret, openUsedSteps } from './second-factor.ts';

/** The key of RFC 6238's appendix B, whose digits are given to eight places; six are their end. */
const secret = Secret.fromLatin1('12345678901234567890').base32;

describe('the second factor', () => {
  it('takes the digits of the standard’s own vectors', () => {
    for (const [seconds, digits] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [20_000_000_000, '353130'],
    ] as const)
      assert.equal(factorStep(secret, digits, seconds * 1_000), Math.floor(seconds / 30));
  });

  it('takes digits of one step before and after, and no others', () => {
    const now = 1_800_000_000_000;
    const at = (steps: number): string =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });
    const taken = [-2, -1, 0, 1, 2].map((steps) => factorStep(secret, at(steps), now));
    const step = now / 30_000;
    assert.deepEqual(taken, [undefined, step - 1, step, step + 1, undefined]);
    assert.equal(factorStep(secret, '000000', now), undefined);
  });

  it('takes a step once, and none before it', () => {
    const used = openUsedSteps(0);
    assert.deepEqual(
      [used.take('a', 100), used.take('a', 100), used.take('a', 99), used.take('b', 100), used.take('a', 101)],
      [true, false, false, true, true],
    );
  });

  it('takes no step that may have been used before the run began', () => {
    const used = openUsedSteps(300 * 30_000 + 5);
    assert.deepEqual([used.take('a', 300), used.take('a', 301)], [false, true]);
  });

  it('has a key of 160 random bits that an app can scan', () => {
    assert.match(makeFactorSecret(), /^[A-Z2-7]{32}$/);
    assert.notEqual(makeFactorSecret(), makeFactorSecret());
    const address = new URL(factorAddress(secret, '门房 桃源里'));
    assert.deepEqual([address.protocol, address.searchParams.get('secret')], ['otpauth:', secret]);
    assert.deepEqual([address.searchParams.get('digits'), address.searchParams.get('period')], ['6', '30']);
  });
});
