// A visit as its screen shows it: only what this person may see, masked.
import type { DoorView, ParcelView, VisitView } from '../contract/api.ts';
import type { Personal } from '../contract/commands.ts';
import { proxyOf } from '../domain/custody/collect.ts';
import { countFree } from '../domain/custody/compartment.ts';
import { isWaiting } from '../domain/custody/hold.ts';
import type { SiteLayout } from '../domain/decision.ts';
import { visibleHolds } from '../domain/identity/household.ts';
import { activeOpening, compartmentOf, type Hold, type Opening, type State, type Visit } from '../domain/state.ts';
import { carrierOf } from '../words/carriers.ts';
import { maskName } from '../words/masking.ts';
import { placeView } from '../words/places.ts';

export interface Scene {
  state: State;
  site: SiteLayout;
  personal: (id: string) => Personal | undefined;
}

const statusView = (hold: Hold): ParcelView['status'] => {
  switch (hold.status) {
    case 'registered':
      return 'placing';
    case 'placed':
    case 'notified':
      return hold.place && 'shelf' in hold.place ? 'at-desk' : 'waiting';
    case 'in-hand':
      return 'taking';
    case 'collected':
    case 'returned':
    case 'disputed':
    case 'withdrawn':
      return hold.status;
    // Dealt with over the counter: on no kiosk's screen.
    case 'handed-over':
    case 'settled':
      return 'collected';
    case 'to-return':
    case 'lost':
      return 'disputed';
  }
};

type Action = ParcelView['actions'][number];

const courierActions = (hold: Hold, opening: Opening | undefined): Action[] => {
  if (hold.status === 'registered') {
    const onShelf = hold.place !== null && 'shelf' in hold.place;
    if (opening && (opening.holdId !== hold.id || opening.state !== 'opened')) return [];
    return onShelf ? ['confirm-shelf', 'withdraw'] : ['swap', 'withdraw'];
  }
  return !opening && statusView(hold) === 'waiting' ? ['take-back'] : [];
};

const actionsOf = (state: State, visit: Visit, hold: Hold): Action[] => {
  const opening = activeOpening(state, visit);
  if (visit.role === 'courier') return courierActions(hold, opening);
  const { place } = hold;
  const blocked =
    place !== null && 'cabinet' in place && compartmentOf(state, place.cabinet, place.compartment).blocked;
  const waits = statusView(hold) === 'waiting';
  const itsDoorIsOpen = opening?.holdId === hold.id && opening.state === 'opened';
  const collectedNow = hold.status === 'collected' && visit.holds.includes(hold.id);
  return [
    ...(waits && !opening && !blocked ? (['open'] as const) : []),
    ...(itsDoorIsOpen || collectedNow || (waits && !opening) ? (['report'] as const) : []),
    ...(waits && visit.role === 'owner' && hold.personId === visit.personId && !proxyOf(state, hold.id)
      ? (['proxy'] as const)
      : []),
  ];
};

const parcelView = ({ state, site, personal }: Scene, visit: Visit, hold: Hold): ParcelView => {
  const mine = hold.personId === visit.personId;
  const name = personal(hold.personId)?.name;
  const proxy = mine && visit.role === 'owner' ? proxyOf(state, hold.id) : undefined;
  return {
    holdId: hold.id,
    waybillTail: hold.waybill?.slice(-4) ?? '',
    carrier: hold.carrier ?? carrierOf(hold.waybill ?? ''),
    size: hold.size,
    place: hold.place && placeView(site, hold.place),
    status: statusView(hold),
    placedAt: hold.placedAt,
    addressee: visit.role === 'owner' && !mine && name ? maskName(name) : null,
    mine,
    actions: actionsOf(state, visit, hold),
    proxy: proxy && proxy.until !== null && isWaiting(hold.status) ? { proxyId: proxy.id, until: proxy.until } : null,
  };
};

const stageOf = (opening: Opening): DoorView['stage'] => {
  switch (opening.state) {
    case 'granted':
    case 'ordered':
      return opening.attempt === 2 ? 'retrying' : 'unlocking';
    case 'opened':
      return 'open';
    case 'closed':
      return 'closed';
    case 'aborted':
      return opening.reason === 'did-not-open' || opening.reason === 'device-refused' ? 'stuck' : 'aborted';
  }
};

/** The last door of a visit; null when it has opened none. */
export const doorView = ({ state, site }: Scene, visit: Visit): DoorView | null => {
  const id = visit.openings.at(-1);
  const opening = id === undefined ? undefined : state.get('openings', id);
  if (!opening) return null;
  const { cabinet, compartment } = opening;
  return {
    openingId: opening.id,
    holdId: opening.holdId,
    place: placeView(site, { cabinet, compartment }),
    purpose: opening.purpose,
    stage: stageOf(opening),
    since: opening.since.wallMs,
    problem: opening.mark.problem,
    emptying: opening.mark.emptying !== null,
  };
};

export const visitView = (scene: Scene, visit: Visit): VisitView => {
  const { state, site, personal } = scene;
  const person = state.get('people', visit.personId);
  const household = person?.householdId ? state.get('households', person.householdId) : undefined;
  const { recipient } = visit;
  return {
    visitId: visit.id,
    role: visit.role,
    name: visit.role === 'proxy' ? '' : maskName(personal(visit.personId)?.name ?? ''),
    language: visit.role === 'proxy' ? null : (person?.language ?? null),
    elder: visit.role === 'owner' && (person?.elder ?? false),
    low: visit.role === 'owner' && (household?.low ?? false),
    over: false,
    parcels: visibleHolds(state, visit).map((hold) => parcelView(scene, visit, hold)),
    door: doorView(scene, visit),
    recipient: recipient && {
      recipientId: recipient.recipientId,
      consent: state.get('people', recipient.personId)?.consent ?? 'ask',
      free: countFree(state, site, visit.terminal),
    },
  };
};

/** What is left to say of a visit that has ended: nothing of its person. */
export const overView = (visitId: string): VisitView => ({
  visitId,
  role: 'owner',
  name: '',
  language: null,
  elder: false,
  low: false,
  over: true,
  parcels: [],
  door: null,
  recipient: null,
});
