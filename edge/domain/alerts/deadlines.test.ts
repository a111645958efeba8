// What becomes due by the passing of time, whatever the wall clock does.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import { began, granted, ids, openSite, waiting } from '../people.fixture.ts';
import { type Scene, uuid } from '../scene.fixture.ts';
import { due } from './deadlines.ts';

const unlocking = (): Scene => openSite().given(...waiting(3), began(ids.owner), granted());
const answered: Fact = {
  type: 'OpeningAnswered',
  data: { openingId: ids.opening, result: 'done', observed: 'closed', cause: null },
};
const opened: Fact = { type: 'OpeningOpened', data: { openingId: ids.opening } };
const presence = (is: 'online' | 'silent'): Fact => ({
  type: 'CabinetPresenceChanged',
  data: { cabinet: 'a', presence: is },
});
const dues = (scene: Scene): string[] =>
  due(scene.state, scene.now, []).map((one) => ('reason' in one ? `${one.kind} ${one.reason}` : one.kind));
const restarted = (scene: Scene, clock: 'synced' | 'unknown'): Scene => {
  scene.now = { ...scene.now, boot: uuid(0xb002), monoMs: 9, clock };
  return scene.given({ type: 'NodeStarted', data: { boot: scene.now.boot, version: '0' } });
};
/** Nothing is due until `ms` have passed, and then exactly this. */
const dueAfter = (scene: Scene, ms: number, ...what: string[]): void => {
  assert.deepEqual(dues(scene.passes(ms)), []);
  assert.deepEqual(dues(scene.passes(1)), what);
};

describe('a cabinet that is away', () => {
  const told = (scene: Scene): string[] => due(scene.state, scene.now, ['a']).map(({ kind }) => kind);

  it('is told after 15 s, once, and not while it is there', () => {
    assert.deepEqual(told(openSite().passes(60_000)), []);
    const scene = openSite().given(presence('silent'));
    assert.deepEqual(told(scene.passes(15_000)), []);
    assert.deepEqual(told(scene.passes(1)), ['RaiseCabinetAway']);
    scene.when({ kind: 'RaiseCabinetAway', cabinet: 'a' }).tells('AlertRaised');
    assert.deepEqual(told(scene), []);
  });

  it('is told also when it never came back after a restart', () => {
    assert.deepEqual(told(restarted(openSite(), 'synced').passes(15_001)), ['RaiseCabinetAway']);
  });
});

describe('a deadline', () => {
  it('ends an opening of which the device says nothing for 6 s', () =>
    dueAfter(unlocking(), 6_000, 'AbortOpening device-away'));

  it('ends an opening whose door stays closed for 5 s after the bolt moved', () =>
    dueAfter(unlocking().passes(5_500).given(answered), 5_000, 'AbortOpening did-not-open'));

  it('gives a cabinet that was out of sight the time to say what happened', () => {
    const scene = unlocking().given(answered, presence('silent')).passes(20_000);
    dueAfter(scene.given(presence('online')), 5_000, 'AbortOpening did-not-open');
    dueAfter(unlocking().given(answered, presence('silent')), 60_000, 'AbortOpening device-away');
  });

  it('tells of a door left open once, after 90 s, also over a restart with an untrusted clock', () => {
    const scene = unlocking().given(opened);
    dueAfter(scene, 90_000, 'RaiseHeldOpen');
    scene.when({ kind: 'RaiseHeldOpen', openingId: ids.opening }).tells('AlertRaised');
    assert.deepEqual(dues(scene), []);
    const other = unlocking()
      .given(opened)
      .passes(50_000)
      .given({ type: 'VisitEnded', data: { visitId: ids.visit, reason: 'restart' } });
    dueAfter(restarted(other, 'unknown'), 90_000, 'RaiseHeldOpen');
  });

  it('ends a visit that nobody goes on with after 5 minutes, never with a door under way', () => {
    dueAfter(openSite().given(began(ids.owner)), 300_000, 'EndVisit idle');
    const scene = unlocking().given(opened).passes(60_000);
    scene.given({ type: 'OpeningClosed', data: { openingId: ids.opening, stableMs: 300 } });
    dueAfter(scene, 300_000, 'EndVisit idle');
  });

  it('after a restart waits for the device before it gives up what was under way [S3]', () => {
    for (const clock of ['synced', 'unknown'] as const)
      dueAfter(restarted(unlocking(), clock), 60_000, 'AbortOpening restart');
    dueAfter(restarted(unlocking(), 'synced').passes(9_000).given(presence('online')), 6_000, 'AbortOpening restart');
  });

  it('is neither brought near nor put off by a step of the wall clock [S14]', () => {
    for (const years of [-1, 10]) {
      const scene = unlocking();
      scene.now = { ...scene.now, wallMs: scene.now.wallMs + years * 365 * 86_400_000 };
      dueAfter(scene, 6_000, 'AbortOpening device-away');
    }
  });
});
