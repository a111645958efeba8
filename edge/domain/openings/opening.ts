// One authorised opening of one door: its states only go forward [S2]. Pure.
import type { EventData } from '../../contract/events.ts';

export type OpeningState = 'granted' | 'ordered' | 'opened' | 'closed' | 'aborted';
export type OpeningInput = 'order' | 'open' | 'close' | 'abort';

/** `granted → opened` happens when the sensor is faster than the record of sending: observed beats ordered. */
const moves: Record<OpeningState, Partial<Record<OpeningInput, OpeningState>>> = {
  granted: { order: 'ordered', open: 'opened', abort: 'aborted' },
  ordered: { open: 'opened', abort: 'aborted' },
  opened: { close: 'closed' },
  closed: {},
  aborted: {},
};

/** The state after `input`; undefined where that input has no place. */
export const nextState = (state: OpeningState, input: OpeningInput): OpeningState | undefined => moves[state][input];

export const isUnderWay = (state: OpeningState): boolean => state !== 'closed' && state !== 'aborted';

/** Somebody takes it away: its codes are used up, and custody is uncertain until the door is closed [S5]. */
export const takesAway = (purpose: EventData<'OpeningGranted'>['purpose']): boolean =>
  purpose === 'collect' || purpose === 'take-back';
