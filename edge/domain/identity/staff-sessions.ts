// Signing in and out at a console, and how many wrong passwords a name may have [S11, S12].
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import type { Session, SignIns, State } from '../state.ts';
import { waitMs } from './attempts.ts';
import { signedIn } from './staff.ts';
import { endVisit } from './visit.ts';

type Reason = EventData<'StaffSignedOut'>['reason'];

export const signedOut = (sessionId: string, reason: Reason): Fact => ({
  type: 'StaffSignedOut',
  data: { sessionId, reason },
});

/** A door that a session had opened goes on to its end by itself; no other one opens after it [S11]. */
const endSession = (state: State, { id }: Session, reason: Reason): Fact[] => [
  ...[...state.all('visits')]
    .filter(({ credentialId }) => credentialId === id)
    .flatMap((visit) => endVisit(state, visit, 'revoked')),
  signedOut(id, reason),
];

/** All sign-ins of one member of staff, but the one named `except`. */
export const endSessionsOf = (
  state: State,
  staffId: string,
  { reason, except }: { reason: Reason; except?: string },
): Fact[] =>
  [...state.all('sessions')]
    .filter((session) => session.staffId === staffId && session.id !== except)
    .flatMap((session) => endSession(state, session, reason));

export const signInsOf = (state: State, nameLookup: string): SignIns =>
  state.get('signIns', nameLookup) ?? { id: nameLookup, wrong: [], streak: 0 };

/** Says no while this name has to wait. Known and unknown names wait alike. */
export const mustWait = (state: State, nameLookup: string, { now }: Pick<Context, 'now'>): Decision | undefined => {
  const forMs = waitMs(signInsOf(state, nameLookup), now);
  return forMs > 0 ? refuse('terminal-waiting', { waitSeconds: Math.ceil(forMs / 1_000) }) : undefined;
};

/** Counted in the same commit that answers [S12]. */
export const failSignIn = (state: State, { nameLookup }: CommandOf<'FailSignIn'>, context: Context): Decision =>
  mustWait(state, nameLookup, context) ??
  refuse('not-recognised', {}, [{ type: 'SignInFailed', data: { nameLookup } }]);

/** The password is right by now; an account that ended or a name that has to wait since is refused all the same. */
export const signIn = (state: State, command: CommandOf<'SignIn'>, context: Context): Decision => {
  const { sessionId, staffId, where } = command;
  const staff = state.get('staff', staffId);
  if (!staff) return refuse('not-recognised');
  const waits = mustWait(state, staff.nameLookup, context);
  if (waits) return waits;
  if (state.get('sessions', sessionId)) return refuse('bad-request', { field: 'sessionId' });
  return done([{ type: 'StaffSignedIn', data: { sessionId, staffId, where } }], sessionId);
};

/** One's own sign-ins; another's only for a manager. A session that is over stays over. */
export const signOut = (state: State, { by, sessionId, reason }: CommandOf<'SignOut'>): Decision => {
  const session = state.get('sessions', sessionId);
  if (by) {
    const staff = signedIn(state, by);
    if (!staff) return refuse('signed-out');
    const isOwn = !session || session.staffId === staff.id;
    if (!isOwn && !staff.roles.includes('manager')) return refuse('not-allowed');
  }
  return done(session ? endSession(state, session, reason) : []);
};
