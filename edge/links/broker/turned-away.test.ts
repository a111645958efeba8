// How a flood is counted and logged.
import assert from 'node:assert/strict';
import { makeTurnedAway } from './turned-away.ts';

describe('what was turned away', () => {
  it('is counted in full and logged once a second', () => {
    let now = 0;
    const lines: object[] = [];
    const turnedAway = makeTurnedAway({ warn: (facts) => lines.push(facts) }, () => now);
    for (now = 0; now < 2_500; now += 10) turnedAway.note('publish', { client: 'bridge-1' });
    turnedAway.note('subscribe', { client: 'bridge-1' });
    assert.equal(turnedAway.counts().get('publish'), 250);
    assert.deepEqual(lines, [
      { reason: 'publish', count: 1, client: 'bridge-1' },
      { reason: 'publish', count: 101, client: 'bridge-1' },
      { reason: 'publish', count: 201, client: 'bridge-1' },
      { reason: 'subscribe', count: 1, client: 'bridge-1' },
    ]);
  });
});
