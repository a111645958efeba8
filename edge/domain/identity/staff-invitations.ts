// One-time links by which people make accounts of their own: who may offer which, and how long each lives [safety: codes 8].
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact, Instant } from '../../contract/events.ts';
import { mayDo, type StaffRole, staffRoles } from '../../contract/rights.ts';
import { policies } from '../custody/policies.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { latest } from '../latest.ts';
import type { Invitation, Staff, State } from '../state.ts';
import { askedBy } from './staff.ts';

export const holdersOf = (state: State, role: StaffRole): Staff[] =>
  [...state.all('staff')].filter(({ roles }) => roles.includes(role));

/**
 * Whole milliseconds that the link still works, 0 when it is over. Across a restart only synced clocks that never went back can tell; whenever they cannot, it is over: the safe
 * direction for a way in [S14].
 */
export const leftMs = ({ offeredAt }: Invitation, { now, latestMs }: Pick<Context, 'now' | 'latestMs'>): number => {
  const most = policies.invitationMs.value;
  if (offeredAt.boot === now.boot) return Math.ceil(Math.max(0, most - (now.monoMs - offeredAt.monoMs)));
  if (offeredAt.clock !== 'synced' || now.clock !== 'synced') return 0;
  if (now.wallMs < latest(latestMs, now)) return 0;
  return Math.max(0, most - (now.wallMs - offeredAt.wallMs));
};

/** As `leftMs`, by what this state knows of the time. */
export const leftAt = (state: State, invitation: Invitation, now: Instant): number =>
  leftMs(invitation, { now, latestMs: state.get('node', 'node')?.latestMs ?? 0 });

const ended = (invitationId: string, reason: EventData<'InvitationEnded'>['reason']): Fact => ({
  type: 'InvitationEnded',
  data: { invitationId, reason },
});

/** A way in that rests on somebody's right goes with the right. */
export const endInvitationsOf = (state: State, staffId: string): Fact[] =>
  [...state.all('invitations')].filter(({ by }) => by === staffId).map(({ id }) => ended(id, 'by-office'));

/** The links that a new one makes void: there is one way at a time to the first account, and one to the first manager's. */
const replacedBy = (state: State, roles: readonly StaffRole[]): Invitation[] => {
  const waiting = [...state.all('invitations')];
  if ([...state.all('staff')].length === 0) return waiting;
  if (!roles.includes('manager') || holdersOf(state, 'manager').length > 0) return [];
  return waiting.filter((one) => one.roles.includes('manager'));
};

/** Managers invite anybody; a technician only the first manager. */
export const mayInvite = (state: State, { roles }: Staff): readonly StaffRole[] => {
  if (roles.includes('manager')) return staffRoles;
  return mayDo(roles, 'manage-staff') && holdersOf(state, 'manager').length === 0 ? ['manager'] : [];
};

/** The shell, where `by` is null, belongs to whoever owns the machine. */
export const offerInvitation = (state: State, command: CommandOf<'OfferInvitation'>): Decision => {
  const { by, invitationId, lookup } = command;
  const roles = [...new Set(command.roles)];
  if (by) {
    const staff = askedBy(state, by, 'manage-staff');
    if ('answer' in staff) return staff;
    const allowed = mayInvite(state, staff);
    if (!roles.every((role) => allowed.includes(role)))
      return refuse('not-allowed', { field: 'roles', remedy: 'a technician invites the first manager only' });
  }
  if (state.get('invitations', invitationId)) return refuse('bad-request', { field: 'invitationId' });
  return done(
    [
      ...replacedBy(state, roles).map(({ id }) => ended(id, 'replaced')),
      { type: 'InvitationOffered', data: { invitationId, lookup, roles, by: by?.staffId ?? null } },
    ],
    invitationId,
  );
};

export const endInvitation = (state: State, { invitationId, reason }: CommandOf<'EndInvitation'>): Decision =>
  done(state.get('invitations', invitationId) ? [ended(invitationId, reason)] : []);

/** The invitation of this token, or the decision that says it is over: never offered, used, replaced or too old are one answer [safety: codes 4]. */
export const invited = (state: State, lookup: string, context: Context): Invitation | Decision => {
  const found = [...state.all('invitations')].find((one) => one.lookup === lookup);
  if (!found) return refuse('invitation-over');
  return leftMs(found, context) > 0 ? found : refuse('invitation-over', {}, [ended(found.id, 'over')]);
};

export const used = ({ id }: Invitation): Fact => ended(id, 'used');
