// Rows of staff, their sessions and invitations.
import type { Evolvers } from '../evolve.ts';
import { type Change, drop, put, type State } from '../state.ts';
import { recent, streakAt } from './attempts.ts';
import { endedNow, staffRule } from './retention.ts';
import { signInsOf } from './staff-sessions.ts';

type StaffEvent =
  | 'InvitationOffered'
  | 'InvitationEnded'
  | 'StaffRegistered'
  | 'StaffRolesChanged'
  | 'StaffSecretChanged'
  | 'StaffEnded'
  | 'SignInFailed'
  | 'StaffSignedIn'
  | 'StaffSignedOut';

/** A right sign-in forgets the wrong ones before it. */
const forgetWrong = (state: State, nameLookup: string): Change[] =>
  state.get('signIns', nameLookup) ? [drop('signIns', nameLookup)] : [];

export const staffEvolvers: Evolvers<StaffEvent> = {
  InvitationOffered: (_state, { invitationId, lookup, roles, by }, at) => [
    put('invitations', { id: invitationId, lookup, roles, by, offeredAt: at }),
  ],
  InvitationEnded: (_state, { invitationId }) => [drop('invitations', invitationId)],
  StaffRegistered: (_state, { staffId, nameLookup, roles, hasSecondFactor }) => [
    put('staff', { id: staffId, nameLookup, roles, hasSecondFactor }),
    put('staffNames', { id: nameLookup, staffId }),
  ],
  StaffRolesChanged: (state, { staffId, roles }) => {
    const staff = state.get('staff', staffId);
    return staff ? [put('staff', { ...staff, roles })] : [];
  },
  StaffSecretChanged: (state, { staffId, hasSecondFactor }) => {
    const staff = state.get('staff', staffId);
    return staff ? [put('staff', { ...staff, hasSecondFactor })] : [];
  },
  StaffEnded: (state, { staffId }, at) => {
    const staff = state.get('staff', staffId);
    if (!staff) return [];
    return [
      drop('staff', staffId),
      drop('staffNames', staff.nameLookup),
      put('ended', endedNow(state, { id: staffId, kind: 'staff', rule: staffRule(staff.roles) }, at)),
    ];
  },
  SignInFailed: (state, { nameLookup }, at) => {
    const row = signInsOf(state, nameLookup);
    // Names that nobody has tried for a day leave, or somebody who invents names would fill the table.
    const stale = [...state.all('signIns')].filter(
      ({ id, wrong }) => id !== nameLookup && recent(wrong, at).length === 0,
    );
    return [
      ...stale.map(({ id }) => drop('signIns', id)),
      put('signIns', { ...row, wrong: [...recent(row.wrong, at), at], streak: streakAt(row, at) + 1 }),
    ];
  },
  StaffSignedIn: (state, { sessionId, staffId, where }, at) => [
    put('sessions', { id: sessionId, staffId, where, since: at }),
    ...forgetWrong(state, state.get('staff', staffId)?.nameLookup ?? ''),
  ],
  StaffSignedOut: (_state, { sessionId }) => [drop('sessions', sessionId)],
};
