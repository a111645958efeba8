// Times are those of the site, in the words of the reader.
import assert from 'node:assert/strict';
import { noon } from '../samples.fixture.ts';
import { timesIn } from './times.ts';

describe('a time on the console', () => {
  it('is the site’s, wherever the computer thinks it is', () => {
    assert.equal(timesIn('zh-CN', 'Asia/Shanghai').time(noon), '12:05');
    assert.equal(timesIn('en', 'Europe/London').time(noon), '04:05');
    assert.equal(timesIn('zh-CN', 'Asia/Shanghai').isoDay(Date.UTC(2026, 2, 14, 17)), '2026-03-15');
  });

  it('is told in the largest whole unit, never in the future', () => {
    const { ago } = timesIn('zh-CN', 'Asia/Shanghai');
    assert.equal(ago(noon - 3 * 86_400_000, noon), '3天前');
    assert.equal(ago(noon - 5_400_000, noon), '1小时前');
    assert.equal(ago(noon - 59_000, noon), '0分钟前');
    assert.equal(ago(noon + 10_000, noon), '0分钟前');
    assert.equal(timesIn('en', 'Asia/Shanghai').ago(noon - 120_000, noon), '2 minutes ago');
  });
});
