// The days of a register, at the edges of months and years.
import assert from 'node:assert/strict';
import { spanOf } from './span.ts';

describe('the days of a register', () => {
  it('are today, this month until today, and the whole of the last month', () => {
    assert.deepEqual(spanOf('today', '2026-11-21'), { from: '2026-11-21', to: '2026-11-21' });
    assert.deepEqual(spanOf('month', '2026-11-21'), { from: '2026-11-01', to: '2026-11-21' });
    assert.deepEqual(spanOf('last-month', '2026-11-21'), { from: '2026-10-01', to: '2026-10-31' });
  });

  it('go back over the turn of the year and into a short month', () => {
    assert.deepEqual(spanOf('last-month', '2027-01-01'), { from: '2026-12-01', to: '2026-12-31' });
    assert.deepEqual(spanOf('last-month', '2028-03-31'), { from: '2028-02-01', to: '2028-02-29' });
  });
});
