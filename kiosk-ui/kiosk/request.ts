// What the page may ask of the edge during a visit: each request as the person meant it, before ids are given to it.
import type {
  depositParcel,
  Identify,
  makeProxy,
  matchRecipient,
  onParcel,
  onVisit,
  openDoor,
  ProxyView,
  reportProblem,
  revokeProxy,
  swapCompartment,
  VisitView,
} from '../../edge/contract/api.ts';
import type { Refusal } from './contract.ts';

type Body<Schema extends { _zod: { output: unknown } }> = Schema['_zod']['output'];

/** The body of every visit route, as it goes over the wire. */
export interface Bodies {
  openings: Body<typeof openDoor>;
  problems: Body<typeof reportProblem>;
  proxies: Body<typeof makeProxy>;
  'proxies/revoke': Body<typeof revokeProxy>;
  recipients: Body<typeof matchRecipient>;
  parcels: Body<typeof depositParcel>;
  swaps: Body<typeof swapCompartment>;
  'take-backs': Body<typeof onParcel>;
  withdrawals: Body<typeof onParcel>;
  'shelf-confirmations': Body<typeof onParcel>;
  end: Body<typeof onVisit>;
}
export type Route = keyof Bodies;

/** Ids that the page makes when it sends the request. */
interface MadeIds {
  recipients: 'recipientId';
  parcels: 'holdId';
}
type MadeBy<R extends Route> = 'commandId' | (R extends keyof MadeIds ? MadeIds[R] : never);

export type VisitRequest = { [R in Route]: { to: R; visitId: string; body: Omit<Bodies[R], MadeBy<R>> } }[Route];
export type Request = { to: 'identify'; body: Omit<Identify, 'commandId' | 'visitId'> } | VisitRequest;

/** `lost`: no answer came in time, although the same command was sent again and again. */
export type Answer =
  | { kind: 'visit'; visit: VisitView }
  | { kind: 'proxy'; proxy: ProxyView }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'lost' };
