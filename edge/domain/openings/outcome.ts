// What a closed door means: the only place where custody moves on door evidence [S5].
import type { EventData, Fact } from '../../contract/events.ts';
import { raise } from '../alerts/alert.ts';
import { anyShelfPlace } from '../custody/compartment.ts';
import { moveOn } from '../custody/deposit.ts';
import { placed, shelve } from '../custody/shelf.ts';
import type { Context } from '../decision.ts';
import { after } from '../overlay.ts';
import { compartmentId, type Opening, type State } from '../state.ts';

const block = (state: State, opening: Opening, reason: EventData<'CompartmentBlocked'>['reason']): Fact[] => [
  { type: 'CompartmentBlocked', data: { cabinet: opening.cabinet, compartment: opening.compartment, reason } },
  ...raise(state, 'check-compartment', compartmentId(opening.cabinet, opening.compartment)),
];

const deposited = (before: State, context: Context, { opening, shut }: { opening: Opening; shut: Fact }): Fact[] => {
  const state = after(before, [shut], context.now);
  const { holdId, cabinet, compartment, mark } = opening;
  const hold = state.get('holds', holdId);
  if (!hold) return [];
  if (mark.emptying === null)
    return placed(state, context, {
      holdId,
      personId: hold.personId,
      place: { cabinet, compartment },
      evidence: 'door',
      openingId: opening.id,
    });
  if (hold.staffId !== null) return shelve(state, context, { hold, shelf: anyShelfPlace(state) });
  const faulty = mark.emptying === 'occupied' || mark.emptying === 'dirty' ? block(state, opening, mark.emptying) : [];
  const visit = state.get('visits', opening.visitId);
  const next =
    mark.emptying === 'withdraw' || !visit
      ? null
      : moveOn(after(state, faulty, context.now), context, { visit, hold, size: mark.size });
  return next !== null && Array.isArray(next)
    ? [...faulty, ...next]
    : [...faulty, { type: 'ParcelWithdrawn', data: { holdId, openingId: opening.id } }];
};

const collected = (state: State, opening: Opening): Fact[] => {
  const { id: openingId, holdId, personId, visitId, mark } = opening;
  if (mark.problem === null) return [{ type: 'ParcelCollected', data: { holdId, openingId, personId, visitId } }];
  const where = mark.problem === 'empty' ? 'unknown' : mark.kept ? 'with-person' : 'compartment';
  return [
    { type: 'ParcelDisputed', data: { holdId, problem: mark.problem, where, openingId } },
    ...(mark.problem === 'empty' ? block(state, opening, 'check') : []),
  ];
};

/** Out of its compartment and onto the shelf: the same record, the same code; a member of staff holds it. */
const fetched = (state: State, { id: openingId, holdId }: Opening): Fact[] => {
  if (!state.get('holds', holdId)) return [];
  const shelf = anyShelfPlace(state);
  return [
    { type: 'ShelfAssigned', data: { holdId, shelf } },
    { type: 'ParcelPlaced', data: { holdId, place: { shelf }, evidence: 'stated', openingId } },
  ];
};

/** Facts that follow from the sensor's stable "closed" on an open opening. */
export const closed = (
  state: State,
  context: Context,
  { opening, stableMs }: { opening: Opening; stableMs: number },
): Fact[] => {
  const shut: Fact = { type: 'OpeningClosed', data: { openingId: opening.id, stableMs } };
  switch (opening.purpose) {
    case 'deposit':
      return [shut, ...deposited(state, context, { opening, shut })];
    case 'collect':
      return [shut, ...collected(state, opening)];
    case 'take-back':
      return [shut, { type: 'ParcelReturned', data: { holdId: opening.holdId, openingId: opening.id } }];
    case 'fetch':
      return [shut, ...fetched(state, opening)];
  }
};
