// What one row of a people file may hold, in the words of four languages.
import { z } from 'zod';
import { channel, quietHours, relation } from '../contract/events.ts';
import { language } from '../contract/ids.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import type { RowCode } from '../words/shell/problem.ts';
import type { Cell, Column } from '../words/shell/words.ts';

const speeches = Object.values(dictionary);
const nameOf = <K extends string>(names: Record<K, string>[]): Map<string, K> =>
  new Map(names.flatMap((words) => (Object.keys(words) as K[]).map((key) => [words[key].toLowerCase(), key] as const)));

/** Headings and words people may use, in any of the languages. */
export const columns = nameOf<Column>(speeches.map(({ column }) => column));
const cells = nameOf<Cell>(speeches.map(({ cell }) => cell));
for (const word of ['true', '1']) cells.set(word, 'yes');
for (const word of ['false', '0']) cells.set(word, 'no');

/** The messages of this schema are codes of rows: whoever shows them has the words. */
const code = (name: RowCode): RowCode => name;

/** One of these words; an empty cell is `empty`, where that is given. */
const oneOf = <C extends Cell | 'none'>(wanted: readonly C[], fault: RowCode, empty?: C) =>
  z.string(code(fault)).transform((text, context): C => {
    const meant = text.trim() === '' ? empty : cells.get(text.trim().toLowerCase());
    const found = wanted.find((cell) => cell === meant);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: code(fault) });
    return z.NEVER;
  });
const yes = oneOf(['yes', 'no'], 'yes-no', 'no').transform((word) => word === 'yes');

const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** As a reader types it: a number that looks like a pickup code or a QR of ours would never be taken for a card. */
export const cardNumber = z
  .string()
  .trim()
  .min(4, code('card-short'))
  .max(64, code('card-long'))
  .refine((card) => !/^\d{9}$/.test(card.replaceAll(/[\s:-]/g, '')) && !/^MF1\./i.test(card), code('card-is-code'));

/** Words of one kind, with spaces or a comma between them. */
const severalOf = <C extends Cell>(wanted: readonly C[], fault: RowCode) =>
  z
    .string()
    .transform((text) => text.split(/[\s,，、;；]+/).filter((word) => word !== ''))
    .pipe(z.array(oneOf(wanted, fault)));

const day = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), code('until'))
  .transform((text) => text || null);

const hours = z
  .string()
  .trim()
  .transform((text, context): z.infer<typeof quietHours> | null => {
    if (text === '') return null;
    const [from = '', to = '', ...rest] = text.normalize('NFKC').split(/\s*[-–—~至]\s*/);
    const parsed = quietHours.safeParse({ from: from.padStart(5, '0'), to: to.padStart(5, '0') });
    if (parsed.success && rest.length === 0 && from !== to) return parsed.data;
    context.addIssue({ code: 'custom', message: code('quiet') });
    return z.NEVER;
  });

/** A column that the file does not have leaves what is known as it is; a cell that is empty sets it back. */
export const personRow = z
  .object({
    role: oneOf(['resident', 'courier'], 'role'),
    room: z.string().trim().max(30, code('room-long')).default(''),
    name: z.string(code('name-missing')).trim().min(1, code('name-missing')).max(60, code('name-long')),
    phone: z
      .string()
      .trim()
      .regex(/^(\+?[\d -]{6,20})?$/, code('phone'))
      .optional(),
    email: z.union([z.email(code('email')), z.literal('')]).optional(),
    /** Several are separated by spaces. */
    cards: z
      .string()
      .trim()
      .default('')
      .transform((text) => text.split(/\s+/).filter((card) => card !== ''))
      .pipe(z.array(cardNumber)),
    consent: oneOf(['locker', 'desk', 'door', 'ask'], 'consent', 'ask').optional(),
    shares: yes.optional(),
    elder: yes.optional(),
    low: yes.optional(),
    language: z
      .enum([...language.options, ''], code('language'))
      .transform((text) => text || null)
      .optional(),
    relation: oneOf([...relation.options, 'none'], 'relation', 'none')
      .transform((word) => (word === 'none' ? null : word))
      .optional(),
    /** The last day at the site. */
    until: day.optional(),
    /** A resident of the same room, by name. */
    agreedBy: z.string().trim().max(60, code('name-long')).optional(),
    channels: severalOf(channel.options, 'channels').optional(),
    quiet: hours.optional(),
  })
  .refine((one) => one.role === 'courier' || one.room !== '', { path: ['room'], message: code('room-missing') })
  .refine((one) => one.role === 'resident' || (one.phone ?? '') !== '', {
    path: ['phone'],
    message: code('phone-missing'),
  });
export type PersonRow = z.infer<typeof personRow>;
