// The only place that knows HTTP status codes: what a refusal is called on the wire.
import type { Refusal, RefusalCode } from '../contract/refusals.ts';

export const statusOf: Record<RefusalCode, number> = {
  'not-recognised': 401,
  'check-digit': 422,
  'terminal-waiting': 429,
  'terminal-attended': 429,
  'clock-untrusted': 409,
  'visit-over': 410,
  'not-allowed': 403,
  'door-busy': 409,
  'no-match': 422,
  'too-many-mismatches': 429,
  'waybill-in-house': 409,
  'cabinet-full': 409,
  'unknown-parcel': 404,
  'not-waiting': 409,
  'at-the-desk': 409,
  'door-blocked': 409,
  'device-away': 503,
  'proxy-exists': 409,
  'unknown-proxy': 404,
  'signed-out': 401,
  'second-factor': 401,
  'invitation-over': 410,
  'name-taken': 409,
  'last-manager': 409,
  'unknown-person': 404,
  'unknown-item': 404,
  'signature-needed': 422,
  'fetch-first': 409,
  'not-theirs': 403,
  'cannot-record': 503,
  'bad-request': 400,
};

/** What a handler answers: a body with the status of its route, or a refusal. */
export type Reply<T> = { body: T; cookie?: string } | Refusal;
export const isRefusal = <T>(reply: Reply<T>): reply is Refusal => 'refused' in reply;
