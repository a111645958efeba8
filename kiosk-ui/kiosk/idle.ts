// When a person has gone away: how long each screen waits, and how long it asks first [kiosk: time-out, WCAG 2.2.1].
import { type Flow, isDoorBusy, waitingParcels } from './state.ts';

const second = 1000;
export const idleMs = { usual: 40 * second, elder: 60 * second, courier: 120 * second } as const;
export const warningMs = 25 * second;
export const successMs = { usual: 12 * second, elder: 15 * second } as const;
/** After this an open door is spoken of again; it never times out. */
export const openReminderMs = 60 * second;
/** A short pause of the edge is not worth a screen of its own. */
export const lostAfterMs = 2 * second;

export type Idle = { kind: 'none' } | { kind: 'warning'; secondsLeft: number } | { kind: 'gone' };

const none: Idle = { kind: 'none' };

const isUntouched = (flow: Flow): boolean =>
  flow.visit === null &&
  flow.step.at === 'home' &&
  flow.step.digits === '' &&
  flow.told === null &&
  flow.dialog === null &&
  flow.wish === flow.usual;

/** The owner has taken the last parcel: nothing is left to do here. */
export const isFinished = (flow: Flow): boolean =>
  flow.step.at === 'door' &&
  flow.visit !== null &&
  flow.visit.role !== 'courier' &&
  flow.visit.door?.stage === 'closed' &&
  flow.visit.door.problem === null &&
  waitingParcels(flow.visit).length === 0;

const patience = (flow: Flow): number => {
  if (flow.visit?.role === 'courier' || flow.step.at === 'courier') return idleMs.courier;
  return flow.wish.elder ? idleMs.elder : idleMs.usual;
};

/** Whether the person is still there, at `now`. */
export const idleOf = (flow: Flow, now: number): Idle => {
  if (isDoorBusy(flow.visit) || isUntouched(flow)) return none;
  const still = now - flow.touchedAt;
  if (isFinished(flow)) return still >= (flow.wish.elder ? successMs.elder : successMs.usual) ? { kind: 'gone' } : none;
  const over = still - patience(flow);
  if (over < 0) return none;
  if (over >= warningMs) return { kind: 'gone' };
  return { kind: 'warning', secondsLeft: Math.ceil((warningMs - over) / second) };
};

export const isLost = (flow: Flow, now: number): boolean =>
  flow.kiosk === null || (flow.lostAt !== null && now - flow.lostAt >= lostAfterMs);

export const isLongOpen = (flow: Flow, now: number): boolean =>
  flow.door?.stage === 'open' && now - flow.door.at >= openReminderMs;

/** Seconds until codes are answered again; 0 = now. */
export const codeWait = (flow: Flow, now: number): number =>
  flow.kiosk === null ? 0 : Math.max(0, Math.ceil(flow.kiosk.waitSeconds - (now - flow.kioskAt) / second));

/** Why no code is taken now; null when one is. */
export const whyCodesRest = (flow: Flow, now: number): 'attended' | 'waiting' | null => {
  if (flow.kiosk?.attended) return 'attended';
  return codeWait(flow, now) > 0 ? 'waiting' : null;
};
