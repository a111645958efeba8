// The guarded shelf 「前台代存架」: what lies on it is there by somebody's word, for there is no door that could tell.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { issueDerived } from '../identity/enrol.ts';
import type { Hold, State } from '../state.ts';
import { ownUnplaced } from './deposit.ts';

/** What follows when a parcel is in its place: the owner gets a code. */
export const placed = (
  state: State,
  context: Context,
  data: EventData<'ParcelPlaced'> & { personId: string },
): Fact[] => {
  const { personId, ...place } = data;
  const wanted = { personId, use: 'parcel', holdId: place.holdId, until: null } as const;
  return [{ type: 'ParcelPlaced', data: place }, issueDerived(state, context.supply, wanted).fact];
};

/** Staff stand at the shelf: what they received lies there as soon as they say so. */
export const shelve = (
  state: State,
  context: Context,
  { hold, shelf }: { hold: Pick<Hold, 'id' | 'personId'>; shelf: number },
): Fact[] => {
  const { id: holdId, personId } = hold;
  return [
    { type: 'ShelfAssigned', data: { holdId, shelf } },
    ...placed(state, context, { holdId, personId, place: { shelf }, evidence: 'stated', openingId: null }),
  ];
};

/** The courier states that the parcel stands on its shelf place: there is no door that could tell. */
export const confirmShelf = (state: State, command: CommandOf<'ConfirmShelf'>, context: Context): Decision => {
  const own = ownUnplaced(state, command);
  if (!('visit' in own)) return own;
  const { hold } = own;
  if (!hold.place || !('shelf' in hold.place)) return refuse('not-waiting');
  return done(
    placed(state, context, {
      holdId: hold.id,
      personId: hold.personId,
      place: hold.place,
      evidence: 'stated',
      openingId: null,
    }),
    hold.id,
  );
};
