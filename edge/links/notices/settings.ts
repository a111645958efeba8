// The settings of notices, `notices.json` in the data directory: which carriers there are, which is asked first, when nobody is reminded.
import { join } from 'node:path';
import { z } from 'zod';
import { readSecret } from '../../secrets/secret-file.ts';
import { mailSettings } from './mail.ts';
import { smsRecipe } from './sms-recipe.ts';
import { webhookSettings } from './webhook.ts';

const carrierName = z.enum(['sms', 'mail', 'webhook']);
export type CarrierName = z.infer<typeof carrierName>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use HH:MM, from 00:00 to 23:59');

export const noticesSettings = z
  .strictObject({
    sms: smsRecipe.optional(),
    mail: mailSettings.optional(),
    webhook: webhookSettings.optional(),
    /** The next one is asked when the one before it fails. */
    order: z.array(carrierName).optional(),
    /** On the clock of the site's time zone. */
    quiet: z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from !== to, 'from and to must differ')
      .default({ from: '22:00', to: '08:00' }),
  })
  .superRefine((settings, context) => {
    const { order } = settings;
    if (order === undefined) return;
    const report = (message: string) => context.addIssue({ code: 'custom', path: ['order'], message });
    if (new Set(order).size < order.length) report('name each carrier once');
    for (const name of carrierName.options) {
      if (order.includes(name) && !settings[name]) report(`"${name}" is named here but not described`);
      if (!order.includes(name) && settings[name]) report(`"${name}" is described but not named here`);
    }
  })
  .transform(({ order, ...settings }) => ({
    ...settings,
    order: order ?? carrierName.options.filter((name) => settings[name]),
  }));
export type NoticesSettings = z.infer<typeof noticesSettings>;

/** Undefined for text that is not JSON: the parser's own words repeat pieces of the file, and with them its secrets [S10]. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * Reads and checks the settings. Without a file there are no carriers: `order` is empty. Throws an Error that names file, field and
 * remedy, and no value; also when others on the machine can read the file.
 */
export const readNoticesSettings = (dataDirectory: string): NoticesSettings => {
  const file = join(dataDirectory, 'notices.json');
  const text = readSecret(file);
  const content = text === undefined ? {} : parse(text);
  if (content === undefined) throw new Error(`${file}: not JSON. Look for a missing comma, quote or bracket`);
  const parsed = noticesSettings.safeParse(content);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
