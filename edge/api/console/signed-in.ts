// Who is signed in here and elsewhere, and signing out.
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import { mayDo, rightNames, rights, staffRoles } from '../../contract/rights.ts';
import { policies } from '../../domain/custody/policies.ts';
import { isRefused } from '../../domain/decision.ts';
import type { Session, Staff } from '../../domain/state.ts';
import { carrierNames } from '../../words/carriers.ts';
import type { Reply } from '../answers.ts';
import type { Handlers } from './handlers.ts';
import type { SignInScene } from './scene.ts';
import { noSessionCookie } from './sessions.ts';

/** What the page needs to know of who is signed in; the refusal when the sign-in has ended meanwhile. */
export const sessionView = (
  { dispatch, site }: Pick<SignInScene, 'dispatch' | 'site'>,
  sessionId: string,
): Reply<ConsoleAnswer<'readSession'>> => {
  const session = dispatch.state.get('sessions', sessionId);
  const staff = session && dispatch.state.get('staff', session.staffId);
  if (!staff) return { refused: 'signed-out' };
  return {
    body: {
      sessionId,
      staffId: staff.id,
      name: dispatch.personal(staff.id)?.name ?? '',
      roles: staff.roles,
      may: rightNames.filter((right) => mayDo(staff.roles, right)),
      siteTitle: site.title,
      timeZone: site.timeZone,
      carriers: [...carrierNames],
      terminals: [...site.terminals],
      idleSeconds: policies.sessionIdleMs.value / 1_000,
      endsAt: session.since.wallMs + policies.sessionMostMs.value,
    },
  };
};

type Names = 'hello' | 'readSession' | 'signOut' | 'listSessions' | 'endSession' | 'readRights';

export const openSignedIn = (scene: SignInScene): Pick<Handlers, Names> => {
  const { dispatch, newId, site, caFingerprint } = scene;

  const rowsFor = (asking: { sessionId: string; staffId: string }, roles: Staff['roles']) => {
    const seesAll = mayDo(roles, 'see-staff');
    const row = ({ id, staffId, where, since }: Session) => ({
      sessionId: id,
      staffId,
      name: dispatch.personal(staffId)?.name ?? '',
      where,
      since: since.wallMs,
      isThis: id === asking.sessionId,
    });
    return [...dispatch.state.all('sessions')]
      .filter(({ staffId }) => seesAll || staffId === asking.staffId)
      .map(row)
      .sort((one, other) => other.since - one.since);
  };

  return {
    hello: async () => ({
      body: { siteTitle: site.title, isNew: [...dispatch.state.all('staff')].length === 0, caFingerprint },
    }),
    readSession: async ({ by }) => sessionView(scene, by.sessionId),
    signOut: async ({ by }) => {
      const { sessionId } = by;
      const answer = await dispatch.execute({
        commandId: newId(),
        kind: 'SignOut',
        by,
        sessionId,
        reason: 'by-person',
      });
      return isRefused(answer) ? answer : { body: {}, cookie: noSessionCookie };
    },
    listSessions: async ({ by, roles }) => ({ body: { rows: rowsFor(by, [...roles]) } }),
    endSession: async ({ by, roles, body }) => {
      const { commandId, sessionId } = body;
      const isOwn = dispatch.state.get('sessions', sessionId)?.staffId === by.staffId;
      const reason = isOwn ? 'by-person' : 'by-office';
      const answer = await dispatch.execute({ commandId, kind: 'SignOut', by, sessionId, reason });
      return isRefused(answer) ? answer : { body: { rows: rowsFor(by, [...roles]) } };
    },
    readRights: async () => ({
      body: {
        roles: [...staffRoles],
        rows: rightNames.map((right) => ({ right, roles: [...rights[right]] })),
      },
    }),
  };
};
