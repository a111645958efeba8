// What the console's handlers for signing in work on.

import type { Instant } from '../../contract/events.ts';
import type { Dispatch } from '../../dispatch.ts';
import type { Keys } from '../../secrets/keys.ts';
import type { Passwords } from '../../secrets/passwords.ts';
import type { UsedSteps } from '../../secrets/second-factor.ts';
import type { Sessions } from './sessions.ts';

export interface SignInScene {
  dispatch: Dispatch;
  keys: Keys;
  sessions: Sessions;
  passwords: Passwords;
  usedSteps: UsedSteps;
  site: { title: string; timeZone: string; terminals: readonly string[] };
  /** Hex SHA-256 of the authority's certificate. */
  caFingerprint: string;
  /** The address of the page that opens a one-time link. */
  linkOf: (token: string) => string;
  now: () => Instant;
  newId: () => string;
  /** Resolves so many milliseconds later. */
  pause: (ms: number) => Promise<void>;
}
