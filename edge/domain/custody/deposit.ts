// A courier puts a parcel in: into the smallest fitting compartment, or onto the guarded shelf under the same record.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import type { Size } from '../../contract/ids.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { grantOpening } from '../openings/grant.ts';
import { activeOpening, type Hold, type State, type Visit } from '../state.ts';
import { choose, shelfPlace } from './compartment.ts';
import { isOver } from './hold.ts';

type Target = { facts: Fact[] } | { refused: ReturnType<typeof refuse> };

/** Into a compartment if one fits, else onto the shelf; refused only when both are full. */
const findPlace = (
  state: State,
  context: Context,
  want: { visit: Visit; holdId: string; householdId: string; size: Size | null },
): Target => {
  const { visit, holdId, size } = want;
  const low = state.get('households', want.householdId)?.low ?? false;
  const choice = size === null ? undefined : choose(state, context.site, { terminal: visit.terminal, size, low });
  if (choice) {
    const grant = grantOpening(state, visit, {
      holdId,
      ...choice,
      purpose: 'deposit',
      attempt: 1,
      supply: context.supply,
    });
    return 'fact' in grant ? { facts: [grant.fact] } : { refused: refuse(grant.refused) };
  }
  const shelf = shelfPlace(state, context.site);
  return shelf === undefined
    ? { refused: refuse('cabinet-full') }
    : { facts: [{ type: 'ShelfAssigned', data: { holdId, shelf } }] };
};

export const inHouse = (state: State, waybill: string): boolean => {
  for (const hold of state.all('holds')) if (hold.waybill === waybill && !isOver(hold.status)) return true;
  return false;
};

type Consent = EventData<'ParcelRegistered'>['consent'];

/** What the recipient wishes; asked by phone when that is not a locker. */
export const consentOf = (state: State, personId: string, agreedByPhone: boolean): Consent => {
  const consent = state.get('people', personId)?.consent ?? 'ask';
  return consent !== 'locker' && agreedByPhone ? 'agreed-by-phone' : consent;
};

/** Into a locker only when it is whole and the recipient agreed [law and practice: consent; not into a locker]. */
export const mayLock = (condition: EventData<'ParcelRegistered'>['condition'], consent: Consent): boolean =>
  condition === 'intact' && (consent === 'locker' || consent === 'agreed-by-phone');

/** Into a compartment when it may be locked in; everything else goes to the desk's shelf. */
export const deposit = (state: State, command: CommandOf<'DepositParcel'>, context: Context): Decision => {
  const visit = state.get('visits', command.visitId);
  if (!visit) return refuse('visit-over');
  if (visit.role !== 'courier') return refuse('not-allowed');
  if (!visit.recipient) return refuse('no-match', { field: 'recipient', remedy: 'confirm the recipient first' });
  if (activeOpening(state, visit)) return refuse('door-busy');
  if (state.get('holds', command.holdId))
    return refuse('bad-request', { field: 'holdId', remedy: 'register each parcel with an id of its own' });
  if (inHouse(state, command.waybill)) return refuse('waybill-in-house');

  const { householdId, personId } = visit.recipient;
  const consent = consentOf(state, personId, command.agreedByPhone);
  const isLockable = mayLock(command.condition, consent);
  if (isLockable && command.size === null) return refuse('bad-request', { field: 'size', remedy: 'choose S, M or L' });
  const { holdId, waybill, condition } = command;
  const size = isLockable ? command.size : null;
  const target = findPlace(state, context, { visit, holdId, householdId, size });
  if ('refused' in target) return target.refused;
  const registered: EventData<'ParcelRegistered'> = {
    holdId,
    householdId,
    personId,
    courierId: visit.personId,
    visitId: visit.id,
    waybill,
    size: command.size,
    condition,
    consent,
  };
  return done([{ type: 'ParcelRegistered', data: registered }, ...target.facts], holdId);
};

/** The courier's own parcel of this visit that has not been placed yet. */
export const ownUnplaced = (
  state: State,
  { visitId, holdId }: { visitId: string; holdId: string },
): { visit: Visit; hold: Hold } | ReturnType<typeof refuse> => {
  const visit = state.get('visits', visitId);
  if (!visit) return refuse('visit-over');
  const hold = state.get('holds', holdId);
  if (visit.role !== 'courier' || !hold || hold.courierId !== visit.personId || hold.visitId !== visitId)
    return refuse('unknown-parcel');
  return hold.status === 'registered' ? { visit, hold } : refuse('not-waiting');
};

/** Whom nothing stands in the way of: the next compartment, or the shelf; the one left behind is blocked when something is wrong with it. */
export const moveOn = (
  state: State,
  context: Context,
  want: { visit: Visit; hold: Hold; size: Size | null },
): Fact[] | ReturnType<typeof refuse> => {
  const { visit, hold } = want;
  const target = findPlace(state, context, {
    visit,
    holdId: hold.id,
    householdId: hold.householdId,
    size: want.size ?? hold.size,
  });
  return 'refused' in target ? target.refused : target.facts;
};

/** 「换格」: at once when no door is open, else when the present one is emptied and closed. */
export const swap = (state: State, command: CommandOf<'SwapCompartment'>, context: Context): Decision => {
  const own = ownUnplaced(state, command);
  if (!('visit' in own)) return own;
  const { visit, hold } = own;
  const opening = activeOpening(state, visit);
  const { reason, size } = command;
  // Without consent or with damage it went to the desk, and stays there.
  if (hold.place && 'shelf' in hold.place) return refuse('at-the-desk');
  if (opening?.state === 'opened' && opening.holdId === hold.id && reason !== 'did-not-open') {
    const mark = { openingId: opening.id, problem: null, kept: false, emptying: reason, size };
    return done([{ type: 'OpeningMarked', data: mark }], hold.id);
  }
  if (opening) return refuse('door-busy');
  const next = moveOn(state, context, { visit, hold, size });
  return Array.isArray(next) ? done(next, hold.id) : next;
};

/** Cancel: at once when no door is open, else when it is emptied and closed. Nothing stays half-done. */
export const withdraw = (state: State, command: CommandOf<'WithdrawParcel'>): Decision => {
  const own = ownUnplaced(state, command);
  if (!('visit' in own)) return own;
  const active = activeOpening(state, own.visit);
  const opening = active?.holdId === own.hold.id ? active : undefined;
  if (opening?.state === 'opened') {
    const mark = { openingId: opening.id, problem: null, kept: false, emptying: 'withdraw', size: null } as const;
    return done([{ type: 'OpeningMarked', data: mark }], own.hold.id);
  }
  if (opening) return refuse('door-busy');
  return done([{ type: 'ParcelWithdrawn', data: { holdId: own.hold.id, openingId: null } }], own.hold.id);
};
