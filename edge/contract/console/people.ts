// Households and people as the desk keeps them; lists are masked, one row is opened with a reason [P1].
import { z } from 'zod';
import { channel, consent, quietHours, relation, role } from '../events.ts';
import { id, language, wallMs } from '../ids.ts';
import { endReason, revealReason } from '../staff-events.ts';
import { asOf, command, cursor } from './shared.ts';

export const personRow = z.strictObject({
  personId: id,
  householdId: id.nullable(),
  room: z.string(),
  /** Masked. */
  name: z.string(),
  phone: z.string(),
  hasMail: z.boolean(),
  role,
  relation: relation.nullable(),
  until: wallMs.nullable(),
  /** Masked name of who consented to this trustee. */
  agreedBy: z.string().nullable(),
  consent,
  shares: z.boolean(),
  elder: z.boolean(),
  /** Of the household: a low compartment is wished. */
  low: z.boolean(),
  language: language.nullable(),
  channels: z.array(channel),
  quiet: quietHours.nullable(),
  /** Bound cards, by credential: the number itself is not kept. */
  cards: z.array(id),
  waiting: z.int(),
});
export type PersonRow = z.infer<typeof personRow>;

export const peopleQuery = z.strictObject({
  role: role.default('resident'),
  search: z.string().trim().max(40).optional(),
  relation: relation.optional(),
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(200),
});
export const peoplePage = z.strictObject({
  ...asOf,
  rows: z.array(personRow),
  next: cursor.nullable(),
  total: z.int(),
});

export const reveal = z.strictObject({ ...command, subject: id, reason: revealReason });
export const revealed = z.strictObject({ name: z.string(), phone: z.string(), email: z.string(), room: z.string() });

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d -]{6,20}$/, 'write the phone with digits only')
  .or(z.literal(''));
/** A field that is left out stays as it is: what is masked on the page need not be opened to change something else. */
export const savePerson = z.strictObject({
  ...command,
  personId: id,
  role,
  room: z.string().trim().max(30).optional(),
  name: z.string().trim().min(1).max(60).optional(),
  phone: phone.optional(),
  email: z.email().or(z.literal('')).optional(),
  relation: relation.nullable().optional(),
  until: wallMs.nullable().optional(),
  agreedBy: id.nullable().optional(),
  consent: consent.optional(),
  shares: z.boolean().optional(),
  elder: z.boolean().optional(),
  low: z.boolean().optional(),
  language: language.nullable().optional(),
  channels: z.array(channel).max(3).optional(),
  quiet: quietHours.nullable().optional(),
});
export const onPerson = z.strictObject({ ...command, personId: id });
export const endPerson = z.strictObject({ ...command, personId: id, reason: endReason });
export const moveOut = z.strictObject({ ...command, householdId: id });
export const merge = z.strictObject({ ...command, from: id, into: id });
/** A couriers' or residents' own pair that look like one person: the desk decides. */
export const doubles = z.strictObject({
  pairs: z.array(z.strictObject({ one: personRow, other: personRow })).max(200),
});
export const bindCard = z.strictObject({ ...command, personId: id, card: z.string().trim().min(1).max(64) });
export const revokeCredential = z.strictObject({ ...command, credentialId: id });

/** What is wrong with a row of a people file; whoever shows it has words for each. */
export const rowCode = z.enum([
  'role',
  'room-missing',
  'room-long',
  'name-missing',
  'name-long',
  'phone',
  'phone-missing',
  'email',
  'card-short',
  'card-long',
  'card-is-code',
  'card-twice',
  'card-taken',
  'consent',
  'yes-no',
  'language',
  'relation',
  'until',
  'agreed-by',
  'channels',
  'quiet',
  'person-twice',
  'unclear',
  'heading-missing',
  'columns',
  'quotes',
  'not-csv',
  'file-large',
]);
export const rowProblem = z.strictObject({
  /** Line of the file from 1; 0 is the file as a whole. */
  row: z.int(),
  /** The column by its English heading; `row` or `file` where no single one is meant. */
  field: z.string(),
  code: rowCode,
  /** `line`: the other line that a code with "twice" speaks of. */
  facts: z.strictObject({ line: z.int().optional() }),
  /** In English, for machines. */
  remedy: z.string(),
});
export const previewFile = z.strictObject({ csv: z.string() });
export const filePreview = z.strictObject({
  rows: z.int(),
  households: z.int(),
  newPeople: z.int(),
  changedPeople: z.int(),
  problems: z.array(rowProblem),
});
export const importFile = z.strictObject({ ...command, csv: z.string(), partial: z.boolean() });
export const imported = z.strictObject({ imported: z.int(), households: z.int(), problems: z.array(rowProblem) });
export const savedPerson = z.strictObject({
  person: personRow,
  /** A new courier's own code, shown this once. */
  code: z.string().nullable(),
});
