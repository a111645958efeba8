// Which items of the house the desk may deal with now, and what ends with them.
import type { Fact } from '../../contract/events.ts';
import { type Decision, refuse } from '../decision.ts';
import { revoke } from '../identity/revoke.ts';
import type { Hold, State } from '../state.ts';
import { codesOf, isBusy } from './collect.ts';
import type { HoldStatus } from './hold.ts';

export const onShelf = ({ place }: Pick<Hold, 'place'>): boolean => place !== null && 'shelf' in place;

/** One item in such a state that no door is under way to. */
export const itemIn = (state: State, holdId: string, statuses: readonly HoldStatus[]): Hold | Decision => {
  const hold = state.get('holds', holdId);
  if (!hold) return refuse('unknown-item');
  if (isBusy(state, hold)) return refuse('door-busy');
  return statuses.includes(hold.status) ? hold : refuse('not-waiting');
};

/** All of them, each once, or the refusal of the first that is not in such a state. */
export const itemsIn = (
  state: State,
  holdIds: readonly string[],
  statuses: readonly HoldStatus[],
): Hold[] | Decision => {
  const holds: Hold[] = [];
  for (const holdId of new Set(holdIds)) {
    const hold = itemIn(state, holdId, statuses);
    if ('answer' in hold) return hold;
    holds.push(hold);
  }
  return holds;
};

/** Said of what still lies in a compartment. */
export const fetchFirst = refuse('fetch-first', { field: 'holdIds', remedy: 'fetch it to the desk first' });

/** A code lives as long as its item waits; who stands at a kiosk by it is done there [S11]. */
export const endCodes = (state: State, holdId: string): Fact[] =>
  codesOf(state, holdId).flatMap(({ id }) => revoke(state, id, 'by-person'));
