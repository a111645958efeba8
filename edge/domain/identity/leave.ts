// People who leave: everything that let them in or out ends in the same commit; what waits for them goes back [M5].
import type { EventData, Fact } from '../../contract/events.ts';
import { isWaiting } from '../custody/hold.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { after } from '../overlay.ts';
import type { Hold, State } from '../state.ts';
import { endVisit } from './visit.ts';

interface Leaving {
  personId: string;
  reason: EventData<'PersonEnded'>['reason'];
  /** Null = the term was long over. */
  by: string | null;
}

const waitingFor = (state: State, personId: string): Hold[] =>
  [...state.all('holds')].filter((hold) => hold.personId === personId && isWaiting(hold.status));

/** Every card, code and 「代取码」 of this person, and every visit that stands on one or is about to bring them something [S11]. */
const shutOut = (state: State, personId: string): Fact[] => [
  ...[...state.all('credentials')]
    .filter((credential) => credential.personId === personId)
    .map(({ id: credentialId }): Fact => ({ type: 'CredentialRevoked', data: { credentialId, reason: 'by-office' } })),
  ...[...state.all('visits')]
    .filter((visit) => visit.personId === personId || visit.recipient?.personId === personId)
    .flatMap((visit) => endVisit(state, visit, 'revoked')),
];

/** What lies at the desk is marked to go back; what lies behind a door stays until the desk fetches it. */
const giveBack = (state: State, personId: string, staffId: string): Fact[] =>
  waitingFor(state, personId)
    .filter(({ place }) => place !== null && 'shelf' in place)
    .map(({ id: holdId }): Fact => ({ type: 'ItemUndeliverable', data: { holdId, staffId, reason: 'moved-away' } }));

const leaveAlone = (state: State, { personId, reason, by }: Leaving): Fact[] => [
  ...shutOut(state, personId),
  ...(by === null ? [] : giveBack(state, personId, by)),
  { type: 'PersonEnded', data: { personId, reason, by } },
];

/** With those whom this person mandated, and the household when nobody is left of it. Facts follow one another: each sees those before it. */
export const leave = (before: State, leaving: Leaving, { now }: Pick<Context, 'now'>): Fact[] => {
  const home = before.get('people', leaving.personId)?.householdId ?? null;
  const trustees = [...before.all('people')].filter(
    ({ relation, agreedBy }) => relation === 'trustee' && agreedBy === leaving.personId,
  );
  const facts: Fact[] = [];
  for (const one of [leaving, ...trustees.map(({ id }): Leaving => ({ ...leaving, personId: id, reason: 'left' }))])
    facts.push(...leaveAlone(after(before, facts, now), one));
  const isEmpty = home !== null && after(before, facts, now).get('households', home)?.people.length === 0;
  if (isEmpty) facts.push({ type: 'HouseholdMovedOut', data: { householdId: home, by: leaving.by } });
  return facts;
};

export const endPerson = (state: State, leaving: Leaving & { by: string }, context: Context): Decision => {
  if (!state.get('people', leaving.personId)) return refuse('unknown-person');
  if (leaving.reason === 'entered-twice' && waitingFor(state, leaving.personId).length > 0)
    return refuse('bad-request', { field: 'reason', remedy: 'items wait for this entry: merge it into the other one' });
  return done(leave(state, leaving, context), leaving.personId);
};

/** 「搬出 / 过户」: everybody of the household leaves; whoever comes after begins a household of their own in the same room. */
export const moveOut = (before: State, householdId: string, staff: { id: string; context: Context }): Decision => {
  const home = before.get('households', householdId);
  if (!home) return refuse('unknown-person', { field: 'householdId' });
  const facts: Fact[] = [];
  for (const personId of home.people) {
    const state = after(before, facts, staff.context.now);
    if (state.get('people', personId))
      facts.push(...leave(state, { personId, reason: 'moved-out', by: staff.id }, staff.context));
  }
  if (home.people.length === 0) facts.push({ type: 'HouseholdMovedOut', data: { householdId, by: staff.id } });
  return done(facts, householdId);
};

/** Two entries are one person: items, cards and codes go on under the one that stays. */
export const mergePeople = (state: State, pair: { from: string; into: string }, staff: { id: string }): Decision => {
  const { from, into } = pair;
  const [gone, stays] = [state.get('people', from), state.get('people', into)];
  if (!gone || !stays) return refuse('unknown-person', { field: gone ? 'into' : 'from' });
  if (from === into) return refuse('bad-request', { field: 'into', remedy: 'name two entries' });
  if (gone.role !== stays.role)
    return refuse('bad-request', { field: 'into', remedy: 'a courier and a resident are two entries' });
  // Items, letters and cards of one home must not become another's, nor a mandate with a last day one without.
  if (gone.householdId !== stays.householdId || gone.relation !== stays.relation || gone.until !== stays.until)
    return refuse('bad-request', { field: 'into', remedy: 'give both the same room, relation and last day first' });
  const codes = [...state.all('credentials')].filter(({ use }) => use === 'personal');
  const hasOwn = codes.some(({ personId }) => personId === into);
  const void_ = hasOwn ? codes.filter(({ personId }) => personId === from) : [];
  return done(
    [
      ...void_.map(
        ({ id: credentialId }): Fact => ({ type: 'CredentialRevoked', data: { credentialId, reason: 'replaced' } }),
      ),
      ...[...state.all('visits')]
        .filter((visit) => visit.personId === from || visit.recipient?.personId === from)
        .flatMap((visit) => endVisit(state, visit, 'revoked')),
      { type: 'PeopleMerged', data: { from, into, by: staff.id } },
    ],
    into,
  );
};
