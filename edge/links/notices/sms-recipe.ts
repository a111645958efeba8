// How a site's SMS gateway wants to be asked, as data: request, signature and the sign of success; and what of it cannot work.
import { z } from 'zod';
import { isSafeUrl, safeUrlRemedy } from './safe-address.ts';
import { isWellFormed, placeholders } from './template.ts';

/** What a template may name; steps of the signature come on top. */
export const valueNames = [
  'phone',
  'phoneE164',
  'text',
  'code',
  'codeDigits',
  'place',
  'placeLabel',
  'site',
  'waybillTail',
  'language',
  'notice',
  'template',
  'id',
  'nonce',
  'timestamp',
  'timestampMs',
  'isoTime',
  'date',
  'localStamp',
] as const;
export type ValueName = (typeof valueNames)[number];

const template = z.string().max(4_000).refine(isWellFormed, 'write a placeholder as {{name}}, closed on both sides');

export type Shape = string | number | boolean | null | Shape[] | { [key: string]: Shape };
const shape: z.ZodType<Shape> = z.lazy(() =>
  z.union([template, z.number(), z.boolean(), z.null(), z.array(shape), z.record(z.string(), shape)]),
);

const step = z.strictObject({
  /** The result is `{{name}}` in everything that follows. */
  name: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/, 'use letters and digits, beginning with a small letter'),
  /** `plain` only encodes: `appId:secret` in base64, for example. */
  algorithm: z.enum(['plain', 'md5', 'sha256', 'hmac-sha1', 'hmac-sha256']),
  /** Of an hmac: a template, or the raw bytes of an earlier step. */
  key: z.union([template, z.strictObject({ step: z.string() })]).optional(),
  over: template,
  encoding: z.enum(['hex', 'hex-upper', 'base64']).default('hex'),
});
export type Step = z.infer<typeof step>;

/** Templates of one part of a shape, with where they stand. */
const templatesIn = (part: Shape, path: (string | number)[]): { path: (string | number)[]; text: string }[] => {
  if (typeof part === 'string') return [{ path, text: part }];
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, inner]) => templatesIn(inner, [...path, key]));
};

const recipe = z.strictObject({
  method: z.enum(['GET', 'POST']).default('POST'),
  url: template,
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), template).default({}),
  body: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('json'), content: shape }),
      /** A field that is not text is sent as JSON. */
      z.strictObject({ type: z.literal('form'), content: z.record(z.string(), shape) }),
    ])
    .optional(),
  /** In order; `{{body}}` is the finished body, unless the body itself carries a signature. */
  sign: z.array(step).max(10).default([]),
  accepted: z
    .strictObject({
      status: z.array(z.int().min(200).max(299)).min(1).default([200]),
      /** Where the JSON answer says so: `Response.SendStatusSet.0.Code`. */
      json: z
        .strictObject({ path: z.string().min(1), equals: z.union([z.string(), z.number(), z.boolean()]) })
        .optional(),
    })
    .prefault({}),
  /** What the gateway calls its approved texts; the one that fits is `{{template}}`. */
  templates: z.strictObject({ arrival: z.string(), reminder: z.string() }).optional(),
  /** Of phone numbers written without one. */
  countryCode: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .default('86'),
});
export type SmsRecipe = z.infer<typeof recipe>;

/** A host is never chosen by what a message says. */
const hasFixedHost = (url: string): boolean => !url.includes('{{') || /^https?:\/\/[^/?#{}]+[/?#]/.test(url);

type Report = (path: (string | number)[], message: string) => void;

const checkSteps = ({ sign }: SmsRecipe, allowed: Set<string>, report: Report): void => {
  const known = new Set<string>();
  sign.forEach(({ name, algorithm, key, over }, i) => {
    const texts = [
      { field: 'over', text: over },
      { field: 'key', text: typeof key === 'string' ? key : '' },
    ];
    for (const { field, text } of texts)
      for (const used of placeholders(text))
        if (!allowed.has(used) && !known.has(used))
          report(['sign', i, field], `{{${used}}} is neither a value nor an earlier step`);
    if (typeof key === 'object' && !known.has(key.step)) report(['sign', i, 'key'], `no earlier step is "${key.step}"`);
    if (algorithm.startsWith('hmac') !== (key !== undefined))
      report(['sign', i, 'key'], 'an hmac needs a key, the others have none');
    if (known.has(name) || allowed.has(name)) report(['sign', i, 'name'], `"${name}" is already the name of a value`);
    known.add(name);
  });
};

export const smsRecipe = recipe.superRefine((value, context) => {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message });
  if (!hasFixedHost(value.url)) report(['url'], 'write scheme and host without placeholders, followed by "/"');
  else if (!isSafeUrl(value.url.replace(/\{\{.*?\}\}/g, '0'))) report(['url'], safeUrlRemedy);
  if (value.method === 'GET' && value.body) report(['body'], 'a GET has no body; put the values into url');

  const inBody = templatesIn(value.body?.content ?? null, ['body', 'content']);
  const steps = new Set(value.sign.map(({ name }) => name));
  const isSignedInside = inBody.some(({ text }) => placeholders(text).some((name) => steps.has(name)));
  const values = new Set<string>(valueNames);
  const inSteps = isSignedInside || !value.body ? values : new Set([...values, 'body']);
  checkSteps(value, inSteps, report);

  const elsewhere = [{ path: ['url'], text: value.url }, ...templatesIn(value.headers, ['headers']), ...inBody];
  for (const { path, text } of elsewhere)
    for (const used of placeholders(text))
      if (!values.has(used) && !steps.has(used))
        report(path, `no value is called "${used}"; there are ${[...values, ...steps].join(', ')}`);
  const all = [...elsewhere.map(({ text }) => text), ...value.sign.map(({ over }) => over)];
  if (!value.templates && all.some((text) => placeholders(text).includes('template')))
    report(['templates'], '{{template}} is used: say what the gateway calls its texts for arrival and reminder');
});
