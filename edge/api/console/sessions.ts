// Sign-ins as browsers prove them: a random cookie for each, in memory only, for a restart ends them all [safety: codes 9].
import type { Command } from '../../contract/commands.ts';
import type { EventData, Instant } from '../../contract/events.ts';
import type { Dispatch } from '../../dispatch.ts';
import { policies } from '../../domain/custody/policies.ts';
import { passedMs } from '../../domain/identity/attempts.ts';
import type { Session } from '../../domain/state.ts';
import { cookieOf, newToken, tokenDigest } from '../cookie.ts';

/** The prefix makes browsers refuse it from any other host and without TLS. */
const name = '__Host-menfang';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';
export const noSessionCookie = `${name}=; ${attributes}; Max-Age=0`;

export interface SessionsOptions {
  dispatch: Dispatch;
  now: () => Instant;
  newId: () => string;
  /** Records that a sign-in is over; nobody waits for it. */
  tell: (command: Command) => void;
}

interface Kept {
  sessionId: string;
  activeAt: Instant;
}

export interface Sessions {
  /** A `Set-Cookie` value for a sign-in that has just been recorded. */
  issue(sessionId: string): string;
  /** The live sign-in that a `Cookie` header proves. */
  find(cookie: string | undefined): Session | undefined;
  /** A person did something by this sign-in. */
  touch(sessionId: string): void;
  /** Ends what was left alone or has lasted too long. */
  sweep(): void;
}

export const openSessions = ({ dispatch, now, newId, tell }: SessionsOptions): Sessions => {
  const byDigest = new Map<string, Kept>();
  const digestOf = (token: string): string => tokenDigest(token).toString('hex');

  const overBy = ({ sessionId, activeAt }: Kept): EventData<'StaffSignedOut'>['reason'] | undefined => {
    const session = dispatch.state.get('sessions', sessionId);
    if (!session) return 'ended';
    if (passedMs(session.since, now()) >= policies.sessionMostMs.value) return 'too-long';
    return passedMs(activeAt, now()) >= policies.sessionIdleMs.value ? 'idle' : undefined;
  };

  return {
    issue(sessionId) {
      const token = newToken();
      byDigest.set(digestOf(token), { sessionId, activeAt: now() });
      return `${name}=${token}; ${attributes}`;
    },
    find(cookie) {
      const token = cookieOf(cookie, name);
      const kept = token === undefined ? undefined : byDigest.get(digestOf(token));
      return kept && overBy(kept) === undefined ? dispatch.state.get('sessions', kept.sessionId) : undefined;
    },
    touch(sessionId) {
      for (const kept of byDigest.values()) if (kept.sessionId === sessionId) kept.activeAt = now();
    },
    sweep() {
      for (const [digest, kept] of byDigest) {
        const reason = overBy(kept);
        if (reason === undefined) continue;
        // What cannot be recorded now is recorded by the next sweep; the sign-in is worth nothing meanwhile.
        if (reason === 'ended') byDigest.delete(digest);
        else tell({ commandId: newId(), kind: 'SignOut', by: null, sessionId: kept.sessionId, reason });
      }
    },
  };
};
