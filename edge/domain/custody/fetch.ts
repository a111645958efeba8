// The desk opens a compartment and takes the item to the shelf, under the same record.
import type { CommandOf } from '../../contract/commands.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { grantOpening } from '../openings/grant.ts';
import type { State } from '../state.ts';
import { itemIn } from './at-desk.ts';
import { beginDeskVisit } from './desk-visit.ts';

export const fetchToDesk = (state: State, command: CommandOf<'FetchToDesk'>, context: Context): Decision => {
  const { by, visitId, holdId } = command;
  const hold = itemIn(state, holdId, ['placed', 'notified', 'to-return', 'disputed']);
  if ('answer' in hold) return hold;
  if (!hold.place || 'shelf' in hold.place) return refuse('at-the-desk');
  const begun = beginDeskVisit(state, { by, visitId }, context.now);
  if ('answer' in begun) return begun;
  const wanted = { holdId, ...hold.place, purpose: 'fetch', attempt: 1, supply: context.supply } as const;
  const grant = grantOpening(state, begun.visit, wanted);
  return 'fact' in grant ? done([...begun.facts, grant.fact], holdId) : refuse(grant.refused);
};
