// Who asks at a console: the member of staff behind a live session, with the right to it.
import type { By } from '../../contract/desk-commands.ts';
import { mayDo, type Right } from '../../contract/rights.ts';
import { type Decision, refuse } from '../decision.ts';
import type { Staff, State } from '../state.ts';

/** Who asks by a live session that is theirs; undefined otherwise. */
export const signedIn = (state: State, { staffId, sessionId }: By): Staff | undefined =>
  state.get('sessions', sessionId)?.staffId === staffId ? state.get('staff', staffId) : undefined;

/**
 * The member of staff who asks, or the decision that says no: `signed-out` when the session is not live, `not-allowed` without the right.
 * Every command of a console begins with it: `const staff = askedBy(…); if ('answer' in staff) return staff;`
 */
export const askedBy = (state: State, by: By, right: Right): Staff | Decision => {
  const staff = signedIn(state, by);
  if (!staff) return refuse('signed-out');
  return mayDo(staff.roles, right) ? staff : refuse('not-allowed');
};
