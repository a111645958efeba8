// Alerts: one a cause, which stays as long as its cause stays. Pure.
import type { AlertKind, Fact } from '../../contract/events.ts';
import type { Evolvers } from '../evolve.ts';
import { drop, put, type State, terminalOf } from '../state.ts';

type AlertEvent = 'AlertRaised' | 'AlertCleared' | 'PersonCalled' | 'CallAnswered' | 'HqQuarantined' | 'HqDiverged';

/** One alert for one cause: raising it again while it stands changes nothing. */
export const alertId = (kind: AlertKind, subject: string): string => `${kind}:${subject}`;

export const raise = (state: State, kind: AlertKind, subject: string): Fact[] => {
  const alert = alertId(kind, subject);
  return state.get('alerts', alert) ? [] : [{ type: 'AlertRaised', data: { alert, kind, subject } }];
};

export const clear = (state: State, kind: AlertKind, subject: string): Fact[] => {
  const alert = alertId(kind, subject);
  return state.get('alerts', alert) ? [{ type: 'AlertCleared', data: { alert } }] : [];
};

export const alertEvolvers: Evolvers<AlertEvent> = {
  AlertRaised: (_state, { alert, kind, subject }, at) => [
    put('alerts', { id: alert, kind, subject, since: at.wallMs }),
  ],
  AlertCleared: (_state, { alert }) => [drop('alerts', alert)],
  PersonCalled: (state, { terminal }, at) => [
    put('terminals', { ...terminalOf(state, terminal), calledAt: at.wallMs }),
  ],
  CallAnswered: (state, { terminal }) => [put('terminals', { ...terminalOf(state, terminal), calledAt: null })],
  HqQuarantined: () => [],
  HqDiverged: () => [],
};
