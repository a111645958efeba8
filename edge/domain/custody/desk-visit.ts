// A short visit of the desk: one door, opened from a console by a member of staff.
import type { By } from '../../contract/desk-commands.ts';
import type { Fact, Instant } from '../../contract/events.ts';
import { type Decision, refuse } from '../decision.ts';
import { endVisit, keepsTerminal } from '../identity/visit.ts';
import { liveVisitAt, type State, type Visit } from '../state.ts';

/**
 * Where the doors and attempts of a member of staff are counted, as a terminal's are: one door at a time, and signing in again elsewhere begins nothing anew
 * [S12; safety: codes 11]. The end of a UUIDv7 is its random part.
 */
export const deskTerminal = (id: string): string => `desk-${id.replaceAll('-', '').slice(-18)}`;

/** Begins it; a former one whose door is over ends, one whose door is under way refuses. */
export const beginDeskVisit = (
  state: State,
  { by, visitId }: { by: By; visitId: string },
  now: Instant,
): { visit: Visit; facts: Fact[] } | Decision => {
  if (state.get('visits', visitId))
    return refuse('bad-request', { field: 'visitId', remedy: 'begin with an id of its own' });
  const terminal = deskTerminal(by.staffId);
  const former = liveVisitAt(state, terminal);
  if (former && keepsTerminal(state, former, now)) return refuse('door-busy');
  const who = { terminal, personId: by.staffId, role: 'desk', credentialId: by.sessionId, holdId: null } as const;
  return {
    visit: { ...who, id: visitId, recipient: null, mismatches: 0, holds: [], openings: [], activeAt: now },
    facts: [...(former ? endVisit(state, former, 'replaced') : []), { type: 'VisitBegan', data: { visitId, ...who } }],
  };
};
