// The console of a site, built and joined: who may sign in, every handler, and the listener.
import { X509Certificate } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Command } from '../../contract/commands.ts';
import type { Instant } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { leftAt } from '../../domain/identity/staff-invitations.ts';
import { latest } from '../../domain/latest.ts';
import type { Authority } from '../../secrets/authority.ts';
import { openPasswords } from '../../secrets/passwords.ts';
import { openUsedSteps } from '../../secrets/second-factor.ts';
import { openGate } from './gate.ts';
import { namesOf, type Reach } from './origin.ts';
import { openParts, type PartsOptions } from './parts.ts';
import { openReplies } from './replies.ts';
import type { SignInScene } from './scene.ts';
import { ConsoleServer } from './server.ts';
import { openSessions } from './sessions.ts';
import { offerLink } from './staff.ts';
import { follow } from './stream.ts';

export interface ConsoleOptions
  extends Pick<
    PartsOptions,
    'dispatch' | 'ledger' | 'keys' | 'layout' | 'pictures' | 'registers' | 'links' | 'retention' | 'site'
  > {
  authority: Authority;
  /** The published contract. */
  contract: () => object;
  reach: Reach & { port: number };
  /** The folder of the built page. */
  page: string;
  now: () => Instant;
  newId: () => string;
  /** Carries out a command for which nobody waits. */
  tell: (command: Command) => void;
  log: Logger;
}

export interface Console {
  /** Resolves with the address of its page. */
  start(): Promise<string>;
  stop(): Promise<void>;
  /** Makes a one-time link at the machine itself, whose owner may invite anybody. */
  invite(roles: StaffRole[]): ReturnType<typeof offerLink>;
}

/** Makes the console's own certificate if need be, and joins its parts; nothing listens yet. */
export const openConsole = async (options: ConsoleOptions): Promise<Console> => {
  const { dispatch, ledger, keys, authority, reach, now, newId, tell, log } = options;
  const [name] = namesOf(reach);
  let url = '';
  const sessions = openSessions({ dispatch, now, newId, tell });
  const started = now();
  const scene: SignInScene = {
    dispatch,
    keys,
    sessions,
    passwords: openPasswords(keys),
    usedSteps: openUsedSteps(latest(dispatch.state.get('node', 'node')?.latestMs ?? 0, started)),
    site: options.site,
    caFingerprint: new X509Certificate(authority.certificate).fingerprint256.replaceAll(':', '').toLowerCase(),
    // After the "#", so that no server, proxy or log is ever sent it [S10].
    linkOf: (token) => `${url}#invite=${token}`,
    now,
    newId,
    // What waits for nothing but the time of an answer keeps no program alive.
    pause: (ms) => pause(ms, undefined, { ref: false }),
  };

  const endOver = (): void => {
    const at = now();
    for (const invitation of dispatch.state.all('invitations'))
      if (leftAt(dispatch.state, invitation, at) === 0)
        tell({ commandId: newId(), kind: 'EndInvitation', invitationId: invitation.id, reason: 'over' });
  };

  const parts = openParts({ ...options, ...scene });
  const monoMs = (): number => now().monoMs;
  const server = new ConsoleServer({
    ...reach,
    pair: await authority.serverPair([...reach.names, reach.host], 'console'),
    authority: authority.certificate,
    page: options.page,
    handlers: parts.handlers,
    follow: (request, response, isLive) => follow(request, response, { ledger, isLive }),
    dispatch,
    sessions,
    gate: openGate(monoMs),
    replies: openReplies(monoMs),
    contract: options.contract,
    sweep: () => {
      sessions.sweep();
      endOver();
    },
    log,
  });
  return {
    start: async () => {
      parts.start();
      const { port } = await server.start();
      url = `https://${name}:${port}/`;
      return url;
    },
    stop: async () => {
      await server.stop();
      await parts.stop();
    },
    invite: (roles) => offerLink(scene, { commandId: newId(), by: null, roles }),
  };
};
