// Staff of the small site of the tests: accounts, invitations and sign-ins as facts and commands.
import type { By } from '../../contract/desk-commands.ts';
import type { Fact } from '../../contract/events.ts';
import { type StaffRole, secondFactorRoles } from '../../contract/rights.ts';
import { type Asked, digest, type Scene, scene, uuid } from '../scene.fixture.ts';

export const staffIds = { technician: uuid(0x501), manager: uuid(0x502), desk: uuid(0x503), guard: uuid(0x504) };
export const sessionOf = (staffId: string): string => uuid(0x1000 + Number.parseInt(staffId.slice(-3), 16));
export const byOf = (staffId: string): By => ({ staffId, sessionId: sessionOf(staffId) });
export const nameOf = (staffId: string): string => digest(`name ${staffId.slice(-6)}`);

export const registered = (staffId: string, roles: StaffRole[]): Fact => ({
  type: 'StaffRegistered',
  data: {
    staffId,
    nameLookup: nameOf(staffId),
    roles,
    hasSecondFactor: roles.some((role) => secondFactorRoles.includes(role)),
    invitationId: uuid(0x600),
    digest: digest('sealed'),
  },
});
export const signedInAs = (staffId: string): Fact => ({
  type: 'StaffSignedIn',
  data: { sessionId: sessionOf(staffId), staffId, where: 'Firefox · Linux' },
});

/** One technician, one manager, one at the desk, one guard; all signed in. */
export const house = (): Scene =>
  scene().given(
    ...Object.entries(staffIds).flatMap(([role, staffId]) => [
      registered(staffId, [role as StaffRole]),
      signedInAs(staffId),
    ]),
  );

export const offers = (roles: StaffRole[], more: { by?: By | null; n?: number } = {}): Asked => {
  const { by = null, n = 1 } = more;
  return { kind: 'OfferInvitation', by, invitationId: uuid(0x600 + n), lookup: digest(`token ${n}`), roles };
};
export const registers = (staffId: string, more: { n?: number; hasSecondFactor?: boolean } = {}): Asked => ({
  kind: 'RegisterStaff',
  staffId,
  lookup: digest(`token ${more.n ?? 1}`),
  nameLookup: nameOf(staffId),
  hasSecondFactor: more.hasSecondFactor ?? true,
  personal: { name: '张工', account: { userName: 'zhang', passwordHash: 'hash', totpSecret: 'secret' }, salt: 'grain' },
});
export const signsIn = (staffId: string): Asked => ({
  kind: 'SignIn',
  sessionId: sessionOf(staffId),
  staffId,
  where: '',
});
export const fails = (staffId: string): Asked => ({ kind: 'FailSignIn', nameLookup: nameOf(staffId) });
