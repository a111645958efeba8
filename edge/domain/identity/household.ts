// Who may see and take whose parcels.
import type { EventData } from '../../contract/events.ts';
import { type HoldStatus, isWaiting } from '../custody/hold.ts';
import type { Hold, Person, State, Visit } from '../state.ts';
import { isPastTerm } from './retention.ts';

/** The household may take it: the addressee shares, and it is no letter, which is its addressee's alone [M8; design: codes]. */
const isShared = (state: State, person: Person, hold: Hold): boolean =>
  person.householdId === hold.householdId &&
  hold.kind !== 'letter' &&
  state.get('people', hold.personId)?.shares === true;

/** A trustee may take what is for who mandated them, letters too [M8], and of the household what is shared. */
const isMandated = (state: State, person: Person, hold: Hold): boolean =>
  person.householdId === hold.householdId && (person.agreedBy === hold.personId || isShared(state, person, hold));

/** As what this person may be given the item over the counter [M4]; undefined = not at all. */
export const takesAs = (
  state: State,
  { person, hold }: { person: Person; hold: Hold },
  latestMs: number,
): EventData<'ItemHandedOver'>['to'] | undefined => {
  if (person.id === hold.personId) return 'addressee';
  if (isPastTerm(person, latestMs)) return undefined;
  if (person.relation === 'trustee') return isMandated(state, person, hold) ? 'trustee' : undefined;
  return isShared(state, person, hold) ? 'household' : undefined;
};

/** Own parcels, and those of household members who share; a proxy has one parcel only; a courier has what the same courier put in. */
export const isVisible = (state: State, visit: Visit, hold: Hold): boolean => {
  if (visit.role === 'proxy') return hold.id === visit.holdId;
  if (visit.role === 'courier') return hold.courierId === visit.personId;
  if (hold.personId === visit.personId) return true;
  const person = state.get('people', visit.personId);
  return person !== undefined && isShared(state, person, hold);
};

/** Over the counter things leave every kiosk's screen. */
const atCounter: readonly HoldStatus[] = ['handed-over', 'to-return', 'settled', 'lost'];

/** What this visit's screen shows: what waits, and what this visit has dealt with. */
export const visibleHolds = (state: State, visit: Visit): Hold[] =>
  [...state.all('holds')]
    .filter((hold) => isVisible(state, visit, hold))
    .filter((hold) => isWaiting(hold.status) || hold.status === 'in-hand' || visit.holds.includes(hold.id))
    .filter((hold) => !atCounter.includes(hold.status))
    .sort((a, b) => (a.placedAt ?? Number.MAX_SAFE_INTEGER) - (b.placedAt ?? Number.MAX_SAFE_INTEGER));

/** Lives here now: nothing is sent to a trustee, nor to a tenant who has left. */
const isRecipient = (person: Person, latestMs: number): boolean =>
  person.role === 'resident' && person.relation !== 'trustee' && !isPastTerm(person, latestMs);

/** The one resident of this room whose phone ends so; of several the first registered. */
export const residentByPhone = (
  state: State,
  { householdId, phoneTailKey }: { householdId: string; phoneTailKey: string },
  latestMs: number,
): Person | undefined =>
  state
    .get('households', householdId)
    ?.people.flatMap((id) => state.get('people', id) ?? [])
    .find((person) => person.phoneTailKey === phoneTailKey && isRecipient(person, latestMs));
