// Typed calls to the edge: each request with ids of its own, sent again under the same ids when no answer comes.
import type { callPerson, heartbeat } from '../edge/contract/api.ts';
import type { KioskView, ProxyView, Refusal, VisitView } from './kiosk/contract.ts';
import { newId } from './kiosk/ids.ts';
import type { Answer, Request } from './kiosk/request.ts';
import { attempt, type Letter, sendUntilAnswered, usualPatience } from './line.ts';

type Call = (typeof callPerson)['_zod']['output'];
type Heartbeat = (typeof heartbeat)['_zod']['output'];

/** The path and full body of a request, with the ids that the page makes. */
export const letterOf = (request: Request): Letter & { body: object } => {
  const commandId = newId();
  if (request.to === 'identify') return { path: '/api/visits', body: { commandId, visitId: newId(), ...request.body } };
  const path = `/api/visits/${request.visitId}/${request.to}`;
  if (request.to === 'recipients') return { path, body: { commandId, recipientId: newId(), ...request.body } };
  if (request.to === 'parcels') return { path, body: { commandId, holdId: newId(), ...request.body } };
  return { path, body: { commandId, ...request.body } };
};

type Json = VisitView | ProxyView | KioskView | Refusal;

/** Asks the edge; the same command again while no answer comes. `stop` ends the repeating when the person has left. */
export const send = async (request: Request, stop: AbortSignal): Promise<Answer> => {
  const json = await sendUntilAnswered<Json>(letterOf(request), stop);
  if (json === null) return { kind: 'lost' };
  if ('refused' in json) return { kind: 'refused', refusal: json };
  if ('code' in json) return { kind: 'proxy', proxy: json };
  return 'visitId' in json ? { kind: 'visit', visit: json } : { kind: 'lost' };
};

/** Calls a person to this terminal. Null when the edge did not answer. */
export const call = async (reason: Call['reason'], stop: AbortSignal): Promise<KioskView | null> => {
  const json = await sendUntilAnswered<Json>({ path: '/api/calls', body: { commandId: newId(), reason } }, stop);
  return json !== null && 'terminal' in json ? json : null;
};

/** One sign of life: frames drawn since the page began. Not repeated, the next one follows soon. */
export const beat = async (body: Heartbeat): Promise<void> => {
  await attempt('/api/heartbeats', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(usualPatience.answerWithinMs),
  });
};

/** Reads a visit once; null when the edge did not answer. Used when its stream was refused. */
export const readVisit = async (visitId: string): Promise<Answer | null> => {
  const json = await attempt<Json>(`/api/visits/${visitId}`, {
    signal: AbortSignal.timeout(usualPatience.answerWithinMs),
  });
  if (json === null) return null;
  if ('refused' in json) return { kind: 'refused', refusal: json };
  return 'visitId' in json ? { kind: 'visit', visit: json } : null;
};
