// A parcel goes out: to its owner, to the one the owner sent, or back to the courier who put it in.
import type { CommandOf } from '../../contract/commands.ts';
import type { Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { issueDerived } from '../identity/enrol.ts';
import { isVisible } from '../identity/household.ts';
import { revoke } from '../identity/revoke.ts';
import { grantOpening } from '../openings/grant.ts';
import { isUnderWay } from '../openings/opening.ts';
import { activeOpening, type Credential, type Hold, type State, type Visit } from '../state.ts';
import { isWaiting } from './hold.ts';
import { policies } from './policies.ts';

export const codesOf = (state: State, holdId: string): Credential[] =>
  [...state.all('credentials')].filter((credential) => credential.holdId === holdId);

type Reach = { visit: Visit; hold: Hold } | ReturnType<typeof refuse>;

/** A parcel that this visit may see; unknown and forbidden give the same answer. */
const reach = (state: State, { visitId, holdId }: { visitId: string; holdId: string }): Reach => {
  const visit = state.get('visits', visitId);
  if (!visit) return refuse('visit-over');
  const hold = state.get('holds', holdId);
  return hold && isVisible(state, visit, hold) ? { visit, hold } : refuse('unknown-parcel');
};

const open = (
  state: State,
  command: { visitId: string; holdId: string },
  how: { purpose: 'collect' | 'take-back'; context: Context },
): Decision => {
  const found = reach(state, command);
  if (!('visit' in found)) return found;
  const { visit, hold } = found;
  if ((how.purpose === 'take-back') !== (visit.role === 'courier')) return refuse('not-allowed');
  if (!isWaiting(hold.status)) return refuse('not-waiting');
  if (!hold.place || 'shelf' in hold.place) return refuse('at-the-desk');
  const grant = grantOpening(state, visit, {
    holdId: hold.id,
    ...hold.place,
    purpose: how.purpose,
    attempt: 1,
    supply: how.context.supply,
  });
  return 'fact' in grant ? done([grant.fact], hold.id) : refuse(grant.refused);
};

export const openDoor = (state: State, command: CommandOf<'OpenDoor'>, context: Context): Decision =>
  open(state, command, { purpose: 'collect', context });

/** 「取回」: only what this courier put in and nobody has collected. */
export const takeBack = (state: State, command: CommandOf<'TakeBackParcel'>, context: Context): Decision =>
  open(state, command, { purpose: 'take-back', context });

/** Somebody's door to it is under way: what becomes of it is told when that door is closed. */
export const isBusy = (state: State, hold: Hold): boolean => {
  const opening = hold.openingId === null ? undefined : state.get('openings', hold.openingId);
  return opening !== undefined && isUnderWay(opening.state);
};

/** A code lives as long as its parcel waits. */
const endCodes = (state: State, holdId: string): Fact[] =>
  codesOf(state, holdId).map(({ id }) => ({
    type: 'CredentialRevoked',
    data: { credentialId: id, reason: 'by-person' },
  }));

/**
 * "Something is wrong": while the door is open it is noted and takes effect when the door is closed; before or after that it takes effect at once. The
 * parcel's record stays, disputed 「待核实」.
 */
export const reportProblem = (state: State, command: CommandOf<'ReportProblem'>): Decision => {
  const found = reach(state, command);
  if (!('visit' in found)) return found;
  const { visit, hold } = found;
  if (visit.role === 'courier') return refuse('not-allowed');
  const { problem, kept } = command;
  const opening = activeOpening(state, visit);
  if (opening && opening.holdId === hold.id) {
    if (opening.state !== 'opened') return refuse('door-busy');
    return done(
      [{ type: 'OpeningMarked', data: { openingId: opening.id, problem, kept, emptying: null, size: null } }],
      hold.id,
    );
  }
  if (isBusy(state, hold)) return refuse('door-busy');
  const collectedNow = hold.status === 'collected' && visit.holds.includes(hold.id);
  if (!collectedNow && !isWaiting(hold.status)) return refuse('not-waiting');
  const where = !collectedNow ? 'compartment' : problem === 'empty' ? 'unknown' : 'with-person';
  const disputed: Fact = { type: 'ParcelDisputed', data: { holdId: hold.id, problem, where, openingId: null } };
  return done([disputed, ...endCodes(state, hold.id)], hold.id);
};

export const proxyOf = (state: State, holdId: string): Credential | undefined => {
  for (const credential of state.all('credentials'))
    if (credential.use === 'proxy' && credential.holdId === holdId) return credential;
  return undefined;
};

/** 「代取码」: one parcel, once, within a window; only the addressee gives one. */
export const makeProxy = (state: State, command: CommandOf<'MakeProxy'>, context: Context): Decision => {
  const found = reach(state, command);
  if (!('visit' in found)) return found;
  const { visit, hold } = found;
  if (visit.role !== 'owner' || hold.personId !== visit.personId) return refuse('not-allowed');
  if (!isWaiting(hold.status)) return refuse('not-waiting');
  if (context.now.clock === 'unknown') return refuse('clock-untrusted');
  if (proxyOf(state, hold.id)) return refuse('proxy-exists');
  if (command.hours > policies.proxyHoursMost.value)
    return refuse('bad-request', { field: 'hours', remedy: `at most ${policies.proxyHoursMost.value}` });
  const until = context.now.wallMs + command.hours * 3_600_000;
  // It would be over at once, for time that went back revalidates nothing [S14].
  if (until <= context.latestMs) return refuse('clock-untrusted');
  const wanted = { personId: visit.personId, use: 'proxy', holdId: hold.id, until } as const;
  const { fact, credentialId } = issueDerived(state, context.supply, wanted);
  return done([fact], credentialId);
};

export const revokeProxy = (state: State, command: CommandOf<'RevokeProxy'>): Decision => {
  const visit = state.get('visits', command.visitId);
  if (!visit) return refuse('visit-over');
  const proxy = state.get('credentials', command.proxyId);
  if (proxy?.use !== 'proxy' || proxy.personId !== visit.personId || visit.role !== 'owner')
    return refuse('unknown-proxy');
  return done(revoke(state, proxy.id, 'by-person'));
};

/** Codes of this parcel that are used up when its door opens for somebody who takes it [safety: codes 5]. */
export const spend = (state: State, holdId: string, openingId: string): Fact[] =>
  codesOf(state, holdId).map(({ id }) => ({ type: 'CredentialSpent', data: { credentialId: id, openingId } }));
