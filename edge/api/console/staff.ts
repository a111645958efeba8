// Who has an account, and inviting, changing and ending them.

import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { type Answer, isRefused } from '../../domain/decision.ts';
import { leftAt, mayInvite } from '../../domain/identity/staff-invitations.ts';
import { lookup } from '../../secrets/codes.ts';
import type { Reply } from '../answers.ts';
import { newToken } from '../cookie.ts';
import type { Handlers } from './handlers.ts';
import type { SignInScene } from './scene.ts';

/** Makes a one-time link; `by` null = at the shell or at the first start. Whoever has the link can use it: it is shown once and kept by nobody. */
export const offerLink = async (
  { dispatch, keys, linkOf, now, newId }: Pick<SignInScene, 'dispatch' | 'keys' | 'linkOf' | 'now' | 'newId'>,
  { commandId, by, roles }: { commandId: string; by: By | null; roles: StaffRole[] },
): Promise<Reply<ConsoleAnswer<'inviteStaff'>>> => {
  const token = newToken();
  const invitationId = newId();
  const answer = await dispatch.execute({
    commandId,
    kind: 'OfferInvitation',
    by,
    invitationId,
    lookup: lookup(keys, 'invitation', token),
    roles,
  });
  if (isRefused(answer)) return answer;
  const offered = dispatch.state.get('invitations', invitationId);
  const at = now();
  const left = offered ? leftAt(dispatch.state, offered, at) : 0;
  return { body: { invitationId, link: linkOf(token), until: at.wallMs + left } };
};

export const openStaff = (
  scene: SignInScene,
): Pick<Handlers, 'listStaff' | 'inviteStaff' | 'changeRoles' | 'endStaff'> => {
  const { dispatch, now } = scene;

  const list = ({ staffId }: By): ConsoleAnswer<'listStaff'> => {
    const { state } = dispatch;
    const asker = state.get('staff', staffId);
    const signedIn = new Set([...state.all('sessions')].map(({ staffId }) => staffId));
    const at = now();
    const waiting = [...state.all('invitations')].map((one) => ({
      invitationId: one.id,
      roles: one.roles,
      left: leftAt(dispatch.state, one, at),
    }));
    return {
      rows: [...state.all('staff')].map(({ id: staffId, roles, hasSecondFactor }) => ({
        staffId,
        name: dispatch.personal(staffId)?.name ?? '',
        roles,
        hasSecondFactor,
        signedIn: signedIn.has(staffId),
      })),
      invitations: waiting
        .filter(({ left }) => left > 0)
        .map(({ left, ...one }) => ({ ...one, until: at.wallMs + left })),
      mayInvite: asker ? [...mayInvite(state, asker)] : [],
    };
  };
  const listed = (by: By, answer: Answer) => (isRefused(answer) ? answer : { body: list(by) });

  return {
    listStaff: async ({ by }) => ({ body: list(by) }),
    inviteStaff: ({ by, body }) => offerLink(scene, { by, ...body }),
    changeRoles: async ({ by, body }) => listed(by, await dispatch.execute({ kind: 'ChangeStaffRoles', by, ...body })),
    endStaff: async ({ by, body }) => listed(by, await dispatch.execute({ kind: 'EndStaff', by, ...body })),
  };
};
