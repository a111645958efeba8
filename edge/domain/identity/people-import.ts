// Households and people come into the register all together or not at all.
import type { CommandOf, Personal } from '../../contract/commands.ts';
import type { Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { evolve } from '../evolve.ts';
import { type Overlay, overlay } from '../overlay.ts';
import type { Person, State } from '../state.ts';
import { barredFrom, cardFact, issueDerived, personalCode } from './enrol.ts';
import { revoke } from './revoke.ts';

type Import = CommandOf<'ImportPeople'>;
type Draft = { state: Overlay; add: (facts: Fact[]) => void };

/** A room belongs to one household, or a courier could not say whose parcel it is. */
const roomTaken = (state: State, { households }: Import): boolean => {
  const holders = new Map<string, string>();
  const moving = new Map(households.map(({ householdId, roomKey }) => [householdId, roomKey]));
  return households.some(({ householdId, roomKey }) => {
    const inBatch = holders.get(roomKey);
    holders.set(roomKey, householdId);
    const holder = state.get('rooms', roomKey)?.householdId ?? householdId;
    const stays = (moving.get(holder) ?? roomKey) === roomKey;
    return (inBatch !== undefined && inBatch !== householdId) || (holder !== householdId && stays);
  });
};

/** False when a card is somebody else's. */
const bindCards = ({ state, add }: Draft, { personId, cards }: Import['people'][number], context: Context): boolean =>
  cards.every((lookup) => {
    const held = state.get('lookups', lookup);
    const holder = held && state.get('credentials', held.credentialId)?.personId;
    if (holder === undefined) add([cardFact(context.supply, personId, lookup)]);
    return holder === undefined || holder === personId;
  });

/** A courier has a personal code; who is none any more has none. */
const settleCode = (
  { state, add }: Draft,
  { personId, role }: Import['people'][number],
  { former, context }: { former: Person | undefined; context: Context },
): void => {
  if (role !== 'courier' && former?.role !== 'courier') return;
  const code = personalCode(state, personId);
  const wanted = { personId, use: 'personal', holdId: null, until: null } as const;
  if (role === 'courier' && !code) add([issueDerived(state, context.supply, wanted).fact]);
  if (role !== 'courier' && code) add(revoke(state, code.id, 'by-office'));
};

/** A trustee acts for a resident of the same household, who is no trustee [M4]; nobody else acts for anybody. */
const isMandated = (state: State, { relation, agreedBy, householdId }: Import['people'][number]): boolean => {
  if (relation !== 'trustee') return agreedBy === null;
  const agreer = agreedBy === null ? undefined : state.get('people', agreedBy);
  return agreer?.householdId === householdId && agreer.relation !== 'trustee';
};

/** Under these ids other data is sealed, which must not be written over. */
const isOthers = (state: State, id: string): boolean =>
  (['staff', 'households', 'ended'] as const).some((table) => state.get(table, id) !== undefined);

export const importPeople = (before: State, command: Import, context: Context): Decision => {
  const barred = barredFrom(before, command.by, 'edit-people');
  if (barred) return barred;
  if (roomTaken(before, command))
    return refuse('bad-request', { field: 'room', remedy: 'this room belongs to another household' });
  const facts: Fact[] = [];
  const personal: { id: string; data: Personal }[] = [];
  const state = overlay(before);
  // Each fact counts for the next: two couriers of one file must not get the same code.
  const add = (more: Fact[]): void => {
    facts.push(...more);
    for (const fact of more) state.apply(evolve(state, { ...fact, at: context.now }));
  };
  for (const { personal: data, ...household } of command.households) {
    if ((['staff', 'people', 'ended'] as const).some((table) => before.get(table, household.householdId)))
      return refuse('bad-request', { field: 'householdId', remedy: 'give a new household an id of its own' });
    add([{ type: 'HouseholdRegistered', data: { ...household, digest: context.supply.digest(data) } }]);
    personal.push({ id: household.householdId, data });
  }
  for (const entry of command.people) {
    const { personal: data, cards: _, ...person } = entry;
    if (person.householdId !== null && !state.get('households', person.householdId))
      return refuse('bad-request', { field: 'householdId', remedy: 'name a household that is registered' });
    if (!isMandated(state, entry))
      return refuse('bad-request', { field: 'agreedBy', remedy: 'a resident of the same room agrees to a trustee' });
    if (isOthers(state, person.personId))
      return refuse('bad-request', { field: 'personId', remedy: 'give a new person an id of their own' });
    const former = state.get('people', person.personId);
    add([{ type: 'PersonRegistered', data: { ...person, digest: context.supply.digest(data) } }]);
    personal.push({ id: person.personId, data });
    if (!bindCards({ state, add }, entry, context))
      return refuse('bad-request', { field: 'card', remedy: 'this card belongs to somebody else; revoke it first' });
    settleCode({ state, add }, entry, { former, context });
  }
  return { ...done(facts), personal };
};
