// What is to be sent at which moment, as a table.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { due, type Tally, untold, type WaitingParcel } from './due.ts';
import { retryAfterMs } from './retry.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const placedAt = Date.UTC(2026, 10, 20, 2);
const unsent: Tally = { sent: 0, attempts: 0, lastAt: null };
const sentAfter = (ms: number, sent = 1): Tally => ({ sent, attempts: 0, lastAt: placedAt + ms });
const failedAfter = (ms: number, attempts: number, sent = 0): Tally => ({ sent, attempts, lastAt: placedAt + ms });
const told = sentAfter(second);

const parcel = (arrival: Tally, reminder: Tally = unsent, id = 'a'): WaitingParcel => ({
  id,
  personId: 'p',
  waybill: 'SF12345678',
  carrier: null,
  quiet: null,
  place: { kind: 'compartment', label: 'A07' },
  placedAt,
  notices: { arrival, reminder },
});
const day = { isClockTrusted: true, isQuiet: () => false };
const at = (ms: number, parcels: WaitingParcel[], moment = day) =>
  due(parcels, { wallMs: placedAt + ms, ...moment }).map(({ kind, attempt, series }) => `${kind} ${series}/${attempt}`);

describe('a notice is due', () => {
  const rows: [string, number, WaitingParcel, string[]][] = [
    ['at once when a parcel is placed', 0, parcel(unsent), ['arrival 0/1']],
    ['days later when nobody could be told before', 99 * hour, parcel(unsent), ['arrival 0/1']],
    ['never again once it was sent', hour, parcel(told), []],
    ['not before 10 s after the first failure', 10 * second - 1, parcel(failedAfter(0, 1)), []],
    ['10 s after the first failure', 10 * second, parcel(failedAfter(0, 1)), ['arrival 0/2']],
    ['a minute after the second', minute, parcel(failedAfter(0, 2)), ['arrival 0/3']],
    ['5 minutes after the third', 5 * minute, parcel(failedAfter(0, 3)), ['arrival 0/4']],
    ['half an hour after the fourth', 30 * minute, parcel(failedAfter(0, 4)), ['arrival 0/5']],
    ['an hour after the fifth', hour, parcel(failedAfter(0, 5)), ['arrival 0/6']],
    ['not sooner than an hour after the fifth', hour - 1, parcel(failedAfter(0, 5)), []],
    ['once when the clock went back behind the last failure', -hour, parcel(failedAfter(0, 5)), ['arrival 0/6']],
    ['when a wrong clock placed the parcel in the future', -hour, parcel(unsent), ['arrival 0/1']],
    ['no more after 28 failures', 99 * hour, parcel(failedAfter(24 * hour, 28), failedAfter(90 * hour, 28)), []],
    ['as a reminder after 24 hours', 24 * hour, parcel(told), ['reminder 0/1']],
    ['as a reminder not sooner', 24 * hour - 1, parcel(told), []],
    ['as a second reminder after 48 hours', 48 * hour, parcel(told, sentAfter(24 * hour)), ['reminder 1/1']],
    ['as a second reminder not sooner', 48 * hour - 1, parcel(told, sentAfter(24 * hour)), []],
    ['as a reminder no third time', 300 * hour, parcel(told, sentAfter(48 * hour, 2)), []],
    [
      'as a reminder again when it failed',
      24 * hour + 10 * second,
      parcel(told, failedAfter(24 * hour, 1)),
      ['reminder 0/2'],
    ],
    ['12 hours after a first reminder that was late', 59 * hour, parcel(told, sentAfter(47 * hour)), ['reminder 1/1']],
    ['not on the heels of a first reminder that was late', 59 * hour - 1, parcel(told, sentAfter(47 * hour)), []],
    ['as a reminder not on the heels of a late arrival', 30 * hour, parcel(sentAfter(23 * hour)), []],
    ['as a reminder only once the owner was told', 25 * hour, parcel(failedAfter(24.9 * hour, 9)), []],
    ['as a reminder when arrival was given up', 40 * hour, parcel(failedAfter(24 * hour, 28)), ['reminder 0/1']],
  ];
  for (const [name, ms, one, expected] of rows) it(name, () => assert.deepEqual(at(ms, [one]), expected));

  it('at night when it is the first, but never as a reminder', () => {
    const night = { isClockTrusted: true, isQuiet: () => true };
    const retried = parcel(told, failedAfter(20 * hour, 1), 'c');
    assert.deepEqual(at(24 * hour, [parcel(unsent), parcel(told, unsent, 'b'), retried], night), ['arrival 0/1']);
  });

  it('without a trusted clock when it is the first, but never as a reminder', () => {
    const lost = { isClockTrusted: false, isQuiet: () => false };
    assert.deepEqual(at(24 * hour, [parcel(unsent), parcel(told, unsent, 'b')], lost), ['arrival 0/1']);
  });

  it('arrivals before reminders, the longest waiting first', () => {
    const older = { ...parcel(unsent, unsent, 'older'), placedAt: placedAt - hour };
    const all = due([parcel(told, unsent, 'told'), parcel(unsent, unsent, 'newer'), older], {
      wallMs: placedAt + 24 * hour,
      ...day,
    });
    assert.deepEqual(
      all.map((notice) => notice.parcel.id),
      ['older', 'newer', 'told'],
    );
  });

  it('for a parcel at most one at a time, and never a third reminder', () => {
    const tally = fc.record({
      sent: fc.nat(3),
      attempts: fc.nat(30),
      lastAt: fc.integer({ min: 0, max: 200 }).map((h) => placedAt + h * hour),
    });
    fc.assert(
      fc.property(
        tally,
        tally,
        fc.integer({ min: -10, max: 300 }),
        fc.boolean(),
        (arrival, reminder, hours, isQuiet) => {
          const found = due([parcel(arrival, reminder)], {
            wallMs: placedAt + hours * hour,
            isClockTrusted: true,
            isQuiet: () => isQuiet,
          });
          assert.ok(found.length <= 1);
          for (const { kind, series } of found) {
            assert.ok(series < (kind === 'arrival' ? 1 : 2));
            assert.ok(kind === 'arrival' || (!isQuiet && hours >= 24));
          }
        },
      ),
      { seed: 24_48, numRuns: 500 },
    );
  });
});

describe('the attempts of a notice', () => {
  it('span a day and end', () => {
    let total = 0;
    let attempts = 1;
    for (let wait = retryAfterMs(attempts); wait !== undefined; wait = retryAfterMs(attempts)) {
      total += wait;
      attempts += 1;
    }
    assert.equal(attempts, 28);
    assert.ok(total > 23 * hour && total <= 24 * hour);
  });

  it('leave their parcel counted as waiting, then as given up', () => {
    const all = [parcel(unsent), parcel(failedAfter(0, 27)), parcel(failedAfter(0, 28)), parcel(told)];
    assert.deepEqual(untold(all), { waiting: 2, givenUp: 1 });
  });
});
