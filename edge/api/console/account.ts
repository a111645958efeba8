// One's own account: made of a one-time link, and its password changed.
import type { Refusal } from '../../contract/refusals.ts';
import { secondFactorRoles } from '../../contract/rights.ts';
import { policies } from '../../domain/custody/policies.ts';
import { isRefused } from '../../domain/decision.ts';
import { leftAt } from '../../domain/identity/staff-invitations.ts';
import type { Invitation } from '../../domain/state.ts';
import { lookup, salt } from '../../secrets/codes.ts';
import { factorAddress, factorStep, makeFactorSecret } from '../../secrets/second-factor.ts';
import type { ConsoleReply, Handlers, Visiting } from './handlers.ts';
import type { SignInScene } from './scene.ts';
import { beginSession, countWrong, waiting } from './sign-in.ts';

const over: Refusal = { refused: 'invitation-over', remedy: 'ask for a new link' };

export const openAccount = (
  scene: SignInScene,
): Pick<Handlers, 'openInvitation' | 'makeAccount' | 'changePassword'> => {
  const { dispatch, keys, passwords, usedSteps, site, now, newId, pause } = scene;
  /** Keys of second factors that were shown and belong to no account yet, by the lookup of their link. */
  const shown = new Map<string, string>();

  const invitationOf = (tokenLookup: string): Invitation | undefined => {
    const at = now();
    return [...dispatch.state.all('invitations')].find(
      (one) => one.lookup === tokenLookup && leftAt(dispatch.state, one, at) > 0,
    );
  };
  const needsFactor = ({ roles }: Invitation): boolean => roles.some((role) => secondFactorRoles.includes(role));

  /** The same key while the link lives: a page that was loaded again shows what the app already holds. */
  const secretFor = (invitation: Invitation): string => {
    const waitingLinks = new Set([...dispatch.state.all('invitations')].map((one) => one.lookup));
    for (const known of shown.keys()) if (!waitingLinks.has(known)) shown.delete(known);
    const secret = shown.get(invitation.lookup) ?? makeFactorSecret();
    shown.set(invitation.lookup, secret);
    return secret;
  };

  /**
   * The step of the digits that show the app holds the key. Without a trusted clock nobody can tell, and it does not matter: whoever has the link was shown
   * the key. So an invitation made at the shell is the way in for a technician whose node has no time [S14].
   */
  const provenStep = (secret: string, digits: string | null): number | null | undefined => {
    const { clock, wallMs } = now();
    if (digits === null) return undefined;
    return clock === 'unknown' ? null : factorStep(secret, digits, wallMs);
  };

  const make = async ({ body, ...visiting }: Visiting<'makeAccount'>): Promise<ConsoleReply<'makeAccount'>> => {
    const { commandId, name, userName, password } = body;
    const tokenLookup = lookup(keys, 'invitation', body.token);
    const invitation = invitationOf(tokenLookup);
    if (!invitation) return over;
    const totpSecret = needsFactor(invitation) ? secretFor(invitation) : null;
    const step = totpSecret === null ? null : provenStep(totpSecret, body.totp);
    if (step === undefined) return { refused: 'second-factor', field: 'totp' };
    const passwordHash = await passwords.hash(password);
    const staffId = newId();
    const answer = await dispatch.execute({
      commandId,
      kind: 'RegisterStaff',
      staffId,
      lookup: tokenLookup,
      nameLookup: lookup(keys, 'name', userName),
      hasSecondFactor: totpSecret !== null,
      personal: { name, account: { userName, passwordHash, totpSecret }, salt: salt() },
    });
    if (isRefused(answer)) return answer;
    shown.delete(tokenLookup);
    if (step !== null) usedSteps.take(staffId, step);
    return beginSession(scene, { commandId: newId(), staffId, visiting });
  };

  return {
    openInvitation: async ({ body }) => {
      const least = pause(policies.failedSignInMs.value);
      const invitation = invitationOf(lookup(keys, 'invitation', body.token));
      if (!invitation) {
        await least;
        return over;
      }
      const secret = needsFactor(invitation) ? secretFor(invitation) : null;
      return {
        body: {
          roles: invitation.roles,
          secondFactor: secret === null ? null : { secret, otpauth: factorAddress(secret, `门房 ${site.title}`) },
        },
      };
    },
    makeAccount: async (visiting) => {
      const least = pause(policies.failedSignInMs.value);
      const reply = await make(visiting);
      if ('refused' in reply) await least;
      return reply;
    },
    changePassword: async ({ by, body }) => {
      const least = pause(policies.failedSignInMs.value);
      const staff = dispatch.state.get('staff', by.staffId);
      const personal = dispatch.personal(by.staffId);
      if (!staff || !personal?.account) return { refused: 'signed-out' };
      const waits = waiting(scene, staff.nameLookup);
      if (waits) return waits;
      if (!(await passwords.fits(body.former, personal.account.passwordHash))) {
        const refusal = await countWrong(scene, staff.nameLookup, { refused: 'not-recognised', field: 'former' });
        await least;
        return refusal;
      }
      const account = { ...personal.account, passwordHash: await passwords.hash(body.password) };
      const answer = await dispatch.execute({
        commandId: body.commandId,
        kind: 'ChangeOwnSecret',
        by,
        hasSecondFactor: staff.hasSecondFactor,
        personal: { ...personal, account, salt: salt() },
      });
      return isRefused(answer) ? answer : { body: {} };
    },
  };
};
