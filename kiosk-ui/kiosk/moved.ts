// The outcome of one input: the page as it stands then, and what is to be asked of the edge.
import type { Request } from './request.ts';
import { type Flow, freshFlow, isDoorBusy, type Step } from './state.ts';

export interface Moved {
  flow: Flow;
  request: Request | null;
}

export const stay = (flow: Flow): Moved => ({ flow, request: null });

export const goTo = (flow: Flow, step: Step): Moved => stay({ ...flow, step, told: null });

/** One request at a time: a second tap while one is under way does nothing. */
export const ask = (flow: Flow, request: Request): Moved =>
  flow.isSending ? stay(flow) : { flow: { ...flow, isSending: true, told: null }, request };

export const tell = (
  flow: Flow,
  code: NonNullable<Flow['told']>['code'],
  attemptsLeft: number | null = null,
): Flow => ({
  ...flow,
  told: { code, attemptsLeft },
});

/** Everything of this person leaves the screen at once; the edge is told if there was a visit. */
export const leave = (flow: Flow, now: number): Moved => {
  if (isDoorBusy(flow.visit)) return stay(tell(flow, 'door-busy'));
  const visitId = flow.visit?.visitId;
  return {
    flow: freshFlow(flow.usual, { ...flow, turn: flow.turn + 1 }, now),
    request: visitId === undefined ? null : { to: 'end', visitId, body: {} },
  };
};
