// What the shell may ask without a name needs a sign-in and a right when it is asked at a console.
import assert from 'node:assert/strict';
import { type StaffRole, staffRoles } from '../../contract/rights.ts';
import { by, onDuty } from '../custody/desk.fixture.ts';
import { cardOf, ids, openSite, waiting } from '../people.fixture.ts';
import { type Asked, digest } from '../scene.fixture.ts';

const asks: [Asked, StaffRole[]][] = [
  [{ kind: 'ImportPeople', households: [], people: [] }, ['desk', 'manager']],
  [{ kind: 'BindCard', personId: ids.owner, lookup: digest('new card') }, ['desk']],
  [{ kind: 'RevokeCard', lookup: cardOf(ids.owner) }, ['desk']],
  [{ kind: 'ReissueCode', personId: ids.courier }, ['desk']],
  [{ kind: 'ReissueParcelCode', holdId: ids.hold }, ['desk']],
  [{ kind: 'ReleaseTerminal', terminal: 'lobby' }, ['desk', 'guard', 'technician']],
  [{ kind: 'ReleaseCompartment', cabinet: 'a', compartment: 1 }, ['desk', 'guard', 'technician']],
  [{ kind: 'AnswerCall', terminal: 'lobby' }, ['desk', 'guard']],
];

for (const [ask, roles] of asks)
  describe(`${ask.kind} at a console`, () => {
    it('is for those who have the right, and for nobody who is signed out', () => {
      const may = (role: StaffRole): boolean => {
        const scene = openSite().given(...waiting(3), ...onDuty(by, [role]));
        const { answer } = scene.when({ ...ask, by } as Asked);
        assert.ok('done' in answer || answer.refused === 'not-allowed', JSON.stringify(answer));
        return 'done' in answer;
      };
      assert.deepEqual(staffRoles.filter(may), roles);
      openSite()
        .given(...waiting(3))
        .when({ ...ask, by } as Asked)
        .gives({ refused: 'signed-out' });
    });

    it('needs no name at the shell', () => {
      assert.ok(
        'done' in
          openSite()
            .given(...waiting(3))
            .when(ask).answer,
      );
    });
  });
