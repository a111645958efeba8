// Whatever staff do with accounts, in whatever order: what must hold after each step.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type StaffRole, secondFactorRoles, staffRoles } from '../../contract/rights.ts';
import { type Asked, digest, type Scene, scene, uuid } from '../scene.fixture.ts';
import { nameOf } from './staff.fixture.ts';

const people = Array.from({ length: 5 }, (_, n) => uuid(0x500 + n));
type Draw = [number, number, number];

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Undefined when there is nobody to do it. */
const stepOf = (site: Scene, [which, n, m]: Draw, fresh: () => string): Asked | undefined => {
  const sessions = [...site.state.all('sessions')];
  const session = pick(sessions, n);
  const by = session && { staffId: session.staffId, sessionId: session.id };
  const staffId = pick(people, m) ?? '';
  const roles: StaffRole[] = [staffRoles[n % staffRoles.length] ?? 'desk', ...(m % 3 ? [] : ['manager' as const])];
  const personal = { name: 'x', salt: 'y' };
  switch (which % 9) {
    case 0:
    case 1: {
      const invitationId = fresh();
      return {
        kind: 'OfferInvitation',
        by: m % 3 && by ? by : null,
        invitationId,
        lookup: digest(invitationId),
        roles,
      };
    }
    case 2:
    case 3: {
      const lookup = pick([...site.state.all('invitations')], n)?.lookup ?? digest('none');
      const nameLookup = nameOf(pick(people, m >> 2) ?? '');
      return { kind: 'RegisterStaff', staffId, lookup, nameLookup, hasSecondFactor: n % 4 > 0, personal };
    }
    case 4:
      return by && { kind: 'ChangeStaffRoles', by, staffId, roles };
    case 5:
      return by && { kind: 'EndStaff', by, staffId };
    case 6:
      return { kind: 'SignIn', sessionId: fresh(), staffId, where: '' };
    case 7:
      site.passes((n % 6) * 200_000);
      return { kind: 'FailSignIn', nameLookup: nameOf(staffId) };
    default:
      return n % 5 === 0
        ? { kind: 'StartNode', boot: fresh(), version: '0' }
        : { kind: 'SignOut', by: m % 2 && by ? by : null, sessionId: pick(sessions, m)?.id ?? fresh(), reason: 'idle' };
  }
};

const holders = ({ state }: Scene, role: StaffRole): number =>
  [...state.all('staff')].filter(({ roles }) => roles.includes(role)).length;

const check = (site: Scene, had: ReadonlySet<StaffRole>): void => {
  const { state } = site;
  for (const role of had) assert.ok(holders(site, role) > 0, `a ${role} is always left`);
  for (const { staffId } of state.all('sessions')) assert.ok(state.get('staff', staffId), 'a sign-in has its account');
  for (const { by } of state.all('invitations'))
    assert.ok(by === null || state.get('staff', by), 'a link has its inviter');
  for (const { id, nameLookup, roles, hasSecondFactor } of state.all('staff')) {
    assert.equal(state.get('staffNames', nameLookup)?.staffId, id, 'one name, one account');
    assert.ok(hasSecondFactor || !roles.some((role) => secondFactorRoles.includes(role)));
  }
};

describe('whatever staff do', () => {
  it('nobody signs in without an account, no link outlives its inviter, and a manager and a technician are left', () => {
    const seen = new Set<string>();
    const draws = fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), { minLength: 40, maxLength: 120 });
    fc.assert(
      fc.property(draws, (steps) => {
        const site = scene();
        const had = new Set<StaffRole>();
        let made = 0;
        const fresh = (): string => {
          made += 1;
          return uuid(0x30000 + made);
        };
        for (const step of steps) {
          const asked = stepOf(site, step, fresh);
          if (!asked) continue;
          const { facts } = site.when(asked);
          for (const { type } of facts) seen.add(type);
          for (const role of ['manager', 'technician'] as const) if (holders(site, role) > 0) had.add(role);
          check(site, had);
        }
      }),
      { seed: 20_261_121, numRuns: Number(process.env.DOSE ?? 100) },
    );
    for (const type of [
      'StaffRegistered',
      'StaffEnded',
      'StaffRolesChanged',
      'InvitationEnded',
      'StaffSignedOut',
      'SignInFailed',
    ])
      assert.ok(seen.has(type), `${type} was never reached`);
  });
});
