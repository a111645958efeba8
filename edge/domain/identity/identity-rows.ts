// Rows of people, their credentials, the terminals they stand at and their visits.

import { isOver } from '../custody/hold.ts';
import { policies } from '../custody/policies.ts';
import type { Evolvers } from '../evolve.ts';
import { latest } from '../latest.ts';
import { isUnderWay } from '../openings/opening.ts';
import { type Change, type Credential, drop, put, type State, terminalOf, type Visit } from '../state.ts';
import { carriedOver, recent, streakAt } from './attempts.ts';

type IdentityEvent =
  | 'NodeStarted'
  | 'HouseholdRegistered'
  | 'PersonRegistered'
  | 'CredentialIssued'
  | 'CredentialRevoked'
  | 'CredentialSpent'
  | 'AttemptFailed'
  | 'ScanRefused'
  | 'TerminalReleased'
  | 'VisitBegan'
  | 'VisitEnded'
  | 'RecipientMatched'
  | 'RecipientMismatched';

const forget = (credential: Credential | undefined): Change[] =>
  credential
    ? [drop('credentials', credential.id), ...credential.lookups.map((lookup): Change => drop('lookups', lookup))]
    : [];

const changeVisit = (state: State, id: string, change: (visit: Visit) => Visit): Change[] => {
  const visit = state.get('visits', id);
  return visit ? [put('visits', change(visit))] : [];
};

/** What a visit leaves behind: everything that is finished goes out of live state with it. */
const afterVisit = (state: State, visit: Visit): Change[] => [
  drop('visits', visit.id),
  ...visit.openings.flatMap((id): Change[] => {
    const opening = state.get('openings', id);
    return opening && !isUnderWay(opening.state) ? [drop('openings', id)] : [];
  }),
  ...visit.holds.flatMap((id): Change[] => {
    const hold = state.get('holds', id);
    return hold && isOver(hold.status) && hold.visitId === visit.id ? [drop('holds', id)] : [];
  }),
];

export const identityEvolvers: Evolvers<IdentityEvent> = {
  NodeStarted: (state, { boot }, at) => [
    put('node', { id: 'node', boot, startedAt: at, latestMs: latest(state.get('node', 'node')?.latestMs ?? 0, at) }),
    ...[...state.all('cabinets')].map(
      (cabinet): Change => put('cabinets', { ...cabinet, presence: 'offline', since: at }),
    ),
    ...[...state.all('terminals')].map(
      (row): Change => put('terminals', { ...row, wrong: row.wrong.map((then) => carriedOver(then, at)) }),
    ),
    ...[...state.all('signIns')].map(
      (row): Change => put('signIns', { ...row, wrong: row.wrong.map((then) => carriedOver(then, at)) }),
    ),
    ...[...state.all('people')]
      .filter(({ mismatches }) => mismatches.length > 0)
      .map((row): Change => put('people', { ...row, mismatches: row.mismatches.map((then) => carriedOver(then, at)) })),
    ...[...state.all('openings')].map(
      (opening): Change => put('openings', { ...opening, since: carriedOver(opening.since, at) }),
    ),
  ],
  HouseholdRegistered: (state, { householdId, roomKey, low }) => {
    const former = state.get('households', householdId);
    const left =
      former && former.roomKey !== roomKey && state.get('rooms', former.roomKey)?.householdId === householdId;
    return [
      ...(left ? [drop('rooms', former.roomKey)] : []),
      put('households', { id: householdId, roomKey, low, people: former?.people ?? [] }),
      put('rooms', { id: roomKey, householdId }),
    ];
  },
  PersonRegistered: (state, data) => {
    const { personId: id, digest: _, ...entry } = data;
    const { householdId } = entry;
    const known = state.get('people', id);
    const row = { id, ...entry, mismatches: known?.mismatches ?? [] };
    const household = householdId === null ? undefined : state.get('households', householdId);
    const joins = household && !household.people.includes(id);
    const leaves =
      known?.householdId != null && known.householdId !== householdId
        ? state.get('households', known.householdId)
        : undefined;
    return [
      put('people', row),
      ...(leaves ? [put('households', { ...leaves, people: leaves.people.filter((one) => one !== id) })] : []),
      ...(joins ? [put('households', { ...household, people: [...household.people, id] })] : []),
    ];
  },
  CredentialIssued: (state, { credentialId, personId, use, lookups, issue, holdId, until }) => {
    const hold = holdId === null || use !== 'parcel' ? undefined : state.get('holds', holdId);
    return [
      put('credentials', { id: credentialId, personId, use, lookups, issue, holdId, until }),
      ...lookups.map((lookup): Change => put('lookups', { id: lookup, credentialId })),
      ...(hold ? [put('holds', { ...hold, credentialId })] : []),
    ];
  },
  CredentialRevoked: (state, { credentialId }) => forget(state.get('credentials', credentialId)),
  CredentialSpent: (state, { credentialId }) => forget(state.get('credentials', credentialId)),
  AttemptFailed: (state, { terminal }, at) => {
    const row = terminalOf(state, terminal);
    return [put('terminals', { ...row, wrong: [...recent(row.wrong, at), at], streak: streakAt(row, at) + 1 })];
  },
  ScanRefused: (state, { terminal }, at) => {
    const row = terminalOf(state, terminal);
    const wrongScans = [...recent(row.wrongScans, at), at].slice(-policies.wrongScansPerDay.value);
    return [put('terminals', { ...row, wrongScans })];
  },
  TerminalReleased: (state, { terminal }) => [
    put('terminals', { ...terminalOf(state, terminal), wrong: [], wrongScans: [], streak: 0 }),
  ],
  VisitBegan: (state, { visitId: id, terminal, personId, role, holdId, credentialId }, at) => [
    put('visits', {
      id,
      terminal,
      personId,
      role,
      credentialId,
      holdId,
      recipient: null,
      mismatches: 0,
      holds: [],
      openings: [],
      activeAt: at,
    }),
    // A card in between says nothing of the codes before it, nor does a door that the desk opens.
    ...(role === 'desk' || state.get('credentials', credentialId)?.use === 'card'
      ? []
      : [put('terminals', { ...terminalOf(state, terminal), streak: 0 })]),
  ],
  VisitEnded: (state, { visitId }) => {
    const visit = state.get('visits', visitId);
    return visit ? afterVisit(state, visit) : [];
  },
  RecipientMatched: (state, { visitId, recipientId, householdId, personId }, at) =>
    changeVisit(state, visitId, (visit) => ({
      ...visit,
      recipient: { recipientId, householdId, personId },
      activeAt: at,
    })),
  RecipientMismatched: (state, { visitId, courierId }, at) => {
    const courier = state.get('people', courierId);
    return [
      ...changeVisit(state, visitId, (visit) => ({ ...visit, mismatches: visit.mismatches + 1, activeAt: at })),
      ...(courier ? [put('people', { ...courier, mismatches: [...recent(courier.mismatches, at), at] })] : []),
    ];
  },
};
