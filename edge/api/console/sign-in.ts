// Signing in: name, password and second factor. Whatever is wrong is one answer after the same time, counted before it is given [safety: codes 4; S12].

import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { Refusal } from '../../contract/refusals.ts';
import { policies } from '../../domain/custody/policies.ts';
import { isRefused } from '../../domain/decision.ts';
import { mustWait } from '../../domain/identity/staff-sessions.ts';
import { lookup } from '../../secrets/codes.ts';
import { factorStep } from '../../secrets/second-factor.ts';
import type { Reply } from '../answers.ts';
import type { Handlers, Visiting } from './handlers.ts';
import type { SignInScene } from './scene.ts';
import { sessionView } from './signed-in.ts';

/** Records a sign-in whose proofs were good. A sign-in that this browser still showed gives way to it. */
export const beginSession = async (
  scene: SignInScene,
  {
    commandId,
    staffId,
    visiting,
  }: { commandId: string; staffId: string; visiting: Pick<Visiting<'signIn'>, 'where' | 'sessionId'> },
): Promise<Reply<ConsoleAnswer<'signIn'>>> => {
  const { dispatch, newId, sessions } = scene;
  const { where, sessionId: former } = visiting;
  const sessionId = newId();
  const answer = await dispatch.execute({ commandId, kind: 'SignIn', sessionId, staffId, where });
  if (isRefused(answer)) return answer;
  if (former !== null)
    await dispatch.execute({ commandId: newId(), kind: 'SignOut', by: null, sessionId: former, reason: 'replaced' });
  const view = sessionView(scene, sessionId);
  return 'refused' in view ? view : { ...view, cookie: sessions.issue(sessionId) };
};

/** Counts one wrong attempt for this name; `said` is told unless it has to wait by now. */
export const countWrong = async (
  { dispatch, newId }: SignInScene,
  nameLookup: string,
  said: Refusal,
): Promise<Refusal> => {
  const answer = await dispatch.execute({ commandId: newId(), kind: 'FailSignIn', nameLookup });
  return isRefused(answer) && answer.refused !== 'not-recognised' ? answer : said;
};

/** The refusal that a name has to wait with, if it has. */
export const waiting = ({ dispatch, now }: SignInScene, nameLookup: string): Refusal | undefined => {
  const answer = mustWait(dispatch.state, nameLookup, { now: now() })?.answer;
  return answer && isRefused(answer) ? answer : undefined;
};

export const openSignIn = (scene: SignInScene): Pick<Handlers, 'signIn'> => {
  const { dispatch, keys, passwords, usedSteps, now, pause } = scene;

  /** A code of the app: asked for, not to be checked without a clock [S14], wrong, or undefined = good. */
  const factorRefusal = async (
    { staffId, secret, nameLookup }: { staffId: string; secret: string; nameLookup: string },
    digits: string | null,
  ): Promise<Refusal | undefined> => {
    if (digits === null) return { refused: 'second-factor' };
    const { clock, wallMs } = now();
    if (clock === 'unknown')
      return { refused: 'clock-untrusted', remedy: 'on the node itself: menfang staff invite technician' };
    const step = factorStep(secret, digits, wallMs);
    if (step !== undefined && usedSteps.take(staffId, step)) return undefined;
    return countWrong(scene, nameLookup, { refused: 'second-factor' });
  };

  const check = async ({ body, ...visiting }: Visiting<'signIn'>): Promise<Reply<ConsoleAnswer<'signIn'>>> => {
    const nameLookup = lookup(keys, 'name', body.userName);
    const waits = waiting(scene, nameLookup);
    if (waits) return waits;
    const staffId = dispatch.state.get('staffNames', nameLookup)?.staffId ?? '';
    const account = dispatch.personal(staffId)?.account;
    if (!(await passwords.fits(body.password, account?.passwordHash)) || !account)
      return countWrong(scene, nameLookup, { refused: 'not-recognised' });
    const secret = account.totpSecret;
    const refusal = secret === null ? undefined : await factorRefusal({ staffId, secret, nameLookup }, body.totp);
    return refusal ?? beginSession(scene, { commandId: body.commandId, staffId, visiting });
  };

  return {
    signIn: async (visiting) => {
      const least = pause(policies.failedSignInMs.value);
      const reply = await check(visiting);
      if ('refused' in reply) await least;
      return reply;
    },
  };
};
