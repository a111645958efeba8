// How many wrong codes a terminal takes, and how long it then waits [safety: codes 2; S12, S14].
import assert from 'node:assert/strict';
import type { Instant } from '../../contract/events.ts';
import { cardOf, ids, openSite, waiting } from '../people.fixture.ts';
import { digest, lookupsOf, type Scene, uuid } from '../scene.fixture.ts';
import { terminalOf } from '../state.ts';
import { passedMs, standing } from './attempts.ts';

const minute = 60_000;
const wrongCode = {
  kind: 'Identify',
  visitId: uuid(0x99),
  terminal: 'lobby',
  way: 'code',
  lookup: digest('nobody'),
} as const;
const stand = (scene: Scene) => standing(terminalOf(scene.state, 'lobby'), scene.now);
const fail = (scene: Scene, times: number): Scene => {
  for (let n = 0; n < times; n += 1) scene.given({ type: 'AttemptFailed', data: { terminal: 'lobby' } });
  return scene;
};
const restart = (scene: Scene, at: Partial<Instant>): Scene => {
  scene.now = { ...scene.now, boot: uuid(0xb002), ...at };
  return scene.given({ type: 'NodeStarted', data: { boot: scene.now.boot, version: '0' } });
};
const waits = (forMs: number) => ({ kind: 'waits', forMs });

describe('wrong codes at a terminal', () => {
  it('make it wait 1, 5, 15 and 60 minutes after each five', () => {
    const scene = openSite();
    for (const minutes of [1, 5, 15, 60, 60]) {
      assert.deepEqual(stand(fail(scene, 4)), { kind: 'answers', left: 1 });
      assert.deepEqual(stand(fail(scene, 1)), waits(minutes * minute));
      assert.deepEqual(stand(scene.passes(minutes * minute - 1)), waits(1));
      assert.deepEqual(stand(scene.passes(1)), { kind: 'answers', left: 5 });
    }
    assert.deepEqual(stand(fail(scene, 5)), { kind: 'attended' });
  });

  it('are recorded before they are answered, and none is looked at while it waits [S12]', () => {
    const scene = openSite();
    for (let n = 0; n < 5; n += 1) scene.when(wrongCode).gives({ refused: 'not-recognised' });
    assert.equal(scene.history.filter(({ type }) => type === 'AttemptFailed').length, 5);
    scene.when(wrongCode).gives({ refused: 'terminal-waiting', waitSeconds: 60 });
  });

  it('in a row end with a right code, not with a card in between', () => {
    const scene = fail(openSite().given(...waiting(3)), 4);
    const enters = (way: 'card' | 'code', lookup: string) => scene.when({ ...wrongCode, way, lookup });
    enters('card', cardOf(ids.neighbour)).tells('VisitBegan');
    scene.when({ kind: 'EndVisit', visitId: uuid(0x99), reason: 'by-person' });
    assert.deepEqual(stand(scene), { kind: 'answers', left: 1 });
    enters('code', lookupsOf(ids.code).code).tells('VisitBegan', 'OpeningGranted');
    assert.deepEqual(stand(scene), { kind: 'answers', left: 5 });
  });

  it('call a guard after thirty in a day, whose one tap ends it', () => {
    const scene = fail(openSite(), 29).passes(60 * minute);
    scene.when(wrongCode).tells('AttemptFailed', 'AlertRaised');
    scene.when(wrongCode).gives({ refused: 'terminal-attended' });
    scene.when({ kind: 'ReleaseTerminal', terminal: 'lobby' }).tells('TerminalReleased', 'AlertCleared');
    assert.deepEqual(stand(scene), { kind: 'answers', left: 5 });
  });

  it('begin a new row after a day without one', () => {
    const scene = fail(openSite(), 9).passes(24 * 60 * minute);
    assert.deepEqual(stand(fail(scene, 1)), { kind: 'answers', left: 4 });
  });

  it('do not count as fewer when the older ones of the row are forgotten', () => {
    const scene = fail(openSite(), 1).passes(23 * 60 * minute);
    fail(scene, 8).passes(61 * minute);
    assert.deepEqual(stand(fail(scene, 1)), waits(5 * minute));
  });

  it('wait again in full after a restart with a clock that nobody trusts, and then no longer', () => {
    const scene = fail(openSite(), 5).passes(50_000);
    restart(scene, { clock: 'unknown', wallMs: 0, monoMs: 7_000_000 });
    assert.deepEqual(stand(scene), waits(minute));
    assert.deepEqual(stand(scene.passes(minute - 1)), waits(1));
    assert.deepEqual(stand(scene.passes(1)), { kind: 'answers', left: 5 });
  });

  it('go on waiting over a restart with a trusted clock', () => {
    const scene = fail(openSite(), 5).passes(50_000);
    restart(scene, { wallMs: scene.now.wallMs + 4_000, monoMs: 3 });
    assert.deepEqual(stand(scene), waits(6_000));
  });

  it('are not forgotten when time goes backwards, in a run or over a restart [S14]', () => {
    const scene = fail(openSite(), 5);
    scene.now = { ...scene.now, wallMs: scene.now.wallMs - 365 * 24 * 60 * minute };
    assert.deepEqual(stand(scene), waits(minute));
    restart(scene, { wallMs: 0, monoMs: 0 });
    assert.deepEqual(stand(scene), waits(minute));
  });

  it('are counted of a day of running time when no clock was ever trusted', () => {
    const scene = openSite();
    scene.now = { ...scene.now, clock: 'unknown' };
    restart(fail(scene, 30), { monoMs: 5 });
    assert.deepEqual(stand(scene), { kind: 'attended' });
    assert.deepEqual(stand(scene.passes(24 * 60 * minute)), { kind: 'answers', left: 5 });
  });

  it('measure time within a run by the monotonic clock alone', () => {
    const { now } = openSite();
    assert.equal(passedMs(now, { ...now, monoMs: now.monoMs + 7, wallMs: 0 }), 7);
    assert.equal(passedMs(now, { ...now, boot: uuid(1), wallMs: now.wallMs + 9, clock: 'restored' }), 0);
  });
});
