// Accounts of staff: made by invitation, changed by managers, ended at once; a house is never left without its technician and manager.
import type { CommandOf } from '../../contract/commands.ts';
import { type StaffRole, secondFactorRoles } from '../../contract/rights.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import type { Staff, State } from '../state.ts';
import { askedBy, signedIn } from './staff.ts';
import { endInvitationsOf, holdersOf, invited, used } from './staff-invitations.ts';
import { endSessionsOf } from './staff-sessions.ts';

const needsSecondFactor = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => secondFactorRoles.includes(role));

const withoutSecondFactor = (): Decision =>
  refuse('second-factor', { field: 'roles', remedy: 'this role needs an account with a second factor: invite anew' });

export const registerStaff = (state: State, command: CommandOf<'RegisterStaff'>, context: Context): Decision => {
  const { staffId, nameLookup, hasSecondFactor, personal } = command;
  const invitation = invited(state, command.lookup, context);
  if ('answer' in invitation) return invitation;
  const { id: invitationId, roles } = invitation;
  if (needsSecondFactor(roles) && !hasSecondFactor) return withoutSecondFactor();
  if (state.get('staffNames', nameLookup)) return refuse('name-taken', { field: 'userName' });
  if (state.get('staff', staffId)) return refuse('bad-request', { field: 'staffId' });
  const digest = context.supply.digest(personal);
  return {
    ...done(
      [
        { type: 'StaffRegistered', data: { staffId, nameLookup, roles, hasSecondFactor, invitationId, digest } },
        used(invitation),
      ],
      staffId,
    ),
    personal: [{ id: staffId, data: personal }],
  };
};

/** Without one of them nobody could ever be invited, or the machine be looked after, from a console. */
const lastRoles = ['manager', 'technician'] as const;
const isLast = (state: State, staff: Staff, kept: readonly StaffRole[]): boolean =>
  lastRoles.some((role) => staff.roles.includes(role) && !kept.includes(role) && holdersOf(state, role).length === 1);

/** Whom a manager means; a technician's part in accounts is over once the first manager is invited. */
const target = (state: State, { by, staffId }: Pick<CommandOf<'EndStaff'>, 'by' | 'staffId'>): Staff | Decision => {
  const asking = askedBy(state, by, 'manage-staff');
  if ('answer' in asking) return asking;
  if (!asking.roles.includes('manager')) return refuse('not-allowed', { remedy: 'ask a manager' });
  return state.get('staff', staffId) ?? refuse('unknown-person', { field: 'staffId' });
};

export const changeRoles = (state: State, command: CommandOf<'ChangeStaffRoles'>): Decision => {
  const staff = target(state, command);
  if ('answer' in staff) return staff;
  const roles = [...new Set(command.roles)];
  if (isLast(state, staff, roles)) return refuse('last-manager');
  if (needsSecondFactor(roles) && !staff.hasSecondFactor) return withoutSecondFactor();
  const left = staff.roles.includes('manager') && !roles.includes('manager');
  return done([
    { type: 'StaffRolesChanged', data: { staffId: staff.id, roles, by: command.by.staffId } },
    ...(left ? endInvitationsOf(state, staff.id) : []),
  ]);
};

/** Sign-ins and links that rest on the account end in the same commit [S11]. */
export const endStaff = (state: State, command: CommandOf<'EndStaff'>): Decision => {
  const staff = target(state, command);
  if ('answer' in staff) return staff;
  if (isLast(state, staff, [])) return refuse('last-manager');
  return done([
    { type: 'StaffEnded', data: { staffId: staff.id, by: command.by.staffId } },
    ...endSessionsOf(state, staff.id, { reason: 'ended' }),
    ...endInvitationsOf(state, staff.id),
  ]);
};

/** A new password ends the sign-ins that the former one made elsewhere. */
export const changeOwnSecret = (state: State, command: CommandOf<'ChangeOwnSecret'>, context: Context): Decision => {
  const { by, hasSecondFactor, personal } = command;
  const staff = signedIn(state, by);
  if (!staff) return refuse('signed-out');
  if (needsSecondFactor(staff.roles) && !hasSecondFactor) return withoutSecondFactor();
  const digest = context.supply.digest(personal);
  return {
    ...done([
      { type: 'StaffSecretChanged', data: { staffId: staff.id, hasSecondFactor, digest } },
      ...endSessionsOf(state, staff.id, { reason: 'by-person', except: by.sessionId }),
    ]),
    personal: [{ id: staff.id, data: personal }],
  };
};
