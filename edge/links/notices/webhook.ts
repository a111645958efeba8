// Notices to a program of the operator's: JSON by POST, signed so that the receiver knows who sent it and when.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Carrier, Message } from './carrier.ts';
import { ask, faultOfStatus, usualTimeoutMs } from './http.ts';
import { isSafeUrl, safeUrlRemedy } from './safe-address.ts';

export const webhookSettings = z.strictObject({
  url: z.string().refine(isSafeUrl, safeUrlRemedy),
  /** Shared with the receiver. */
  secret: z.string().min(32, 'use at least 32 characters, for example from: openssl rand -hex 32'),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;

export interface WebhookOptions {
  settings: WebhookSettings;
  /** UTC ms. */
  now(): number;
  timeoutMs?: number;
}

const payload = (message: Message): string => {
  const { id, kind, holdId, personId, to, language, site, place, placeLabel, waybillTail, code, qr, text } = message;
  const person = { personId, phone: to.phone ?? null, email: to.email ?? null };
  return JSON.stringify({ id, kind, holdId, person, language, site, place, placeLabel, waybillTail, code, qr, text });
};

/** `sha256=` and HMAC-SHA-256 in hex over `{timestamp}.{body}`; the receiver refuses old timestamps. */
export const webhookSignature = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Reaches everyone: whom it concerns is the receiver's to find. Any 2xx means taken. */
export const webhookCarrier = ({ settings, now, timeoutMs = usualTimeoutMs }: WebhookOptions): Carrier => ({
  name: 'webhook',
  reaches: () => true,
  send: async (message) => {
    const body = payload(message);
    const timestamp = String(Math.floor(now() / 1000));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'menfang-id': message.id,
      'menfang-timestamp': timestamp,
      'menfang-signature': webhookSignature(settings.secret, timestamp, body),
    };
    const answer = await ask({ method: 'POST', url: settings.url, headers, body }, timeoutMs);
    if (!('status' in answer)) return answer;
    return answer.status >= 200 && answer.status < 300 ? { sent: true } : faultOfStatus(answer.status);
  },
});
