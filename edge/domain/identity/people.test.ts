// What is done with people’s data: by whom, with which reason, on record.
import { ids } from '../people.fixture.ts';
import { type Asked, uuid } from '../scene.fixture.ts';
import { desk, ends, guard, house, manager } from './leave.fixture.ts';

describe('people’s data', () => {
  const reveals = (more: Partial<Extract<Asked, { kind: 'RevealData' }>> = {}): Asked => ({
    kind: 'RevealData',
    by: desk.by,
    subject: ids.owner,
    reason: 'deliver',
    ...more,
  });

  it('is opened with a reason, and that is recorded [P1]', () => {
    house()
      .when(reveals())
      .gives([{ type: 'DataRevealed', data: { staffId: desk.by.staffId, subject: ids.owner, reason: 'deliver' } }]);
  });

  it('is not opened of nobody, nor of staff', () => {
    for (const subject of [uuid(0x999), manager.by.staffId, ids.home])
      house().when(reveals({ subject })).gives({ refused: 'unknown-person', field: 'subject' });
  });

  it('is given to officials by the manager alone [P2]', () => {
    house()
      .when(reveals({ reason: 'official' }))
      .gives({ refused: 'not-allowed', field: 'reason', remedy: 'the manager answers officials' });
    house()
      .when(reveals({ reason: 'official', by: manager.by }))
      .tells('DataRevealed');
  });

  const commands: Asked[] = [
    { kind: 'RecordSearch', by: desk.by, found: 1 },
    reveals(),
    { kind: 'RecordExport', by: desk.by, what: 'people', subject: null, rows: 1 },
    ends(ids.owner),
    { kind: 'MergePeople', by: desk.by, from: ids.owner, into: ids.spouse },
    { kind: 'MoveOutHousehold', by: desk.by, householdId: ids.home },
    { kind: 'EraseData', by: desk.by, due: [] },
  ];
  for (const command of commands) {
    it(`is safe from whoever is signed out: ${command.kind}`, () => {
      const scene = house().given({
        type: 'StaffSignedOut',
        data: { sessionId: desk.by.sessionId, reason: 'by-person' },
      });
      scene.when(command).gives({ refused: 'signed-out' });
    });
    it(`is safe from a session under another name: ${command.kind}`, () => {
      const forged = { staffId: manager.by.staffId, sessionId: guard.by.sessionId };
      house()
        .when({ ...command, by: forged } as Asked)
        .gives({ refused: 'signed-out' });
    });
    if (command.kind !== 'RecordSearch')
      it(`is safe from whoever may not: ${command.kind}`, () => {
        house()
          .when({ ...command, by: guard.by } as Asked)
          .gives({ refused: 'not-allowed' });
      });
  }

  it('leaves the house in a list of people only by the manager; lists of items and registers by who reads them', () => {
    const puts = (by: typeof desk.by, what: string): Asked => ({
      kind: 'RecordExport',
      by,
      what,
      subject: null,
      rows: 3,
    });
    house().when(puts(desk.by, 'people')).gives({ refused: 'not-allowed' });
    house().when(puts(desk.by, 'own-data')).gives({ refused: 'not-allowed' });
    for (const what of ['items', 'register mail']) house().when(puts(desk.by, what)).tells('DataExported');
    house().when(puts(manager.by, 'people')).tells('DataExported');
  });
});
