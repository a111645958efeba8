// A visit: one person at one terminal, from identification until leaving. It ends with nothing half-done.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact, Instant } from '../../contract/events.ts';
import { raise } from '../alerts/alert.ts';
import { policies } from '../custody/policies.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { latest } from '../latest.ts';
import { activeOpening, type State, terminalOf, type Visit } from '../state.ts';
import { passedMs, recent } from './attempts.ts';
import { residentByPhone } from './household.ts';

/** What a courier registered but never put in is withdrawn; what the desk received stays with the desk. An opening under way goes on to its end by itself. */
export const endVisit = (state: State, visit: Visit, reason: EventData<'VisitEnded'>['reason']): Fact[] => {
  const busy = activeOpening(state, visit)?.holdId;
  const unplaced = visit.holds.filter((id) => {
    const hold = state.get('holds', id);
    return id !== busy && hold?.status === 'registered' && hold.staffId === null;
  });
  return [
    ...unplaced.map((holdId): Fact => ({ type: 'ParcelWithdrawn', data: { holdId, openingId: null } })),
    { type: 'VisitEnded', data: { visitId: visit.id, reason } },
  ];
};

/** A door under way keeps the terminal for its visit; one that is left open does not keep it from everybody else. */
export const keepsTerminal = (state: State, visit: Visit, now: Instant): boolean => {
  const opening = activeOpening(state, visit);
  if (!opening) return false;
  return opening.state !== 'opened' || passedMs(opening.since, now) <= policies.heldOpenAfterMs.value;
};

export const leave = (state: State, command: CommandOf<'EndVisit'>, { now }: Context): Decision => {
  const visit = state.get('visits', command.visitId);
  if (!visit) return done([]);
  if (keepsTerminal(state, visit, now)) return refuse('door-busy');
  return done(endVisit(state, visit, command.reason));
};

/** Whether a courier named the room and the phone of one resident. Never says which of the two was wrong. */
export const matchRecipient = (state: State, command: CommandOf<'MatchRecipient'>, context: Context): Decision => {
  const visit = state.get('visits', command.visitId);
  if (!visit) return refuse('visit-over');
  if (visit.role !== 'courier') return refuse('not-allowed');
  const courier = state.get('people', visit.personId);
  const today = recent(courier?.mismatches ?? [], context.now).length;
  const left = Math.min(policies.mismatchesPerVisit.value - visit.mismatches, policies.mismatchesPerDay.value - today);
  if (left <= 0) return refuse('too-many-mismatches');
  const householdId = state.get('rooms', command.roomKey)?.householdId;
  const { phoneTailKey } = command;
  const latestMs = latest(context.latestMs, context.now);
  const person =
    householdId === undefined ? undefined : residentByPhone(state, { householdId, phoneTailKey }, latestMs);
  if (!person || householdId === undefined) {
    const fact: Fact = { type: 'RecipientMismatched', data: { visitId: visit.id, courierId: visit.personId } };
    return refuse('no-match', { attemptsLeft: left - 1 }, [fact]);
  }
  const { recipientId } = command;
  return done(
    [{ type: 'RecipientMatched', data: { visitId: visit.id, recipientId, householdId, personId: person.id } }],
    recipientId,
  );
};

export const callPerson = (state: State, { terminal, reason }: CommandOf<'CallPerson'>): Decision =>
  terminalOf(state, terminal).calledAt === null
    ? done([{ type: 'PersonCalled', data: { terminal, reason } }, ...raise(state, 'person-called', terminal)])
    : done([]);
