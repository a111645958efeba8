// Days of a site begin at its own midnight, wherever the machine is and whatever its clocks do that night.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openSiteTime } from './site-time.ts';

const shanghai = openSiteTime('Asia/Shanghai');

describe('the time of a site', () => {
  it('is written as people there read it', () => {
    const at = Date.UTC(2026, 10, 20, 16, 5, 59);
    assert.equal(shanghai.day(at), '2026-11-21');
    assert.equal(shanghai.minute(at), '2026-11-21 00:05');
    assert.equal(new Date(shanghai.face(at)).toISOString(), '2026-11-21T00:05:59.000Z');
  });

  it('begins a day at midnight there', () => {
    assert.equal(shanghai.startOf('2026-11-21'), Date.UTC(2026, 10, 20, 16));
    assert.equal(shanghai.dayAfter('2028-02-28'), '2028-02-29');
    assert.equal(shanghai.dayAfter('2026-12-31'), '2027-01-01');
  });

  it('knows no day that no calendar has', () => {
    for (const day of ['2026-02-29', '2026-13-01', '2026-04-31', '2026-00-10'])
      assert.equal(shanghai.startOf(day), undefined);
  });

  it('puts every moment into exactly one day, also where clocks are changed', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        (zone, seconds) => {
          const time = openSiteTime(zone);
          const at = seconds * 1000;
          const day = time.day(at);
          const [begin = Number.NaN, end = Number.NaN] = [time.startOf(day), time.startOf(time.dayAfter(day))];
          assert.ok(begin <= at && at < end, `${zone} ${day}`);
          assert.equal(time.minute(begin), `${day} 00:00`);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});
