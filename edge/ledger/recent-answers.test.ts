// The answers kept in memory: the newest, and not without end.
import assert from 'node:assert/strict';
import { RecentAnswers } from './recent-answers.ts';

describe('the recent answers', () => {
  it('forget the oldest when there are too many, and keep the newest', () => {
    const recent = new RecentAnswers();
    for (let index = 0; index < 5_000; index += 1) recent.add(new Map([[`c${index}`, String(index)]]));
    assert.equal(recent.get('c4999'), '4999');
    assert.equal(recent.get('c4000'), '4000');
    assert.equal(recent.get('c0'), undefined);
  });
});
