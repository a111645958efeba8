// What every screen is given: the flow, the words of the chosen language, and the way to say what was tapped.
import type { Flow, Input } from '../kiosk/flow.ts';
import type { Step } from '../kiosk/state.ts';
import type { Words } from '../words/words.ts';

export interface Face {
  flow: Flow;
  words: Words;
  /** Milliseconds of the page's monotonic clock, once a second. */
  now: number;
  put(input: Input): void;
  tone(): void;
  callPerson(): void;
}

/** What the screen of one step is given. */
export interface FaceAt<At extends Step['at']> {
  face: Face;
  step: Extract<Step, { at: At }>;
}
