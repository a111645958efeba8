// An opening that did not come about: one retry under a new grant, then the compartment is blocked and a guard is called.
import type { Fact } from '../../contract/events.ts';
import { raise } from '../alerts/alert.ts';
import type { Context } from '../decision.ts';
import { after } from '../overlay.ts';
import { compartmentId, compartmentOf, type Opening, type State } from '../state.ts';
import { grantOpening } from './grant.ts';

/** Nobody is left to put this parcel in: it never came into custody. What the desk received did. */
const orphaned = (state: State, opening: Opening): Fact[] =>
  opening.purpose === 'deposit' &&
  !state.get('visits', opening.visitId) &&
  state.get('holds', opening.holdId)?.staffId === null
    ? [{ type: 'ParcelWithdrawn', data: { holdId: opening.holdId, openingId: opening.id } }]
    : [];

/** The board pulsed but the sensor still reads closed, or the board would not pulse: worth one more try by the same person. */
const isStuck = (reason: Opening['reason']): boolean => reason === 'did-not-open' || reason === 'device-refused';

/** Facts that end `opening` for `reason`. A stale or undeliverable order is never sent again [S3]; the person may ask anew. */
export const abort = (
  state: State,
  { supply, now }: Context,
  { opening, reason }: { opening: Opening; reason: NonNullable<Opening['reason']> },
): Fact[] => {
  const { cabinet, compartment, visitId, holdId, purpose } = opening;
  const ended: Fact = { type: 'OpeningAborted', data: { openingId: opening.id, reason } };
  if (!isStuck(reason)) return [ended, ...orphaned(state, opening)];
  const visit = state.get('visits', visitId);
  const closed = compartmentOf(state, cabinet, compartment).door === 'closed';
  if (visit && opening.attempt === 1 && closed) {
    const retry = { holdId, cabinet, compartment, purpose, attempt: 2, supply } as const;
    const grant = grantOpening(after(state, [ended], now), visit, retry);
    if ('fact' in grant) return [ended, grant.fact];
  }
  return [
    ended,
    { type: 'CompartmentBlocked', data: { cabinet, compartment, reason: 'stuck' } },
    ...raise(state, 'jammed', compartmentId(cabinet, compartment)),
    ...orphaned(state, opening),
  ];
};
