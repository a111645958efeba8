// From a message to the one HTTP request that a gateway's recipe describes. Pure.
import type { Message } from './carrier.ts';
import type { HttpRequest } from './http.ts';
import { phoneForms } from './phone.ts';
import { sign } from './signature.ts';
import type { Shape, SmsRecipe, ValueName } from './sms-recipe.ts';
import { asIs, fill, forHeader, forUrl, placeholders } from './template.ts';

/** What a request needs besides the message. */
export interface Stamp {
  /** UTC ms. */
  now: number;
  /** The same as `yyyyMMddHHmmss` on the site's clock. */
  localStamp: string;
  /** Never the same twice. */
  nonce: string;
}

/** Answers a wall time (UTC ms) as `yyyyMMddHHmmss` on the clock of a time zone. */
export const localStamps = (timeZone: string): ((wallMs: number) => string) => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (wallMs) => clock.format(wallMs).replace(/\D/g, '');
};

const valuesOf = (
  { templates, countryCode }: SmsRecipe,
  message: Message,
  { now, localStamp, nonce }: Stamp,
): Map<string, string> => {
  const { national, e164 } = phoneForms(message.to.phone ?? '', countryCode);
  const isoTime = new Date(now).toISOString();
  const values: Record<ValueName, string> = {
    phone: national,
    phoneE164: e164,
    text: message.text,
    code: message.code,
    codeDigits: message.code.replaceAll(' ', ''),
    place: message.place,
    placeLabel: message.placeLabel,
    site: message.site,
    waybillTail: message.waybillTail,
    language: message.language,
    notice: message.kind,
    template: templates?.[message.kind] ?? '',
    id: message.id,
    nonce,
    timestamp: String(Math.floor(now / 1000)),
    timestampMs: String(now),
    isoTime: `${isoTime.slice(0, 19)}Z`,
    date: isoTime.slice(0, 10),
    localStamp,
  };
  return new Map(Object.entries(values));
};

/** Values are put into the parsed shape and written as JSON afterwards: no value can end the text it stands in. */
const fillShape = (shape: Shape, values: ReadonlyMap<string, string>): Shape => {
  if (typeof shape === 'string') return fill(shape, values, asIs);
  if (shape === null || typeof shape !== 'object') return shape;
  if (Array.isArray(shape)) return shape.map((part) => fillShape(part, values));
  return Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, fillShape(part, values)]));
};

const bodyOf = ({ body }: SmsRecipe, values: ReadonlyMap<string, string>): string | undefined => {
  switch (body?.type) {
    case undefined:
      return undefined;
    case 'json':
      return JSON.stringify(fillShape(body.content, values));
    case 'form':
      return Object.entries(body.content)
        .map(([key, part]) => {
          const filled = fillShape(part, values);
          return `${forUrl(key)}=${forUrl(typeof filled === 'string' ? filled : JSON.stringify(filled))}`;
        })
        .join('&');
  }
};

const contentTypes = { json: 'application/json; charset=utf-8', form: 'application/x-www-form-urlencoded' };

/** The request to send; `stamp` is in it wherever the recipe names time or nonce, so each attempt has a signature of its own. */
export const smsRequest = (recipe: SmsRecipe, message: Message, stamp: Stamp): HttpRequest => {
  const plain = valuesOf(recipe, message, stamp);
  const signsBody = recipe.sign.some(({ over }) => placeholders(over).includes('body'));
  const early = signsBody ? bodyOf(recipe, plain) : undefined;
  const values = sign(recipe.sign, early === undefined ? plain : new Map([...plain, ['body', early]]));
  const type = recipe.body && { 'content-type': contentTypes[recipe.body.type] };
  const own = Object.entries(recipe.headers).map(([name, text]) => [name.toLowerCase(), fill(text, values, forHeader)]);
  return {
    method: recipe.method,
    url: fill(recipe.url, values, forUrl),
    headers: { ...type, ...Object.fromEntries(own) },
    body: early ?? bodyOf(recipe, values),
  };
};
