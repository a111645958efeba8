// Accounts of staff: who may change and end them, and what ends with them [S11].
import assert from 'node:assert/strict';
import type { StaffRole } from '../../contract/rights.ts';
import { type Asked, scene, uuid } from '../scene.fixture.ts';
import {
  byOf,
  house,
  nameOf,
  offers,
  registered,
  registers,
  sessionOf,
  signedInAs,
  staffIds,
} from './staff.fixture.ts';

const { technician, manager, desk, guard } = staffIds;
const second = uuid(0x505);
const by = byOf(manager);
const ends = (staffId: string, asking = by): Asked => ({ kind: 'EndStaff', by: asking, staffId });
const changes = (staffId: string, roles: StaffRole[], asking = by): Asked => ({
  kind: 'ChangeStaffRoles',
  by: asking,
  staffId,
  roles,
});
const secret = (staffId: string, hasSecondFactor: boolean): Asked => ({
  kind: 'ChangeOwnSecret',
  by: byOf(staffId),
  hasSecondFactor,
  personal: { name: 'x', salt: 'y' },
});

describe('an account of staff', () => {
  it('is not made twice under one name, nor without a second factor where its role needs one', () => {
    const site = house();
    site.when(offers(['technician']));
    site
      .when({ ...registers(second), nameLookup: nameOf(desk) } as Asked)
      .gives({ refused: 'name-taken', field: 'userName' });
    const bare = site.when(registers(second, { hasSecondFactor: false })).answer;
    assert.ok('refused' in bare && bare.refused === 'second-factor');
    site.when(registers(second)).tells('StaffRegistered', 'InvitationEnded');
  });

  it('is changed and ended by managers only', () => {
    for (const asking of [technician, desk, guard])
      for (const command of [ends(guard, byOf(asking)), changes(guard, ['desk'], byOf(asking))]) {
        const { answer } = house().when(command);
        assert.ok('refused' in answer && answer.refused === 'not-allowed');
      }
    house()
      .when(changes(guard, ['guard', 'desk', 'desk']))
      .gives([{ type: 'StaffRolesChanged', data: { staffId: guard, roles: ['guard', 'desk'], by: manager } }]);
    house()
      .when(ends(uuid(0x999)))
      .gives({ refused: 'unknown-person', field: 'staffId' });
  });

  it('ends with its sign-ins in the same commit, and its name is free again', () => {
    const site = house();
    site.when(ends(desk)).gives([
      { type: 'StaffEnded', data: { staffId: desk, by: manager } },
      { type: 'StaffSignedOut', data: { sessionId: sessionOf(desk), reason: 'ended' } },
    ]);
    assert.equal(site.state.get('staffNames', nameOf(desk)), undefined);
    site.when(changes(guard, ['desk'], byOf(desk))).gives({ refused: 'signed-out' });
  });

  for (const [role, last] of [
    ['manager', manager],
    ['technician', technician],
  ] as const)
    it(`cannot be ended or lose its role when it is the last ${role}’s, and can when there is another`, () => {
      const site = house();
      site.when(ends(last)).gives({ refused: 'last-manager' });
      site.when(changes(last, ['desk'])).gives({ refused: 'last-manager' });
      site.given(registered(second, [role]), signedInAs(second));
      site.when(changes(last, ['desk'])).tells('StaffRolesChanged');
      if (role === 'technician') site.when(ends(second)).gives({ refused: 'last-manager' });
    });

  it('without a second factor is given no role that needs one', () => {
    const { answer } = house().when(changes(desk, ['desk', 'manager']));
    assert.ok('refused' in answer && answer.refused === 'second-factor');
  });

  it('with a new password keeps the sign-in it was changed from and no other', () => {
    const site = house();
    const elsewhere = uuid(0x778);
    site.given({ type: 'StaffSignedIn', data: { sessionId: elsewhere, staffId: desk, where: '' } });
    site.when(secret(desk, false)).tells('StaffSecretChanged', 'StaffSignedOut');
    assert.equal(site.state.get('sessions', elsewhere), undefined);
    assert.ok(site.state.get('sessions', sessionOf(desk)));
    const { answer } = site.when(secret(manager, false));
    assert.ok('refused' in answer && answer.refused === 'second-factor');
    scene().when(secret(desk, false)).gives({ refused: 'signed-out' });
  });
});
