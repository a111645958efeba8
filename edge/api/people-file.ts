// Reads a CSV of households, residents and couriers: every row that is wrong is named with its field and the remedy.
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { language } from '../contract/ids.ts';

/** Column names people may use, in English or Chinese. */
const columns: Record<string, string> = {
  角色: 'role',
  房号: 'room',
  姓名: 'name',
  手机: 'phone',
  邮箱: 'email',
  卡号: 'cards',
  入柜: 'consent',
  家人可取: 'shares',
  长辈模式: 'elder',
  低格: 'low',
  语言: 'language',
};

const yes = z
  .enum(['yes', 'no', 'true', 'false', '1', '0', '是', '否', ''], 'write yes or no')
  .transform((text) => ['yes', 'true', '1', '是'].includes(text));
const consents = {
  locker: 'locker',
  desk: 'desk',
  door: 'door',
  ask: 'ask',
  入柜: 'locker',
  前台: 'desk',
  上门: 'door',
  '': 'ask',
} as const;

/** As a reader types it: a number that looks like a pickup code or a QR of ours would never be taken for a card. */
export const cardNumber = z
  .string()
  .trim()
  .min(4, 'a card number has at least 4 characters')
  .max(64, 'a card number has at most 64 characters')
  .refine(
    (card) => !/^\d{9}$/.test(card.replaceAll(/[\s:-]/g, '')) && !/^MF1\./i.test(card),
    'nine digits are a pickup code: set the reader to ten digits or hex',
  );

const row = z
  .object({
    role: z.enum(['resident', 'courier', '住户', '快递员'], 'write resident or courier'),
    room: z.string().trim().max(30).default(''),
    name: z.string().trim().min(1, 'write the name').max(60),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d -]{6,20}$/, 'write the phone with digits only')
      .or(z.literal(''))
      .default(''),
    email: z.email('write an e-mail address or leave it empty').or(z.literal('')).default(''),
    /** Several are separated by spaces. */
    cards: z
      .string()
      .trim()
      .default('')
      .transform((text) => text.split(/\s+/).filter((card) => card !== ''))
      .pipe(z.array(cardNumber)),
    consent: z
      .enum(Object.keys(consents) as (keyof typeof consents)[], 'write locker, desk, door or ask')
      .transform((word) => consents[word])
      .default('ask'),
    shares: yes.default(false),
    elder: yes.default(false),
    low: yes.default(false),
    language: language.or(z.literal('')).default(''),
  })
  .transform(({ role, ...rest }) => ({
    ...rest,
    role: role === '快递员' || role === 'courier' ? ('courier' as const) : ('resident' as const),
  }))
  .refine((one) => one.role === 'courier' || one.room !== '', { path: ['room'], message: 'a resident needs a room' })
  .refine((one) => one.role === 'resident' || one.phone !== '', {
    path: ['phone'],
    message: 'a courier needs a phone',
  });
export type PersonRow = z.infer<typeof row>;

export interface RowProblem {
  /** Line of the file, from 1; the header is line 1. */
  row: number;
  field: string;
  remedy: string;
}

const mostBytes = 10_000_000;

/** Good rows with their lines, and every problem found. A file that is no CSV at all is one problem of row 0. */
export const readPeople = (csv: string): { good: { line: number; person: PersonRow }[]; problems: RowProblem[] } => {
  if (csv.length > mostBytes) return { good: [], problems: [{ row: 0, field: 'file', remedy: 'at most 10 MB' }] };
  let records: { info: { lines: number }; record: Record<string, string> }[];
  try {
    records = parse(csv, {
      bom: true,
      columns: (header: string[]) => header.map((name) => columns[name.trim()] ?? name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { good: [], problems: [{ row: 0, field: 'file', remedy: `this is not a CSV file: ${error.message}` }] };
  }
  const good: { line: number; person: PersonRow }[] = [];
  const problems: RowProblem[] = [];
  const cardLines = new Map<string, number>();
  for (const { info, record } of records) {
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problems.push({ row: info.lines, field: String(issue.path[0] ?? 'row'), remedy: issue.message });
      continue;
    }
    const twice = parsed.data.cards.find((card) => cardLines.has(card));
    if (twice !== undefined) {
      problems.push({ row: info.lines, field: 'cards', remedy: `card is also on line ${cardLines.get(twice)}` });
      continue;
    }
    for (const card of parsed.data.cards) cardLines.set(card, info.lines);
    good.push({ line: info.lines, person: parsed.data });
  }
  return { good, problems };
};
