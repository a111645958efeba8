// How long each screen waits for its person, and what it never does.
import assert from 'node:assert/strict';
import { courierSample, doorSample, parcelSample, visitSample } from '../samples.fixture.ts';
import { idleOf, isLongOpen, isLost } from './idle.ts';
import { atHome, inVisit, type Path } from './path.fixture.ts';

const idle = (path: Path): string => idleOf(path.flow, path.now).kind;
const done = visitSample({ parcels: [], door: doorSample({ stage: 'closed' }) });

describe('waiting for a person', () => {
  const table: [string, Path, number][] = [
    ['an owner 40 s', inVisit(visitSample()), 40_000],
    ['an owner with larger text 60 s', inVisit(visitSample({ elder: true })), 60_000],
    ['a courier 120 s', inVisit(courierSample()), 120_000],
    ['a courier before the code 120 s', atHome().put({ kind: 'go', to: 'courier' }), 120_000],
    ['somebody who has typed three digits 40 s', atHome().keys('123'), 40_000],
  ];
  for (const [name, path, patience] of table) {
    it(`gives ${name}, asks for at least 20 s, then shows the home screen`, () => {
      assert.equal(idle(path.wait(patience - 1)), 'none');
      assert.equal(idle(path.wait(patience)), 'warning');
      assert.equal(idle(path.wait(patience + 20_000)), 'warning');
      const gone = path.wait(patience + 30_000);
      assert.equal(gone.flow.visit, null);
      assert.deepEqual(gone.flow.step, { at: 'home', digits: '' });
    });
  }

  it('goes on as long as one wishes when asked', () => {
    let path = inVisit(visitSample());
    for (let round = 0; round < 5; round += 1) path = path.wait(50_000).put({ kind: 'stay' });
    assert.equal(idle(path), 'none');
    assert.notEqual(path.flow.visit, null);
  });

  it('is not ended by the touch that answers the question: that touch presses nothing beneath', () => {
    const path = inVisit(visitSample()).wait(45_000).put({ kind: 'touched' });
    assert.equal(idle(path), 'warning');
  });

  it('leaves the untouched home screen alone', () => {
    assert.equal(idle(atHome().wait(3_600_000)), 'none');
  });

  it('never ends while a door is opening or open', () => {
    for (const stage of ['unlocking', 'retrying', 'open'] as const) {
      const path = inVisit(visitSample({ door: doorSample({ stage }) })).wait(3_600_000);
      assert.equal(path.flow.visit?.door?.stage, stage);
      assert.equal(idle(path), 'none');
    }
  });

  it('speaks of a door again when it has been open for a minute', () => {
    const path = inVisit(visitSample({ door: doorSample({ stage: 'open' }) }));
    assert.equal(isLongOpen(path.flow, path.wait(59_999).now), false);
    assert.equal(isLongOpen(path.flow, path.wait(60_000).now), true);
  });

  it('shows success for 10 to 15 s when nothing is left to collect', () => {
    assert.notEqual(inVisit(done).wait(10_000).flow.visit, null);
    assert.equal(inVisit(done).wait(15_000).flow.visit, null);
  });

  it('does not hurry somebody whose next parcel waits, or whose parcel is disputed', () => {
    const more = { ...done, parcels: [parcelSample(1)] };
    assert.notEqual(inVisit(more).wait(30_000).flow.visit, null);
    const disputed = visitSample({ parcels: [], door: doorSample({ stage: 'closed', problem: 'empty' }) });
    assert.notEqual(inVisit(disputed).wait(30_000).flow.visit, null);
  });

  it('takes what was shown away even when the edge is lost', () => {
    const path = inVisit(visitSample()).put({ kind: 'link', up: false });
    assert.equal(isLost(path.flow, path.now + 1_999), false);
    assert.equal(isLost(path.flow, path.now + 2_000), true);
    const gone = path.wait(70_000);
    assert.equal(gone.flow.visit, null);
    assert.equal(gone.put({ kind: 'link', up: true }).flow.lostAt, null);
  });
});
