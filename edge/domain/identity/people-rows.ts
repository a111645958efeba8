// Rows that change when people leave, are merged, or their data is opened and erased.
import type { Instant } from '../../contract/events.ts';
import type { Evolvers } from '../evolve.ts';
import { type Change, drop, type Household, put, type State } from '../state.ts';
import { endedNow } from './retention.ts';

type PeopleEvent =
  | 'PeopleSearched'
  | 'DataRevealed'
  | 'DataExported'
  | 'PersonEnded'
  | 'PeopleMerged'
  | 'HouseholdMovedOut'
  | 'DataErased'
  | 'RetentionRan';

/** Out of the register and of the household; the name stays, sealed, until its time is over, so that old records can be read. */
const leave = (state: State, personId: string, at: Instant): Change[] => {
  const person = state.get('people', personId);
  if (!person) return [];
  const home = person.householdId === null ? undefined : state.get('households', person.householdId);
  return [
    drop('people', personId),
    ...(home ? [put('households', { ...home, people: home.people.filter((id) => id !== personId) })] : []),
    put('ended', endedNow(state, { id: personId, kind: 'person', rule: 'person-left' }, at)),
  ];
};

const forgetRoom = (state: State, { id, roomKey }: Household): Change[] => [
  drop('households', id),
  ...(state.get('rooms', roomKey)?.householdId === id ? [drop('rooms', roomKey)] : []),
];

/** What was the one's is the other's: items, cards, codes, and those who were mandated. */
const handOn = (state: State, from: string, into: string): Change[] => {
  const householdId = state.get('people', into)?.householdId ?? null;
  return [
    ...[...state.all('holds')]
      .filter(({ personId, courierId }) => personId === from || courierId === from)
      .map((hold): Change => {
        const isAddressee = hold.personId === from;
        return put('holds', {
          ...hold,
          personId: isAddressee ? into : hold.personId,
          householdId: isAddressee ? (householdId ?? hold.householdId) : hold.householdId,
          courierId: hold.courierId === from ? into : hold.courierId,
        });
      }),
    ...[...state.all('credentials')]
      .filter(({ personId }) => personId === from)
      .map((credential): Change => put('credentials', { ...credential, personId: into })),
    ...[...state.all('people')]
      .filter(({ agreedBy }) => agreedBy === from)
      .map((person): Change => put('people', { ...person, agreedBy: into })),
  ];
};

export const peopleEvolvers: Evolvers<PeopleEvent> = {
  PeopleSearched: () => [],
  DataRevealed: () => [],
  DataExported: () => [],
  PersonEnded: (state, { personId }, at) => leave(state, personId, at),
  PeopleMerged: (state, { from, into }, at) => [...handOn(state, from, into), ...leave(state, from, at)],
  HouseholdMovedOut: (state, { householdId }, at) => {
    const home = state.get('households', householdId);
    if (!home) return [];
    return [
      ...forgetRoom(state, home),
      put('ended', endedNow(state, { id: householdId, kind: 'household', rule: 'household-left' }, at)),
    ];
  },
  DataErased: (state, { subject }) => {
    const home = state.get('households', subject);
    return [drop('ended', subject), ...(home ? forgetRoom(state, home) : [])];
  },
  RetentionRan: (_state, { at }) => [put('retention', { id: 'retention', lastRanAt: at })],
};
