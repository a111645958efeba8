// What stands in the desk's lists: how long it waited, which carrier comes first, what can be done at once.
import assert from 'node:assert/strict';
import { deskTerms } from '../words/desk-terms.ts';
import { hindrance } from './hindrance.ts';
import { byCarrier, mayGo } from './return-groups.ts';
import { returningSample, waitingSample } from './samples.fixture.ts';
import { daysUntil, waitedIn } from './waited.ts';

const hourMs = 3_600_000;

describe('the desk’s lists', () => {
  it('say in whole units how long something has waited', () => {
    const { waited } = deskTerms['zh-CN'];
    const now = 100 * 24 * hourMs;
    const said = [0, 59_000, 61 * 60_000, 23 * hourMs, 25 * hourMs, 72 * hourMs].map((ms) =>
      waitedIn(waited, now - ms, now),
    );
    assert.deepEqual(said, ['0 分钟', '0 分钟', '1 小时', '23 小时', '1 天', '3 天']);
    assert.equal(waitedIn(waited, now + hourMs, now), '0 分钟');
  });

  it('count the days of a term by the calendar', () => {
    assert.deepEqual(
      ['2026-11-20', '2026-11-21', '2026-12-01'].map((day) => daysUntil('2026-11-21', day)),
      [-1, 0, 10],
    );
  });

  it('put the carrier with the soonest term first', () => {
    const rows = [
      returningSample(1, 5, { carrier: '顺丰' }),
      returningSample(2, 1, { carrier: '中通' }),
      returningSample(3, -1, { carrier: '顺丰' }),
    ];
    const groups = byCarrier(rows);
    assert.deepEqual(
      groups.map(({ carrier, rows: own }) => [carrier, own.length]),
      [
        ['顺丰', 2],
        ['中通', 1],
      ],
    );
    assert.equal(groups[0]?.rows[0], rows[2]);
  });

  it('send nothing back that lies in a compartment', () => {
    assert.equal(mayGo(returningSample(1, 1)), true);
    assert.equal(mayGo(returningSample(1, 1, { actions: ['fetch'] })), false);
  });

  it('offer at once only what each item allows, and one carrier on a list', () => {
    const one = returningSample(1, 1, { carrier: '顺丰' });
    const other = returningSample(2, 1, { carrier: '中通' });
    assert.equal(hindrance('return', [one, one]), null);
    assert.equal(hindrance('return', [one, other]), 'carriers');
    assert.equal(hindrance('return', [one, waitingSample(1)]), 'not-all');
    assert.equal(hindrance('undeliverable', [waitingSample(1), waitingSample(2)]), null);
  });
});
