// Who may see and take whose parcels.
import { isWaiting } from '../custody/hold.ts';
import type { Hold, Person, State, Visit } from '../state.ts';

/** Own parcels, and those of household members who share; a proxy has one parcel only; a courier has what the same courier put in. */
export const isVisible = (state: State, visit: Visit, hold: Hold): boolean => {
  if (visit.role === 'proxy') return hold.id === visit.holdId;
  if (visit.role === 'courier') return hold.courierId === visit.personId;
  if (hold.personId === visit.personId) return true;
  const person = state.get('people', visit.personId);
  const addressee = state.get('people', hold.personId);
  return person?.householdId === hold.householdId && person.householdId !== null && addressee?.shares === true;
};

/** What this visit's screen shows: what waits, and what this visit has dealt with. */
export const visibleHolds = (state: State, visit: Visit): Hold[] =>
  [...state.all('holds')]
    .filter((hold) => isVisible(state, visit, hold))
    .filter((hold) => isWaiting(hold.status) || hold.status === 'in-hand' || visit.holds.includes(hold.id))
    .sort((a, b) => (a.placedAt ?? Number.MAX_SAFE_INTEGER) - (b.placedAt ?? Number.MAX_SAFE_INTEGER));

/** The one resident of this room whose phone ends so; of several the first registered. */
export const residentByPhone = (state: State, householdId: string, phoneTailKey: string): Person | undefined =>
  state
    .get('households', householdId)
    ?.people.map((id) => state.get('people', id))
    .find((person) => person?.role === 'resident' && person.phoneTailKey === phoneTailKey);
