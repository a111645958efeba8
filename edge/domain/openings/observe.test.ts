// What devices report, and what the office makes of it: observed beats ordered.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import { countFree } from '../custody/compartment.ts';
import { began, closes, granted, ids, openSite, opens, reports, waiting } from '../people.fixture.ts';
import { type Asked, type Scene, site, uuid } from '../scene.fixture.ts';
import { compartmentOf } from '../state.ts';

const unlocking = (): Scene => openSite().given(...waiting(3), began(ids.owner), granted());
const stateOf = (door: 'open' | 'closed' | 'unknown', compartment = 3): Asked => ({
  kind: 'RecordState',
  cabinet: 'a',
  state: {
    contract: 1,
    boot: uuid(1),
    seq: 1,
    online: true,
    doors: [{ compartment, door }],
    profile: { id: 'p', version: 1 },
  },
});
const observed = (door: 'open' | 'closed' | 'unknown'): Fact => ({
  type: 'DoorsObserved',
  data: { cabinet: 'a', doors: [{ compartment: 3, door }] },
});
const alarm = ['DoorForced', 'CompartmentBlocked', 'AlertRaised'] as const;

describe('a door that opens', () => {
  it('under a grant is that opening, before or after the record of sending, and ends the parcel’s codes', () => {
    unlocking().when(opens(3, ids.opening)).tells('OpeningOpened', 'CredentialSpent');
    const scene = unlocking().given({ type: 'OpeningOrdered', data: { openingId: ids.opening } });
    scene.when(opens(3, ids.opening)).tells('OpeningOpened', 'CredentialSpent');
    assert.equal(scene.state.get('holds', ids.hold)?.status, 'in-hand');
  });

  it('without a grant is forced: alarm, and the compartment gives nothing out [S6]', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner));
    scene.when(opens(3)).tells(...alarm);
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).gives({ refused: 'door-blocked' });
  });

  it('without an order while a grant is under way is forced, and nobody collected anything', () => {
    const scene = unlocking();
    scene.when(opens(3)).tells(...alarm);
    scene.when(closes(3)).gives([observed('closed')]);
    assert.equal(scene.state.get('holds', ids.hold)?.status, 'placed');
  });

  it('late, by the first try, counts for the second try of the same person', () => {
    const scene = unlocking();
    scene.when({ kind: 'AbortOpening', openingId: ids.opening, reason: 'did-not-open' });
    scene.when(opens(3, ids.opening)).tells('OpeningOpened', 'CredentialSpent');
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelCollected');
  });

  it('after its opening was aborted is forced, and names it', () => {
    const scene = unlocking().given({
      type: 'OpeningAborted',
      data: { openingId: ids.opening, reason: 'device-away' },
    });
    const { facts } = scene.when(opens(3, ids.opening));
    assert.deepEqual(facts[0], { type: 'DoorForced', data: { cabinet: 'a', compartment: 3, openingId: ids.opening } });
  });

  it('by somebody else’s aborted order while the next person’s grant is under way is forced', () => {
    const scene = unlocking().given({
      type: 'OpeningAborted',
      data: { openingId: ids.opening, reason: 'device-away' },
    });
    scene.given(
      began(ids.spouse, { visitId: ids.otherVisit }),
      granted({ openingId: uuid(0x66), visitId: ids.otherVisit }),
    );
    scene.when(opens(3, ids.opening)).tells(...alarm);
  });

  it('is alarmed once, told by report and by snapshot in either order', () => {
    const scene = openSite()
      .when(stateOf('open'))
      .tells(...alarm);
    scene.when(opens(3)).gives([observed('open')]);
    scene.when(stateOf('open')).gives([]);
  });
});

describe('a door that is closed', () => {
  it('without having been seen open proves nothing [S5]', () => {
    const scene = unlocking()
      .when(closes(3))
      .gives([observed('closed')]);
    assert.equal(scene.state.get('openings', ids.opening)?.state, 'granted');
    assert.equal(scene.state.get('holds', ids.hold)?.status, 'placed');
  });

  it('by a bridge that restarted in between is the end of that opening', () => {
    const scene = unlocking();
    scene.when(opens(3, ids.opening));
    scene.when({ kind: 'RecordPresence', cabinet: 'a', presence: 'offline' }).tells('CabinetPresenceChanged');
    scene.when({ kind: 'RaiseCabinetAway', cabinet: 'a' }).tells('AlertRaised');
    scene
      .when({ kind: 'RecordPresence', cabinet: 'a', presence: 'online' })
      .tells('CabinetPresenceChanged', 'AlertCleared');
    scene.when({ kind: 'RaiseCabinetAway', cabinet: 'a' }).tells();
    scene.when(stateOf('closed')).gives([]);
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelCollected');
  });

  it('ends the alarm of a door left open, not that of one forced, until somebody has looked', () => {
    const scene = unlocking();
    scene.when(opens(3, ids.opening));
    scene.when({ kind: 'RaiseHeldOpen', openingId: ids.opening }).tells('AlertRaised');
    scene.when(closes(3)).tells('OpeningClosed', 'ParcelCollected', 'AlertCleared');
    scene.when(opens(3)).tells(...alarm);
    scene.when(closes(3)).gives([observed('closed')]);
    assert.ok(scene.state.get('alerts', 'forced:a/3'));
    scene
      .when({ kind: 'ReleaseCompartment', cabinet: 'a', compartment: 3 })
      .tells('CompartmentReleased', 'AlertCleared');
    assert.deepEqual([...scene.state.all('alerts')], []);
  });
});

describe('a blocked compartment', () => {
  const release: Asked = { kind: 'ReleaseCompartment', cabinet: 'a', compartment: 3 };
  const openDoor: Asked = { kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold };

  it('is not released while its door stands open, and is once it is shut', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner));
    scene.when(opens(3)).tells(...alarm);
    const { answer, facts } = scene.when(release);
    assert.ok('refused' in answer && answer.refused === 'door-busy');
    assert.match(answer.remedy ?? '', /shut it/);
    assert.deepEqual(facts, []);
    assert.equal(compartmentOf(scene.state, 'a', 3).blocked, 'forced');
    assert.ok(scene.state.get('alerts', 'forced:a/3'));
    scene.when(closes(3));
    scene.when(release).tells('CompartmentReleased', 'AlertCleared');
  });

  it('is released though nobody can see its door, which then gets a grant like any other', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner));
    scene.when(opens(3)).tells(...alarm);
    scene.given(observed('unknown')).when(release).tells('CompartmentReleased', 'AlertCleared');
    scene.when(openDoor).tells('OpeningGranted');
  });

  it('that is not blocked has nothing to be released from, open or not', () => {
    openSite().given(observed('open')).when(release).gives([]);
  });

  it('is every one of a site after a restore: nothing opens and nothing is put in until it is released', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner));
    const all = site.cabinets.flatMap(({ id, compartments }) =>
      compartments.map((one) => [id, one.compartment] as const),
    );
    scene.when({ kind: 'BlockForCheck' });
    for (const [cabinet, compartment] of all)
      assert.equal(compartmentOf(scene.state, cabinet, compartment).blocked, 'check', `${cabinet}${compartment}`);
    scene.when(openDoor).gives({ refused: 'door-blocked' });
    assert.deepEqual(countFree(scene.state, site, 'gate'), { S: 0, M: 0, L: 0 });
    for (const [cabinet, compartment] of all.filter(([, one]) => one !== 3))
      scene.when({ kind: 'ReleaseCompartment', cabinet, compartment }).tells('CompartmentReleased');
    scene.when(openDoor).gives({ refused: 'door-blocked' });
    scene.when(release).tells('CompartmentReleased');
    scene.when(openDoor).tells('OpeningGranted');
  });
});

describe('an answer', () => {
  it('about another cabinet’s opening, or another door, changes nothing', () => {
    const scene = unlocking();
    const answer = { kind: 'answered', orderId: ids.opening, result: 'expired', observed: 'closed' } as const;
    scene.when({ ...reports({ ...answer, compartment: 3 }), cabinet: 'b' } as Asked).gives([]);
    scene.when(reports({ ...answer, compartment: 4 })).gives([]);
    scene.when(reports({ ...answer, compartment: 3 })).tells('OpeningAnswered', 'OpeningAborted');
  });
});

describe('a snapshot of a cabinet', () => {
  it('tells doors that no report told of', () => {
    openSite()
      .when(stateOf('unknown'))
      .gives([observed('unknown')]);
    openSite()
      .given(observed('unknown'))
      .when(stateOf('open'))
      .gives([observed('open')]);
  });

  it('that finds a parcel’s door open after nobody could see it is an alarm', () => {
    const scene = openSite().given(...waiting(3), observed('unknown'));
    scene.when(stateOf('open')).tells(...alarm);
    assert.equal(compartmentOf(scene.state, 'a', 3).blocked, 'forced');
  });

  it('says nothing of a door whose opening is under way', () => {
    unlocking().when(stateOf('open')).gives([]);
  });
});

describe('a fault of a cabinet', () => {
  it('is an alert until the last of them is cleared', () => {
    const fault = (name: 'board-silent' | 'line-noise') => reports({ kind: 'fault', fault: name, detail: 'x' });
    const cleared = (name: 'board-silent' | 'line-noise') => reports({ kind: 'cleared', fault: name });
    const scene = openSite().when(fault('board-silent')).tells('CabinetFaultRaised', 'AlertRaised');
    scene.when(fault('line-noise')).tells('CabinetFaultRaised');
    scene.when(cleared('board-silent')).tells('CabinetFaultCleared');
    scene.when(cleared('line-noise')).tells('CabinetFaultCleared', 'AlertCleared');
  });
});
