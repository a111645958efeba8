// What a code, a token and a lookup are and are not.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { digestOf, formatCode, hasValidCheckDigit, lookup, pickupCode, qrToken, salt, type Way } from './codes.ts';
import { phoneTailKey, roomKey } from './recipient-keys.ts';

const keys = { codeKey: Buffer.alloc(32, 7), lookupKey: Buffer.alloc(32, 9) };
const otherKeys = { codeKey: Buffer.alloc(32, 8), lookupKey: Buffer.alloc(32, 10) };
const credential = '0192f0c1-2345-7abc-8def-0123456789ab';

describe('a pickup code', () => {
  it('has nine digits with a fitting last one, shown in threes', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(1000), (id, issue) => {
        const code = pickupCode(keys, id, issue);
        assert.match(code, /^[0-9]{9}$/);
        assert.ok(hasValidCheckDigit(code));
        assert.match(formatCode(code), /^\d{3} \d{3} \d{3}$/);
        assert.ok(hasValidCheckDigit(formatCode(code)));
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('is the same for ever for one credential and issue, and another one for the next issue or another node', () => {
    assert.equal(pickupCode(keys, credential, 0), '082716347');
    assert.notEqual(pickupCode(keys, credential, 0), pickupCode(keys, credential, 1));
    assert.notEqual(pickupCode(keys, credential, 0), pickupCode(otherKeys, credential, 0));
  });

  it('favours no digit at any place', () => {
    const rounds = 4000;
    const counts = Array.from({ length: 8 }, () => Array<number>(10).fill(0));
    for (let issue = 0; issue < rounds; issue++)
      [...pickupCode(keys, credential, issue)].slice(0, 8).forEach((digit, place) => {
        const row = counts[place];
        if (row) row[Number(digit)] = (row[Number(digit)] ?? 0) + 1;
      });
    for (const row of counts) {
      const chiSquare = row.reduce((sum, count) => sum + (count - rounds / 10) ** 2 / (rounds / 10), 0);
      // 9 degrees of freedom: a fair source passes 33.7 once in ten thousand; these keys are fixed, so the outcome is too.
      assert.ok(chiSquare < 33.7, `chi-square ${chiSquare}`);
    }
  });

  it('is called mistyped when a digit is missing, strange or wrong', () => {
    const code = pickupCode(keys, credential, 0);
    const wrong = code.slice(0, 8) + String((Number(code[8]) + 1) % 10);
    for (const typed of ['', '------', code.slice(0, 8), `${code}0`, `${code.slice(0, 8)}x`, wrong, '*********'])
      assert.equal(hasValidCheckDigit(typed), false, typed);
  });
});

describe('a QR token', () => {
  it('carries 26 characters of 5 bits behind its prefix, all of which a QR symbol stores densely', () => {
    assert.match(qrToken(keys, credential, 0), /^MF1\.[A-Z2-7]{26}$/);
  });

  it('differs by credential, by issue and by node', () => {
    const tokens = [
      qrToken(keys, credential, 0),
      qrToken(keys, credential, 1),
      qrToken(keys, randomUUID(), 0),
      qrToken(otherKeys, credential, 0),
    ];
    assert.equal(new Set(tokens).size, 4);
  });
});

describe('a lookup', () => {
  it('finds a code however it was grouped or typed, full-width digits too', () => {
    const stored = lookup(keys, 'code', '123456789');
    for (const typed of ['123 456 789', '123-456-789', ' 123456789 ', '１２３４５６７８９'])
      assert.equal(lookup(keys, 'code', typed), stored, typed);
  });

  it('finds a QR token in any case and a card however its bytes are separated', () => {
    assert.equal(lookup(keys, 'qr', 'mf1.abc '), lookup(keys, 'qr', 'MF1.ABC'));
    assert.equal(lookup(keys, 'card', '04:a2:3f'), lookup(keys, 'card', '04A23F'));
  });

  it('is exact: nothing in a value stands for something else', () => {
    const stored = new Set([lookup(keys, 'code', '123456789'), lookup(keys, 'card', '123456789')]);
    for (const way of ['code', 'qr', 'card'] as const satisfies Way[])
      for (const guess of ['', '*', '%', '_________', '12345678_', '123456789%', '------', '.*', '0123456789'])
        assert.ok(!stored.has(lookup(keys, way, guess)), `${way} ${guess}`);
  });

  it('of one value differs by way and by node, and does not tell the value', () => {
    const lookups = [
      lookup(keys, 'code', '123456789'),
      lookup(keys, 'qr', '123456789'),
      lookup(keys, 'card', '123456789'),
      lookup(otherKeys, 'code', '123456789'),
    ];
    assert.equal(new Set(lookups).size, 4);
    for (const digest of lookups) assert.match(digest, /^[0-9a-f]{64}$/);
  });
});

describe('a digest of personal data', () => {
  it('does not depend on the order of fields but on the salt', () => {
    const one = salt();
    assert.match(one, /^[0-9a-f]{32}$/);
    assert.equal(digestOf({ name: '王', phone: '1' }, one), digestOf({ phone: '1', name: '王' }, one));
    assert.notEqual(digestOf({ name: '王' }, one), digestOf({ name: '王' }, salt()));
    assert.notEqual(digestOf({ name: '王' }, one), digestOf({ name: '李' }, one));
  });
});

describe('a recipient', () => {
  it('is matched by room and the last four digits of the phone, within the room only', () => {
    const room = roomKey(keys, '3-1201');
    assert.equal(roomKey(keys, ' ３－1201 '), room);
    assert.equal(phoneTailKey(keys, room, '+86 138 0013 8000'), phoneTailKey(keys, room, '8000'));
    assert.notEqual(phoneTailKey(keys, room, '8000'), phoneTailKey(keys, roomKey(keys, '3-1202'), '8000'));
    assert.equal(phoneTailKey(keys, room, '800'), undefined);
  });
});
