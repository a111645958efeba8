// Rows of what is in the office's keeping.
import type { EventData, Instant } from '../../contract/events.ts';
import type { Evolvers } from '../evolve.ts';
import { type Change, compartmentOf, drop, type Hold, put, type State } from '../state.ts';
import { type HoldInput, isOver, nextStatus } from './hold.ts';

type HoldEvent =
  | 'ParcelRegistered'
  | 'ShelfAssigned'
  | 'ParcelPlaced'
  | 'OwnerNotified'
  | 'ParcelCollected'
  | 'ParcelDisputed'
  | 'ParcelReturned'
  | 'ParcelWithdrawn'
  | 'NoticeSent'
  | 'NoticeFailed';

/** The place is free again for another parcel. */
export const vacate = (state: State, { id, place }: Hold): Change[] => {
  if (place === null) return [];
  if ('shelf' in place)
    return state.get('shelf', String(place.shelf))?.holdId === id ? [drop('shelf', String(place.shelf))] : [];
  const row = compartmentOf(state, place.cabinet, place.compartment);
  return row.holdId === id ? [put('compartments', { ...row, holdId: null })] : [];
};

export const move = (state: State, holdId: string, input: HoldInput, change: Partial<Hold> = {}): Change[] => {
  const hold = state.get('holds', holdId);
  const status = hold && nextStatus(hold.status, input);
  if (!hold || !status) return [];
  const staysLive = !isOver(status) || (hold.visitId !== null && state.get('visits', hold.visitId) !== undefined);
  return [
    staysLive ? put('holds', { ...hold, status, ...change }) : drop('holds', holdId),
    ...(isOver(status) ? vacate(state, hold) : []),
  ];
};

const noticed = (
  state: State,
  { holdId, notice }: { holdId: string; notice: 'arrival' | 'reminder' },
  result: { sent: boolean; atMs: number },
): Change[] => {
  const hold = state.get('holds', holdId);
  if (!hold) return [];
  const former = hold.notices[notice];
  const next = result.sent
    ? { sent: former.sent + 1, attempts: 0, lastAt: result.atMs }
    : { sent: former.sent, attempts: former.attempts + 1, lastAt: result.atMs };
  return [put('holds', { ...hold, notices: { ...hold.notices, [notice]: next } })];
};

type Entered = Omit<EventData<'ParcelRegistered'>, 'waybill' | 'courierId' | 'visitId'> &
  Pick<Hold, 'kind' | 'staffId' | 'carrier' | 'waybill' | 'damage' | 'photo'> &
  Partial<Pick<Hold, 'courierId' | 'visitId'>>;

export const unsent: Hold['notices'] = {
  arrival: { sent: 0, attempts: 0, lastAt: null },
  reminder: { sent: 0, attempts: 0, lastAt: null },
};

/** Terms count from it: what a clock says that nobody trusts is no time [S14]. */
export const trustedMs = (state: State, at: Instant): number =>
  at.clock === 'unknown' ? state.get('node', 'node')?.latestMs || at.wallMs : at.wallMs;

/** As it comes into the house: nowhere yet. */
export const received = (state: State, { holdId: id, ...entered }: Entered, at: Instant): Hold => ({
  courierId: null,
  visitId: null,
  ...entered,
  id,
  receivedAt: trustedMs(state, at),
  status: 'registered',
  dispute: null,
  returning: null,
  noticePostedAt: null,
  place: null,
  placedAt: null,
  credentialId: null,
  openingId: null,
  notices: unsent,
});

export const holdEvolvers: Evolvers<HoldEvent> = {
  ParcelRegistered: (state, data, at) => {
    const { holdId, visitId } = data;
    const visit = state.get('visits', visitId);
    const hold = received(
      state,
      { kind: 'parcel', staffId: null, carrier: null, damage: null, photo: null, ...data },
      at,
    );
    return [put('holds', hold), ...(visit ? [put('visits', { ...visit, holds: [...visit.holds, holdId] })] : [])];
  },
  ShelfAssigned: (state, { holdId, shelf }) => {
    const hold = state.get('holds', holdId);
    if (!hold) return [];
    return [
      ...vacate(state, hold),
      put('holds', { ...hold, place: { shelf } }),
      put('shelf', { id: String(shelf), holdId }),
    ];
  },
  ParcelPlaced: (state, { holdId, place }, at) =>
    move(state, holdId, 'place', { place, placedAt: state.get('holds', holdId)?.placedAt ?? at.wallMs }),
  OwnerNotified: (state, { holdId }) => move(state, holdId, 'notify'),
  ParcelCollected: (state, { holdId }) => move(state, holdId, 'collect'),
  ParcelDisputed: (state, { holdId, problem, where }) => {
    const hold = state.get('holds', holdId);
    if (!hold) return [];
    const gone = where === 'with-person' || isOver(hold.status);
    return [
      ...(gone ? vacate(state, hold) : []),
      ...move(state, holdId, 'dispute', { dispute: { problem, where }, ...(gone && { place: null }) }),
    ];
  },
  ParcelReturned: (state, { holdId }) => move(state, holdId, 'return'),
  ParcelWithdrawn: (state, { holdId }) => move(state, holdId, 'withdraw'),
  NoticeSent: (state, data, at) => noticed(state, data, { sent: true, atMs: at.wallMs }),
  NoticeFailed: (state, data, at) => noticed(state, data, { sent: false, atMs: at.wallMs }),
};
