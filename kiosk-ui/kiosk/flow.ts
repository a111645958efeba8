// The pure path of a visit: what the page shows next and what it asks of the edge, for every input at every moment.
import { showVisit, takeAnswer } from './arrivals.ts';
import * as choices from './choices.ts';
import { enter, erase, scan, typeKey } from './entry.ts';
import { idleOf } from './idle.ts';
import { goTo, leave, type Moved, stay } from './moved.ts';
import { type Flow, type Input, isDoorBusy, type Step } from './state.ts';

const places: Record<Extract<Input, { kind: 'go' }>['to'], Step> = {
  courier: { at: 'courier', digits: '' },
  own: { at: 'own' },
  waybill: { at: 'waybill', text: '' },
  parcels: { at: 'parcels' },
};

/** Where one may go from here: a courier's places in a courier's visit, an owner's in an owner's. */
const go = (flow: Flow, to: Extract<Input, { kind: 'go' }>['to']): Moved => {
  const role = flow.visit?.role ?? null;
  const isOpen =
    to === 'courier' ? role === null : to === 'parcels' ? role !== null && role !== 'courier' : role === 'courier';
  return isOpen && !flow.isSending && !isDoorBusy(flow.visit) ? goTo(flow, places[to]) : stay(flow);
};

/** A page about one parcel is opened from the page where that parcel is. */
const about = (flow: Flow, from: Step['at'], step: Step): Moved =>
  flow.step.at === from ? goTo(flow, step) : stay(flow);

/** A person who is gone is not asked again: what was shown goes, whether or not the edge can hear it. */
const passTime = (flow: Flow, now: number): Moved =>
  idleOf(flow, now).kind === 'gone' ? leave(flow, now) : stay(flow);

const goBack = (flow: Flow, now: number): Moved => {
  const step = choices.stepBack(flow.step);
  if (flow.isSending) return stay(flow);
  return step === null ? leave(flow, now) : goTo(flow, step);
};

const setLink = (flow: Flow, up: boolean, now: number): Moved => {
  if (up === (flow.lostAt === null)) return stay(flow);
  return stay({ ...flow, lostAt: up ? null : now });
};

/**
 * The page after `input`, and the request to send, if any. `now` is milliseconds of the page's monotonic clock.
 * Pure: the same arguments give the same answer, nothing is kept between calls.
 */
export const next = (flow: Flow, input: Input, now: number): Moved => {
  switch (input.kind) {
    case 'tick':
      return passTime(flow, now);
    case 'touched':
      // A warning is answered on the warning itself, so that the same touch cannot press what lies beneath.
      return idleOf(flow, now).kind === 'none' ? stay({ ...flow, touchedAt: now }) : stay(flow);
    case 'stay':
      return stay({ ...flow, touchedAt: now, dialog: null });
    case 'key':
      return typeKey(flow, input.key, now);
    case 'erase':
      return erase(flow, false);
    case 'clear':
      return erase(flow, true);
    case 'enter':
      return enter(flow);
    case 'scanned':
      return scan({ ...flow, touchedAt: now }, input.value, now);
    case 'go':
      return go(flow, input.to);
    case 'back':
      return goBack(flow, now);
    case 'restart':
      return leave(flow, now);
    case 'open':
      return choices.openDoor(flow, input.holdId);
    case 'ask-problem':
      return about(flow, 'door', { at: 'problem', holdId: input.holdId, damaged: false });
    case 'problem':
      return choices.reportProblem(flow, input);
    case 'ask-proxy':
      return about(flow, 'parcels', { at: 'proxy', holdId: input.holdId, proxy: null });
    case 'make-proxy':
      return choices.makeProxy(flow, input.hours);
    case 'revoke-proxy':
      return choices.revokeProxy(flow, input.proxyId);
    case 'consent':
      return choices.consent(flow, input.agreed);
    case 'other-household':
      return choices.otherHousehold(flow);
    case 'deposit':
      return choices.deposit(flow, { condition: input.condition, size: input.size });
    case 'swap':
      return choices.swap(flow, input);
    case 'withdraw':
      return choices.withdraw(flow, input.holdId);
    case 'take-back':
      return choices.takeBack(flow, input.holdId);
    case 'confirm-shelf':
      return choices.confirmShelf(flow);
    case 'wish':
      return stay({ ...flow, wish: { ...flow.wish, ...input.wish }, dialog: null });
    case 'dialog':
      return stay({ ...flow, dialog: input.dialog });
    case 'kiosk':
      return stay({ ...flow, kiosk: input.kiosk, kioskAt: now });
    case 'visit':
      return showVisit(flow, input.visit, now);
    case 'answered':
      return takeAnswer(flow, input, now);
    case 'link':
      return setLink(flow, input.up, now);
  }
};

export { type Flow, firstFlow, type Input } from './state.ts';
