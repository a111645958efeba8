// Rows of openings, and of the compartments and holdings they touch.
import type { Instant } from '../../contract/events.ts';
import { nextStatus } from '../custody/hold.ts';
import type { Evolvers } from '../evolve.ts';
import { type Change, compartmentOf, drop, type Opening, put, type State } from '../state.ts';
import { nextState, type OpeningInput, takesAway } from './opening.ts';

type OpeningEvent =
  | 'OpeningGranted'
  | 'OpeningOrdered'
  | 'OpeningAnswered'
  | 'OpeningOpened'
  | 'OpeningMarked'
  | 'OpeningClosed'
  | 'OpeningAborted';

const noMark: Opening['mark'] = { problem: null, kept: false, emptying: null, size: null };

const move = (
  state: State,
  id: string,
  step: { input: OpeningInput; at: Instant; change?: Partial<Opening> },
): Change[] => {
  const opening = state.get('openings', id);
  const next = opening && nextState(opening.state, step.input);
  if (!opening || !next) return [];
  const finished = next === 'closed' || next === 'aborted';
  const visit = state.get('visits', opening.visitId);
  const stays = !finished || visit !== undefined;
  return [
    stays ? put('openings', { ...opening, state: next, since: step.at, ...step.change }) : drop('openings', id),
    ...(finished
      ? [
          put('compartments', {
            ...compartmentOf(state, opening.cabinet, opening.compartment),
            openingId: null,
            ...(next === 'closed' ? { door: 'closed' as const } : {}),
          }),
        ]
      : []),
    ...(finished && visit ? [put('visits', { ...visit, activeAt: step.at })] : []),
  ];
};

export const openingEvolvers: Evolvers<OpeningEvent> = {
  OpeningGranted: (state, data, at) => {
    const { openingId: id, visitId, personId, holdId, cabinet, compartment, purpose, attempt } = data;
    const visit = state.get('visits', visitId);
    const hold = state.get('holds', holdId);
    const target = compartmentOf(state, cabinet, compartment);
    const former =
      hold?.place && 'cabinet' in hold.place ? compartmentOf(state, hold.place.cabinet, hold.place.compartment) : null;
    const moves = purpose === 'deposit' && former !== null && former.id !== target.id;
    const opening: Opening = {
      id,
      visitId,
      personId,
      holdId,
      cabinet,
      compartment,
      purpose,
      attempt,
      state: 'granted',
      unlocked: false,
      reason: null,
      grantedAt: at,
      since: at,
      mark: noMark,
    };
    const holds = visit && (visit.holds.includes(holdId) ? visit.holds : [...visit.holds, holdId]);
    return [
      put('openings', opening),
      ...(moves ? [put('compartments', { ...former, holdId: null })] : []),
      put('compartments', { ...target, openingId: id, holdId: purpose === 'deposit' ? holdId : target.holdId }),
      ...(hold
        ? [
            put('holds', {
              ...hold,
              openingId: id,
              visitId,
              place: purpose === 'deposit' ? { cabinet, compartment } : hold.place,
            }),
          ]
        : []),
      ...(visit && holds ? [put('visits', { ...visit, holds, openings: [...visit.openings, id], activeAt: at })] : []),
    ];
  },
  OpeningOrdered: (state, { openingId }, at) => move(state, openingId, { input: 'order', at }),
  OpeningAnswered: (state, { openingId, result }, at) => {
    const opening = state.get('openings', openingId);
    if (!opening || result !== 'done' || opening.unlocked) return [];
    const since = opening.state === 'granted' || opening.state === 'ordered' ? at : opening.since;
    return [put('openings', { ...opening, unlocked: true, since })];
  },
  OpeningOpened: (state, { openingId }, at) => {
    const opening = state.get('openings', openingId);
    if (!opening) return [];
    const hold = state.get('holds', opening.holdId);
    const status = hold && takesAway(opening.purpose) ? nextStatus(hold.status, 'open') : undefined;
    return [
      ...move(state, openingId, { input: 'open', at }),
      put('compartments', { ...compartmentOf(state, opening.cabinet, opening.compartment), door: 'open' }),
      ...(hold && status ? [put('holds', { ...hold, status })] : []),
    ];
  },
  OpeningMarked: (state, { openingId, ...mark }) => {
    const opening = state.get('openings', openingId);
    return opening ? [put('openings', { ...opening, mark })] : [];
  },
  OpeningClosed: (state, { openingId }, at) => move(state, openingId, { input: 'close', at }),
  OpeningAborted: (state, { openingId, reason }, at) =>
    move(state, openingId, { input: 'abort', at, change: { reason } }),
};
