// By when an item goes back or is told in public, at the edge of each term.
import assert from 'node:assert/strict';
import { ids } from '../people.fixture.ts';
import { type Asked, type Scene, start } from '../scene.fixture.ts';
import { by, holdOf, openDesk, receives } from './desk.fixture.ts';
import { dueOf, isPast } from './terms.ts';

const day = 86_400_000;
const t = start.wallMs;
const unsaid = { status: 'placed', returning: null, noticePostedAt: null, receivedAt: t } as const;
const given = {
  refused: { ...unsaid, status: 'to-return', returning: { reason: 'refused', since: t + 2 * day } },
  posted: { ...unsaid, status: 'notified', noticePostedAt: t + 40 * day },
} as const;

describe('what has to happen to an item', () => {
  it('is to go back within seven days once nobody will take it [M5]', () => {
    assert.deepEqual(dueOf(given.refused, { wallMs: t + 3 * day }), { rule: 'M5', at: t + 9 * day });
  });

  it('is a public notice after a month, and its return seven days later [M6]', () => {
    assert.deepEqual(dueOf(unsaid, { wallMs: t }), { rule: 'M6', at: t + 31 * day });
    assert.deepEqual(dueOf(given.posted, { wallMs: t + 41 * day }), { rule: 'M6', at: t + 47 * day });
  });

  for (const status of [
    'registered',
    'in-hand',
    'collected',
    'handed-over',
    'returned',
    'disputed',
    'settled',
    'lost',
    'withdrawn',
  ] as const)
    it(`is nothing by a term while it is ${status}`, () => {
      assert.equal(dueOf({ ...unsaid, status }, { wallMs: t }), null);
    });

  it('counts from now what a wrong clock wrote into the future', () => {
    assert.deepEqual(dueOf({ ...unsaid, receivedAt: t + 900 * day }, { wallMs: t }), { rule: 'M6', at: t + 31 * day });
  });

  it('is past only after its term, and never by a clock that nobody trusts [S14]', () => {
    const term = { rule: 'M6', at: t } as const;
    assert.deepEqual(
      [t, t + 1].map((wallMs) => isPast(term, { ...start, wallMs })),
      [false, true],
    );
    assert.equal(isPast(term, { ...start, wallMs: t + 9 * day, clock: 'unknown' }), false);
  });
});

describe('the day an item came', () => {
  const receivedAt = (scene: Scene): number => {
    scene.when(receives());
    return holdOf(scene).receivedAt;
  };

  it('is that of the clock', () => {
    assert.equal(receivedAt(openDesk()), t);
  });

  it('is the latest that is known while the clock is not trusted, so that 1970 owes no public notice [S14]', () => {
    const scene = openDesk();
    scene.now = { ...scene.now, wallMs: 5_000, clock: 'unknown' };
    assert.equal(receivedAt(scene), t);
    scene.now = { ...scene.now, wallMs: t + day, clock: 'synced' };
    const post: Asked = { kind: 'PostPublicNotice', by, holdIds: [ids.hold] };
    const notYet = { field: 'holdIds', remedy: 'post it when it has been unclaimed for over a month' } as const;
    scene.when(post).gives({ refused: 'not-waiting', ...notYet });
    scene
      .passes(31 * day)
      .when(post)
      .tells('PublicNoticePosted');
  });

  it('and the day it was refused are told alike', () => {
    const scene = openDesk();
    scene.when(receives());
    scene.now = { ...scene.now, wallMs: 5_000, clock: 'unknown' };
    scene.when({ kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'refused' });
    assert.equal(holdOf(scene).returning?.since, t);
  });
});
