// What is over: the term of a trustee or tenant, and the time for which data is kept.
import assert from 'node:assert/strict';
import type { EventData, Fact } from '../../contract/events.ts';
import { cardOf, ids, room, waiting } from '../people.fixture.ts';
import { type Asked, digest, type Scene, start, uuid } from '../scene.fixture.ts';
import { desk, ends, guard, house, manager, person, trustee } from './leave.fixture.ts';
import { dayMs, dueForErasure } from './retention.ts';

describe('a term', () => {
  const cardFact = (personId: string): Fact => ({
    type: 'CredentialIssued',
    data: {
      credentialId: uuid(0x51),
      personId,
      use: 'card',
      lookups: [digest('term')],
      issue: 0,
      holdId: null,
      until: null,
    },
  });
  const shows = (scene: Scene) =>
    scene.when({ kind: 'Identify', visitId: uuid(0x52), terminal: 'lobby', way: 'card', lookup: digest('term') });

  it('ends a trustee’s card on its last day, and time that went back does not bring it back [S14]', () => {
    shows(house().given(cardFact(trustee))).tells('VisitBegan');
    const scene = house()
      .given(cardFact(trustee))
      .passes(dayMs + 1);
    shows(scene).tells('ScanRefused');
    scene.passes(-2 * dayMs);
    shows(scene).tells('ScanRefused');
  });

  it('is not told by a clock that nobody trusts: the desk decides [S14]', () => {
    const scene = house().given(cardFact(trustee));
    scene.now = { ...scene.now, clock: 'unknown' };
    shows(scene).gives({ refused: 'clock-untrusted' });
  });

  it('that is over makes a tenant nobody’s recipient; a trustee never is one', () => {
    const phoneTailKey = digest('term tail');
    const named = (more: Partial<EventData<'PersonRegistered'>>, days: number): string => {
      const scene = house().given(person(uuid(0x53), { phoneTailKey, ...more }));
      scene.passes(days * dayMs);
      scene.when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'card', lookup: cardOf(ids.courier) });
      const asked = { visitId: ids.visit, recipientId: uuid(0x54), roomKey: room.home, phoneTailKey };
      const { answer } = scene.when({ kind: 'MatchRecipient', ...asked });
      return 'refused' in answer ? answer.refused : 'found';
    };
    const until = start.wallMs + 2 * dayMs;
    assert.equal(named({ relation: 'tenant', until }, 1), 'found');
    assert.equal(named({ relation: 'tenant', until }, 3), 'no-match');
    assert.equal(named({ relation: 'trustee', agreedBy: ids.owner, until }, 1), 'no-match');
  });
});

describe('what is over its time', () => {
  const erases = (scene: Scene, by: typeof desk.by | null = null): Asked => ({
    kind: 'EraseData',
    by,
    due: dueForErasure(scene.state, scene.now),
  });
  const leftFor = (days: number): Scene => {
    const scene = house();
    scene.when(ends(ids.lodger));
    return scene.passes(days * dayMs);
  };

  it('is erased, not a day before', () => {
    assert.deepEqual(dueForErasure(leftFor(180).state, leftFor(180).now), []);
    const scene = leftFor(181);
    const { facts, personal } = scene.when(erases(scene, manager.by));
    assert.deepEqual(facts, [
      { type: 'DataErased', data: { subject: ids.lodger, kind: 'person', rule: 'person-left' } },
      { type: 'RetentionRan', data: { erased: 1, at: scene.now.wallMs } },
    ]);
    assert.deepEqual(personal, [{ id: ids.lodger, data: null }]);
    assert.equal(scene.state.get('ended', ids.lodger), undefined);
    assert.equal(scene.state.get('retention', 'retention')?.lastRanAt, scene.now.wallMs);
  });

  it('is a trustee whose mandate ended long ago: the card ends with the name', () => {
    const scene = house().passes(182 * dayMs);
    scene.when(erases(scene)).tells('PersonEnded', 'DataErased', 'RetentionRan');
    assert.equal(scene.state.get('people', trustee), undefined);
  });

  it('waits as long as something of theirs is in the house', () => {
    const scene = house().given(...waiting(3));
    scene.when(ends(ids.owner, { reason: 'moved-out' }));
    scene.passes(400 * dayMs);
    const due = dueForErasure(scene.state, scene.now).map(({ subject }) => subject);
    assert.ok(!due.includes(ids.owner));
  });

  it('is never whoever lives here, whatever is asked for', () => {
    const scene = leftFor(400);
    const due = [
      { subject: ids.owner, kind: 'person', rule: 'person-left' },
      { subject: manager.by.staffId, kind: 'staff', rule: 'staff-left' },
      { subject: ids.lodger, kind: 'person', rule: 'staff-left' },
    ] as const;
    const { personal } = scene.when({ kind: 'EraseData', by: null, due: [...due] });
    assert.deepEqual(personal, []);
    assert.ok(scene.state.get('people', ids.owner));
  });

  it('is not told by a clock that nobody trusts [S14]', () => {
    const scene = leftFor(400);
    const receipt = { subject: uuid(0x77), kind: 'receipt', rule: 'receipt-old' } as const;
    for (const clock of ['unknown', 'restored'] as const) {
      scene.now = { ...scene.now, clock };
      assert.deepEqual(dueForErasure(scene.state, scene.now), []);
      assert.deepEqual(scene.when({ kind: 'EraseData', by: null, due: [receipt] }).receipts, []);
    }
    scene.now = { ...scene.now, clock: 'synced' };
    const { receipts } = scene.when({ kind: 'EraseData', by: null, due: [receipt] });
    assert.deepEqual(receipts, [{ id: receipt.subject, data: null }]);
  });

  it('is dated by the latest time known when the clock was wrong that day [S14]', () => {
    const scene = house();
    scene.now = { ...scene.now, wallMs: 1_000, clock: 'unknown' };
    scene.when(ends(ids.lodger));
    assert.equal(scene.state.get('ended', ids.lodger)?.endedAt, start.wallMs);
  });

  it('are the files of staff after two years, of key posts after three [档案管理规程 3.3.4]', () => {
    const scene = house();
    for (const { by } of [guard, manager])
      scene.given({ type: 'StaffEnded', data: { staffId: by.staffId, by: desk.by.staffId } });
    const dueAfter = (days: number): string[] => {
      scene.passes(days * dayMs);
      return dueForErasure(scene.state, scene.now)
        .filter(({ kind }) => kind === 'staff')
        .map(({ subject }) => subject);
    };
    assert.deepEqual(dueAfter(730), []);
    assert.deepEqual(dueAfter(1), [guard.by.staffId]);
    assert.deepEqual(dueAfter(365), [guard.by.staffId, manager.by.staffId]);
  });
});
