// The HTTP routes of a kiosk terminal, as data: the server mounts them, the OpenAPI document is made of them, the page calls them.
import { z } from 'zod';
import * as api from './api.ts';

interface Route {
  method: 'get' | 'post';
  /** Express syntax; `:visitId` is a UUIDv7 made by the page. */
  path: string;
  summary: string;
  request?: z.ZodType;
  /** What a success answers, and with which status; a stream repeats it as server-sent events of that name. */
  answer: z.ZodType;
  status: 200 | 201;
  event?: 'kiosk' | 'visit';
  /** Needs the cookie that `identify` set. */
  visit: boolean;
}

const open = { visit: false, status: 200 } as const;
const inVisit = { visit: true, status: 200, answer: api.visitView } as const;
const visit = '/api/visits/:visitId';
const nothing = z.strictObject({});

export const routes = {
  readKiosk: {
    ...open,
    method: 'get',
    path: '/api/kiosk',
    summary: 'What this terminal is and how it stands',
    answer: api.kioskView,
  },
  followKiosk: {
    ...open,
    method: 'get',
    path: '/api/kiosk/stream',
    summary: 'The same, again at every change',
    answer: api.kioskView,
    event: 'kiosk',
  },
  beat: {
    ...open,
    method: 'post',
    path: '/api/heartbeats',
    summary: 'The page is drawing frames',
    request: api.heartbeat,
    answer: nothing,
  },
  call: {
    ...open,
    method: 'post',
    path: '/api/calls',
    summary: 'Call a person to this terminal',
    request: api.callPerson,
    answer: api.kioskView,
  },
  identify: {
    ...open,
    method: 'post',
    path: '/api/visits',
    summary: 'Begin a visit with a code, a QR or a card',
    request: api.identify,
    answer: api.visitView,
    status: 201,
  },
  readVisit: { ...inVisit, method: 'get', path: visit, summary: 'The visit as it stands' },
  followVisit: {
    ...inVisit,
    method: 'get',
    path: `${visit}/stream`,
    summary: 'The same, again at every change',
    event: 'visit',
  },
  openDoor: {
    ...inVisit,
    method: 'post',
    path: `${visit}/openings`,
    summary: 'Open the door of a waiting parcel',
    request: api.openDoor,
  },
  report: {
    ...inVisit,
    method: 'post',
    path: `${visit}/problems`,
    summary: 'Something is wrong with a parcel',
    request: api.reportProblem,
  },
  makeProxy: {
    ...inVisit,
    method: 'post',
    path: `${visit}/proxies`,
    summary: 'Make a one-time code for somebody else',
    request: api.makeProxy,
    answer: api.proxyView,
    status: 201,
  },
  revokeProxy: {
    ...inVisit,
    method: 'post',
    path: `${visit}/proxies/revoke`,
    summary: 'Revoke a one-time code',
    request: api.revokeProxy,
  },
  match: {
    ...inVisit,
    method: 'post',
    path: `${visit}/recipients`,
    summary: 'Courier: confirm a recipient by room and phone',
    request: api.matchRecipient,
  },
  deposit: {
    ...inVisit,
    method: 'post',
    path: `${visit}/parcels`,
    summary: 'Courier: register a parcel and get a place',
    request: api.depositParcel,
  },
  swap: {
    ...inVisit,
    method: 'post',
    path: `${visit}/swaps`,
    summary: 'Courier: another compartment',
    request: api.swapCompartment,
  },
  takeBack: {
    ...inVisit,
    method: 'post',
    path: `${visit}/take-backs`,
    summary: 'Courier: take an own parcel back',
    request: api.onParcel,
  },
  withdraw: {
    ...inVisit,
    method: 'post',
    path: `${visit}/withdrawals`,
    summary: 'Courier: cancel a parcel that is not placed',
    request: api.onParcel,
  },
  confirmShelf: {
    ...inVisit,
    method: 'post',
    path: `${visit}/shelf-confirmations`,
    summary: 'Courier: it stands on the shelf',
    request: api.onParcel,
  },
  leave: { ...inVisit, method: 'post', path: `${visit}/end`, summary: 'End the visit', request: api.onVisit },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
export type RequestOf<N extends RouteName> = (typeof routes)[N] extends { request: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined;
export type AnswerOf<N extends RouteName> = (typeof routes)[N] extends { answer: infer S extends z.ZodType }
  ? z.infer<S>
  : never;
