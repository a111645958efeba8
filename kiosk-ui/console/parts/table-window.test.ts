// A long table holds what is in view, and nothing of it is missed.
import assert from 'node:assert/strict';
import { rowHeightPx, viewOf } from './table-window.ts';

const heightPx = 600;

describe('the window on a long table', () => {
  it('holds every row that can be seen, wherever one has scrolled to', () => {
    for (let px = 0; px <= 2_000 * rowHeightPx - heightPx; px += 37) {
      const { first, last } = viewOf(2_000, px, heightPx);
      const bottom = Math.min(2_000, Math.ceil((px + heightPx) / rowHeightPx));
      assert.ok(first * rowHeightPx <= px && last >= bottom, `${px}: ${first}–${last}`);
      assert.ok(last - first <= 60);
    }
  });

  it('ends with the list', () => {
    assert.equal(viewOf(2_000, 2_000 * rowHeightPx, heightPx).last, 2_000);
  });

  it('holds a short list as a whole', () => {
    assert.deepEqual(viewOf(200, 5_000, heightPx), { first: 0, last: 200 });
  });
});
