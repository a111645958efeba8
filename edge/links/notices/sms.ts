// Notices by SMS, through whatever HTTP gateway the settings describe.
import { randomUUID } from 'node:crypto';
import type { Carrier, CarrierFault, Message, Sent } from './carrier.ts';
import { ask, faultOfStatus, type HttpAnswer, usualTimeoutMs } from './http.ts';
import { isPhone } from './phone.ts';
import type { SmsRecipe } from './sms-recipe.ts';
import { localStamps, smsRequest } from './sms-request.ts';

export interface SmsOptions {
  recipe: SmsRecipe;
  /** Of the site. */
  timeZone: string;
  /** UTC ms. */
  now(): number;
  timeoutMs?: number;
}

/** Undefined when the text is not JSON. */
const parse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
          ? (inner as Record<string, unknown>)[key]
          : undefined,
      value,
    );

/** A gateway's error code is worth telling; anything that could be a number, a code or a key it echoes is not [S10]. */
const speakable = (value: unknown, sentText: string): string => {
  const text = String(value);
  const isCode = /^[\w.:-]{1,60}$/.test(text) && !/\d{7}/.test(text) && (text.length < 4 || !sentText.includes(text));
  return isCode ? text : 'not told';
};

const judge = ({ accepted }: SmsRecipe, { status, body }: HttpAnswer, sentText: string): Sent | CarrierFault => {
  if (!accepted.status.includes(status)) return faultOfStatus(status);
  if (!accepted.json) return { sent: true };
  const answer = parse(body);
  if (!answer) return { retryable: true, reason: 'the gateway did not answer in JSON' };
  const { path, equals } = accepted.json;
  const value = at(answer.value, path);
  if (value === equals) return { sent: true };
  if (value === undefined) return { retryable: true, reason: `the gateway's answer has no ${path}` };
  return { retryable: false, reason: `refused by the gateway: ${path} = ${speakable(value, sentText)}` };
};

/** Reaches everyone with a phone number. `recipe` has passed its schema. Throws a RangeError for an unknown time zone. */
export const smsCarrier = ({ recipe, timeZone, now, timeoutMs = usualTimeoutMs }: SmsOptions): Carrier => {
  const localStamp = localStamps(timeZone);
  return {
    name: 'sms',
    reaches: ({ phone }) => phone !== undefined && isPhone(phone),
    send: async (message: Message) => {
      const at = now();
      const nonce = randomUUID().replaceAll('-', '');
      const request = smsRequest(recipe, message, { now: at, localStamp: localStamp(at), nonce });
      const answer = await ask(request, timeoutMs);
      if (!('status' in answer)) return answer;
      return judge(recipe, answer, JSON.stringify(request));
    },
  };
};
