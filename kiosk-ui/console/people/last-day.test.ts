// The last day of a term, in time zones with and without a change of the clock.
import assert from 'node:assert/strict';
import { endOfDay } from './last-day.ts';

const iso = (day: string, zone: string): string => new Date(endOfDay(day, zone) ?? Number.NaN).toISOString();

describe('a last day', () => {
  it('ends at midnight of the site', () => {
    assert.equal(iso('2026-12-31', 'Asia/Shanghai'), '2026-12-31T15:59:59.999Z');
    assert.equal(iso('2026-12-31', 'UTC'), '2026-12-31T23:59:59.999Z');
  });

  it('is an hour shorter or longer when the clock changes', () => {
    assert.equal(iso('2026-03-29', 'Europe/Berlin'), '2026-03-29T21:59:59.999Z');
    assert.equal(iso('2026-10-25', 'Europe/Berlin'), '2026-10-25T22:59:59.999Z');
  });

  it('is none when no calendar has it', () => {
    assert.equal(endOfDay('2026-02-30', 'Asia/Shanghai'), null);
    assert.equal(endOfDay('', 'Asia/Shanghai'), null);
  });
});
