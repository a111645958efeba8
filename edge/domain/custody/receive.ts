// The desk receives an item [M1, M2]: onto the guarded shelf, or into a compartment that opens for it.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { grantOpening } from '../openings/grant.ts';
import { isUnderWay } from '../openings/opening.ts';
import type { Person, State } from '../state.ts';
import { anyShelfPlace, choose, shelfPlace } from './compartment.ts';
import { consentOf, inHouse, mayLock } from './deposit.ts';
import { beginDeskVisit } from './desk-visit.ts';
import { shelve } from './shelf.ts';

type Receive = CommandOf<'ReceiveItem'>;
/** Who it is for: a resident of a household. */
type Addressee = Person & { householdId: string };

const addresseeOf = (state: State, { item }: Receive): Addressee | undefined => {
  const person = state.get('people', item.personId);
  return person?.role === 'resident' && person.householdId !== null
    ? { ...person, householdId: person.householdId }
    : undefined;
};

/** What keeps it from being registered as it is told. */
const misfit = (state: State, { holdId, item }: Receive): Decision | undefined => {
  if (state.get('holds', holdId))
    return refuse('bad-request', { field: 'holdId', remedy: 'register each item with an id of its own' });
  if (item.waybill === null && item.kind !== 'letter')
    return refuse('bad-request', { field: 'waybill', remedy: 'scan or type it; only letters may have none' });
  if (item.condition === 'damaged' && item.damage === null)
    return refuse('bad-request', { field: 'damage', remedy: 'say what is wrong with it' });
  return item.waybill !== null && inHouse(state, item.waybill) ? refuse('waybill-in-house') : undefined;
};

/** A compartment of any cabinet, its door opened by a short visit of the desk; undefined when none fits. */
const intoCompartment = (
  state: State,
  context: Context,
  want: { command: Receive; visitId: string; addressee: Addressee; fact: Fact },
): Decision | undefined => {
  const { by, holdId, item } = want.command;
  if (item.size === null) return refuse('bad-request', { field: 'size', remedy: 'choose S, M or L' });
  const low = state.get('households', want.addressee.householdId)?.low ?? false;
  const choice = choose(state, context.site, { terminal: null, size: item.size, low });
  if (!choice) return undefined;
  const begun = beginDeskVisit(state, { by, visitId: want.visitId }, context.now);
  if ('answer' in begun) return begun;
  const wanted = { holdId, ...choice, purpose: 'deposit', attempt: 1, supply: context.supply } as const;
  const grant = grantOpening(state, begun.visit, wanted);
  return 'fact' in grant ? done([...begun.facts, want.fact, grant.fact], holdId) : refuse(grant.refused);
};

/** A letter has no size and goes to the shelf, as does what may not be locked in; what fits nowhere is refused. */
export const receive = (state: State, command: Receive, context: Context): Decision => {
  const { by, holdId, item, visitId } = command;
  const addressee = addresseeOf(state, command);
  if (!addressee) return refuse('unknown-person');
  const wrong = misfit(state, command);
  if (wrong) return wrong;
  const { agreedByPhone, ...entered } = item;
  const consent = consentOf(state, addressee.id, agreedByPhone);
  const data: EventData<'ItemReceived'> = {
    holdId,
    ...entered,
    householdId: addressee.householdId,
    staffId: by.staffId,
    consent,
  };
  const fact: Fact = { type: 'ItemReceived', data };
  const placedInside =
    visitId !== null && item.kind !== 'letter' && mayLock(item.condition, consent)
      ? intoCompartment(state, context, { command, visitId, addressee, fact })
      : undefined;
  if (placedInside) return placedInside;
  const shelf = shelfPlace(state, context.site);
  if (shelf === undefined) return refuse('cabinet-full');
  return done([fact, ...shelve(state, context, { hold: { id: holdId, personId: addressee.id }, shelf })], holdId);
};

/** Not taken at all, handed back at once [M7, M8]. */
export const turnAway = ({ by, carrier, waybillTail, reason }: CommandOf<'TurnAwayItem'>): Decision =>
  done([{ type: 'ItemTurnedAway', data: { staffId: by.staffId, carrier, waybillTail, reason } }]);

/** What did not go into its compartment: at once when no door is under way, else when the open one is emptied and closed. */
export const moveToShelf = (state: State, { holdId }: CommandOf<'MoveToShelf'>, context: Context): Decision => {
  const hold = state.get('holds', holdId);
  if (!hold) return refuse('unknown-item');
  if (hold.staffId === null || hold.status !== 'registered') return refuse('not-waiting');
  const opening = hold.openingId === null ? undefined : state.get('openings', hold.openingId);
  if (opening?.state === 'opened') {
    const mark = { openingId: opening.id, problem: null, kept: false, emptying: 'wrong-size', size: null } as const;
    return done([{ type: 'OpeningMarked', data: mark }], holdId);
  }
  if (opening && isUnderWay(opening.state)) return refuse('door-busy');
  return done(shelve(state, context, { hold, shelf: anyShelfPlace(state) }), holdId);
};
