// Who stands at the terminal: a code, a QR or a card begins a visit; a code or a lone parcel opens its door in the same commit.
import type { CommandOf } from '../../contract/commands.ts';
import type { Fact } from '../../contract/events.ts';
import { isWaiting } from '../custody/hold.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { grantOpening } from '../openings/grant.ts';
import { type Credential, type Hold, liveVisitAt, type State, type Visit } from '../state.ts';
import { visibleHolds } from './household.ts';
import { recognise } from './recognise.ts';
import { endVisit, keepsTerminal } from './visit.ts';

/** The parcel whose door opens at once: the code's own, or the person's only one that waits. A flat-mate's is opened only when asked for. */
const firstHold = (state: State, visit: Visit, credential: Credential): Hold | undefined => {
  if (visit.role === 'courier') return undefined;
  if (credential.holdId !== null) return state.get('holds', credential.holdId);
  const waiting = visibleHolds(state, visit).filter((hold) => isWaiting(hold.status));
  if (waiting[0]?.personId !== visit.personId) return undefined;
  return waiting.length === 1 ? waiting[0] : undefined;
};

export const identify = (state: State, command: CommandOf<'Identify'>, context: Context): Decision => {
  const credential = recognise(state, command, context);
  if ('answer' in credential) return credential;

  if (state.get('visits', command.visitId))
    return refuse('bad-request', { field: 'visitId', remedy: 'begin with an id of its own' });
  const former = liveVisitAt(state, command.terminal);
  if (former && keepsTerminal(state, former, context.now)) return refuse('door-busy');
  const person = state.get('people', credential.personId);
  const visit: Visit = {
    id: command.visitId,
    terminal: command.terminal,
    personId: credential.personId,
    role: credential.use === 'proxy' ? 'proxy' : person?.role === 'courier' ? 'courier' : 'owner',
    credentialId: credential.id,
    holdId: credential.use === 'proxy' ? credential.holdId : null,
    recipient: null,
    mismatches: 0,
    holds: [],
    openings: [],
    activeAt: context.now,
  };
  const { id: visitId, terminal, personId, role, credentialId, holdId } = visit;
  const facts: Fact[] = [
    ...(former ? endVisit(state, former, 'replaced') : []),
    { type: 'VisitBegan', data: { visitId, terminal, personId, role, holdId, credentialId } },
  ];
  const hold = firstHold(state, visit, credential);
  if (hold && isWaiting(hold.status) && hold.place && 'cabinet' in hold.place) {
    const want = { holdId: hold.id, ...hold.place, purpose: 'collect', attempt: 1, supply: context.supply } as const;
    const grant = grantOpening(state, visit, want);
    if ('fact' in grant) facts.push(grant.fact);
  }
  return done(facts, visitId);
};
