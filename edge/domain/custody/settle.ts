// What became of a disputed item 「待核实」: said by staff, on record under their name.
import type { CommandOf } from '../../contract/commands.ts';
import type { Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { issueDerived } from '../identity/enrol.ts';
import type { Hold, State } from '../state.ts';
import { fetchFirst, itemIn } from './at-desk.ts';
import { anyShelfPlace } from './compartment.ts';

/** It lies in the house as far as anybody knows: whoever gets it signs for it [M4]. */
const isHere = ({ place, dispute }: Hold): boolean =>
  place !== null && ('shelf' in place || dispute?.where === 'compartment');

/** The shelf place it has, or one for what was found or brought back; null while it lies in its compartment. */
const shelfFor = (state: State, hold: Hold): number | null => {
  if (hold.place && 'shelf' in hold.place) return hold.place.shelf;
  return isHere(hold) ? null : anyShelfPlace(state);
};

export const settle = (state: State, command: CommandOf<'SettleDispute'>, context: Context): Decision => {
  const { by, holdId, outcome } = command;
  const hold = itemIn(state, holdId, ['disputed']);
  if ('answer' in hold) return hold;
  const settled = (shelf: number | null): Fact => ({
    type: 'DisputeSettled',
    data: { holdId, staffId: by.staffId, outcome, shelf },
  });
  switch (outcome) {
    case 'delivered':
      return isHere(hold)
        ? refuse('signature-needed', { remedy: 'it is in the house: hand it over against a signature' })
        : done([settled(null)], holdId);
    case 'lost':
      // Its compartment must be seen empty first: the next parcel would be put onto it.
      return isHere(hold) && hold.place && 'cabinet' in hold.place ? fetchFirst : done([settled(null)], holdId);
    case 'to-return':
      return done([settled(shelfFor(state, hold))], holdId);
    case 'to-shelf': {
      const shelf = shelfFor(state, hold);
      if (shelf === null) return fetchFirst;
      const wanted = { personId: hold.personId, use: 'parcel', holdId, until: null } as const;
      return done([settled(shelf), issueDerived(state, context.supply, wanted).fact], holdId);
    }
  }
};
