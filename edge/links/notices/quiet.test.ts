// Quiet hours on the clocks of real places, over midnight and over changes of daylight saving.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quietHours } from './quiet.ts';

const usual = { from: '22:00', to: '08:00' };
const minuteMs = 60_000;
/** Places that have not changed their clocks since 2000, with minutes east of UTC. */
const steady = [
  ['Asia/Shanghai', 480],
  ['Asia/Hong_Kong', 480],
  ['Asia/Taipei', 480],
  ['UTC', 0],
  ['Asia/Kathmandu', 345],
  ['America/Phoenix', -420],
] as const;

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const instant = fc.integer({ min: Date.UTC(2001), max: Date.UTC(2060) });

describe('quiet hours', () => {
  for (const [local, expected] of [
    ['2026-11-20T21:59:59.999', false],
    ['2026-11-20T22:00:00.000', true],
    ['2026-11-21T00:00:00.000', true],
    ['2026-11-21T07:59:59.999', true],
    ['2026-11-21T08:00:00.000', false],
    ['2026-11-21T12:00:00.000', false],
  ] as const) {
    it(`${expected ? 'hold' : 'do not hold'} at ${local} in Shanghai`, () => {
      assert.equal(quietHours(usual, 'Asia/Shanghai')(Date.parse(`${local}+08:00`)), expected);
    });
  }

  it('follow the clock on the wall when daylight saving begins and ends', () => {
    const isQuiet = quietHours({ from: '01:30', to: '03:30' }, 'Europe/Berlin');
    const at = (utc: string) => isQuiet(Date.parse(utc));
    // 29 March 2026: 02:00 becomes 03:00, so 03:29 is 89 minutes after 01:00.
    assert.deepEqual(
      [at('2026-03-29T00:29:00Z'), at('2026-03-29T01:29:00Z'), at('2026-03-29T01:30:00Z')],
      [false, true, false],
    );
    // 25 October 2026: 02:00 to 03:00 comes twice, quiet both times.
    assert.deepEqual(
      [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z'), at('2026-10-25T02:30:00Z')],
      [true, true, false],
    );
  });

  it('are those of the place, wherever and whenever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steady), time, time, instant, ([timeZone, east], from, to, at) => {
        const local = (((Math.floor(at / minuteMs) + east) % 1440) + 1440) % 1440;
        const [begin = 0, end = 0] = [from, to].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
        const sinceBegin = (local - begin + 1440) % 1440;
        assert.equal(quietHours({ from, to }, timeZone)(at), sinceBegin < (end - begin + 1440) % 1440);
      }),
      { seed: 22_08, numRuns: 300 },
    );
  });

  it('and the hours between them make up the day', () => {
    fc.assert(
      fc.property(time, time, instant, (from, to, at) => {
        fc.pre(from !== to);
        const zone = 'Australia/Lord_Howe';
        assert.notEqual(quietHours({ from, to }, zone)(at), quietHours({ from: to, to: from }, zone)(at));
      }),
      { seed: 22_08, numRuns: 200 },
    );
  });

  it('are refused for a place nobody knows', () => {
    assert.throws(() => quietHours(usual, 'Asia/Peking-upon-Sea'), RangeError);
  });
});
