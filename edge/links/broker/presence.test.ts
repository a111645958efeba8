// Which session of a client counts, in whatever order the ends and beginnings are told.
import assert from 'node:assert/strict';
import { absent, nextPresence, type PresenceInput } from './presence.ts';

describe('presence', () => {
  const story = (...inputs: [PresenceInput['kind'], number][]) => {
    let presence = absent;
    const announced: string[] = [];
    for (const [kind, session] of inputs) {
      const next = nextPresence(presence, { kind, session });
      presence = next.presence;
      if (next.announce) announced.push(`${next.announce.session} ${next.announce.connected ? 'came' : 'went'}`);
    }
    return { live: presence.live, announced };
  };

  const table: [
    what: string,
    inputs: [PresenceInput['kind'], number][],
    live: number | undefined,
    announced: string[],
  ][] = [
    [
      'one session',
      [
        ['ready', 1],
        ['gone', 1],
      ],
      undefined,
      ['1 came', '1 went'],
    ],
    [
      'a newer session after the end of the older',
      [
        ['ready', 1],
        ['gone', 1],
        ['ready', 2],
      ],
      2,
      ['1 came', '1 went', '2 came'],
    ],
    [
      'the end of an older session that comes late',
      [
        ['ready', 1],
        ['ready', 2],
        ['gone', 1],
      ],
      2,
      ['1 came', '2 came'],
    ],
    [
      'an older session that is ready late',
      [
        ['ready', 2],
        ['ready', 1],
      ],
      2,
      ['2 came'],
    ],
    [
      'a session that is ready twice',
      [
        ['ready', 1],
        ['ready', 1],
      ],
      1,
      ['1 came'],
    ],
    ['a session that never was ready', [['gone', 1]], undefined, []],
    [
      'an end that is told twice',
      [
        ['ready', 1],
        ['gone', 1],
        ['gone', 1],
      ],
      undefined,
      ['1 came', '1 went'],
    ],
  ];
  for (const [what, inputs, live, announced] of table)
    it(`knows ${what}`, () => assert.deepEqual(story(...inputs), { live, announced }));
});
