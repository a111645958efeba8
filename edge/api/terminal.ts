// What a kiosk terminal's requests do: each a few lines between the contract and the one dispatch.
import type { KioskView, ProxyView, VisitView } from '../contract/api.ts';
import type { Command } from '../contract/commands.ts';
import type { Instant } from '../contract/events.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { AnswerOf, RequestOf, RouteName } from '../contract/routes.ts';
import type { Dispatch } from '../dispatch.ts';
import { type Answer, isRefused, type SiteLayout } from '../domain/decision.ts';
import { StatementFault } from '../ledger/ledger.ts';
import { pickupCode, qrToken } from '../secrets/codes.ts';
import type { Keys } from '../secrets/keys.ts';
import { phoneTailKey, roomKey } from '../secrets/recipient-keys.ts';
import type { Reply } from './answers.ts';
import type { FrameWatch } from './frame-watch.ts';
import { kioskView, type TerminalPicture } from './kiosk-view.ts';
import { openScans, wayOf } from './scans.ts';
import { noCookie, type VisitCookies } from './visit-cookie.ts';
import { overView, visitView } from './visit-view.ts';

export interface TerminalOptions {
  dispatch: Dispatch;
  site: SiteLayout;
  picture: TerminalPicture;
  keys: Keys;
  cookies: VisitCookies;
  frames: FrameWatch;
  now: () => Instant;
}

type Handlers = {
  [N in RouteName]: (request: { body: RequestOf<N>; visitId: string }) => Promise<Reply<AnswerOf<N>>>;
};
type InVisit = Extract<Command, { visitId: string; holdId: string }>['kind'];

/** What a stream shows again at every change. */
interface Snapshots {
  kiosk: () => KioskView;
  visit: (visitId: string) => VisitView;
}

export const openTerminal = (options: TerminalOptions): { handlers: Handlers; snapshots: Snapshots } => {
  const { dispatch, site, picture, keys, cookies, frames, now } = options;
  const terminal = picture.id;

  const ask = async (command: Command): Promise<Answer> => {
    try {
      return await dispatch.execute(command);
    } catch (error) {
      if (error instanceof StatementFault)
        return { refused: 'cannot-record', remedy: 'nothing was opened; call a person, the node cannot write' };
      throw error;
    }
  };
  const kiosk = (): KioskView => kioskView(dispatch.state, picture, now());
  const seen = (visitId: string): VisitView => {
    const visit = dispatch.state.get('visits', visitId);
    const scene = { state: dispatch.state, site, personal: (id: string) => dispatch.personal(id) };
    return visit ? visitView(scene, visit) : overView(visitId);
  };
  const inVisit = async (command: Command & { visitId: string }): Promise<Reply<VisitView>> => {
    const answer = await ask(command);
    return isRefused(answer) ? answer : { body: seen(command.visitId) };
  };
  const onHold =
    (kind: InVisit) =>
    ({ body, visitId }: { body: object; visitId: string }): Promise<Reply<VisitView>> =>
      inVisit({ ...body, kind, visitId } as Extract<Command, { visitId: string; holdId: string }>);

  const scans = openScans({ keys, now });
  const identify = ({ commandId, visitId, value, ...typed }: RequestOf<'identify'>): Promise<Answer> => {
    const way = typed.way === 'code' ? 'code' : wayOf(value);
    return scans.ask({ way, value }, (lookup) => ask({ kind: 'Identify', commandId, visitId, terminal, way, lookup }));
  };

  const handlers: Handlers = {
    readKiosk: async () => ({ body: kiosk() }),
    followKiosk: async () => ({ body: kiosk() }),
    beat: async () => {
      frames.beat(terminal, now());
      return { body: {} };
    },
    call: async ({ body }) => {
      const answer = await ask({ kind: 'CallPerson', terminal, ...body });
      return isRefused(answer) ? answer : { body: kiosk() };
    },
    identify: async ({ body }) => {
      const answer = await identify(body);
      return isRefused(answer) ? answer : { body: seen(body.visitId), cookie: cookies.issue(body.visitId) };
    },
    readVisit: async ({ visitId }) => ({ body: seen(visitId) }),
    followVisit: async ({ visitId }) => ({ body: seen(visitId) }),
    openDoor: onHold('OpenDoor'),
    report: onHold('ReportProblem'),
    makeProxy: async ({ body, visitId }): Promise<Reply<ProxyView>> => {
      const answer = await ask({ kind: 'MakeProxy', visitId, ...body });
      if (isRefused(answer)) return answer;
      const proxy = dispatch.state.get('credentials', answer.id ?? '');
      if (!proxy || proxy.until === null) return { refused: 'unknown-proxy' } satisfies Refusal;
      const { id: proxyId, issue, until } = proxy;
      return {
        body: { proxyId, until, code: pickupCode(keys, proxyId, issue), qr: qrToken(keys, proxyId, issue) },
      };
    },
    revokeProxy: ({ body, visitId }) => inVisit({ kind: 'RevokeProxy', visitId, ...body }),
    match: ({ body, visitId }) => {
      const { commandId, recipientId } = body;
      const room = roomKey(keys, body.room);
      const tail = phoneTailKey(keys, room, body.phoneTail) ?? '';
      return inVisit({ kind: 'MatchRecipient', commandId, visitId, recipientId, roomKey: room, phoneTailKey: tail });
    },
    deposit: onHold('DepositParcel'),
    swap: onHold('SwapCompartment'),
    takeBack: onHold('TakeBackParcel'),
    withdraw: onHold('WithdrawParcel'),
    confirmShelf: onHold('ConfirmShelf'),
    leave: async ({ body, visitId }) => {
      const answer = await ask({ kind: 'EndVisit', visitId, reason: 'by-person', ...body });
      if (isRefused(answer)) return answer;
      cookies.forget(visitId);
      return { body: overView(visitId), cookie: noCookie };
    },
  };
  return { handlers, snapshots: { kiosk, visit: seen } };
};
