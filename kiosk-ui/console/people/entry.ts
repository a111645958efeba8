// What is filled in about a person, and what of it is sent: a field left empty or untouched stays as it is on record [P1].
import type { Language, PersonRow } from '../contract.ts';
import type { Sent } from '../edge.ts';
import { endOfDay } from './last-day.ts';

export interface Entry {
  room: string;
  name: string;
  phone: string;
  email: string;
  /** What is on record shall be removed. */
  dropsPhone: boolean;
  dropsEmail: boolean;
  relation: PersonRow['relation'];
  /** A day of the site, or empty. */
  until: string;
  /** Person who consented; null = nobody was chosen here. */
  agreedBy: string | null;
  consent: PersonRow['consent'];
  shares: boolean;
  elder: boolean;
  low: boolean;
  language: Language | null;
  channels: PersonRow['channels'];
  quiet: PersonRow['quiet'];
}

/** Where the entry begins. Masked data never gets into it. `isoDay`: a wall time as a day of the site. */
export const entryOf = (row: PersonRow | null, isoDay: (wallMs: number) => string): Entry => ({
  room: '',
  name: '',
  phone: '',
  email: '',
  dropsPhone: false,
  dropsEmail: false,
  relation: row?.relation ?? null,
  until: row?.until ? isoDay(row.until) : '',
  agreedBy: null,
  consent: row?.consent ?? 'ask',
  shares: row?.shares ?? false,
  elder: row?.elder ?? false,
  low: row?.low ?? false,
  language: row?.language ?? null,
  channels: row?.channels ?? [],
  quiet: row?.quiet ?? null,
});

/** Whose stay or mandate has a last day. */
export const hasTerm = ({ relation }: Pick<Entry, 'relation'>): boolean =>
  relation === 'tenant' || relation === 'trustee';

export type Flaw = 'missing' | 'shape';
/** As the contract has them: told while one types, checked again by the edge. */
const phoneShape = /^\+?[\d -]{6,20}$/;
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Fields that cannot be sent as they are. `row` null = a new person. */
export const flawsIn = (
  entry: Entry,
  { role, row }: { role: PersonRow['role']; row: PersonRow | null },
): Partial<Record<keyof Entry, Flaw>> => {
  const isNew = row === null;
  const [phone, email] = [entry.phone.trim(), entry.email.trim()];
  const isUnconsented = entry.relation === 'trustee' && entry.agreedBy === null && !row?.agreedBy;
  const isQuietOpen = entry.quiet !== null && (entry.quiet.from === '' || entry.quiet.to === '');
  return {
    ...(isNew && role === 'resident' && entry.room.trim() === '' && { room: 'missing' }),
    ...(isNew && entry.name.trim() === '' && { name: 'missing' }),
    ...(isNew && role === 'courier' && phone === '' && { phone: 'missing' }),
    ...(phone !== '' && !phoneShape.test(phone) && { phone: 'shape' }),
    ...(email !== '' && !emailShape.test(email) && { email: 'shape' }),
    ...(isUnconsented && { agreedBy: 'missing' }),
    ...(isQuietOpen && { quiet: 'missing' }),
  };
};

type Person = Omit<Sent<'savePerson'>, 'commandId' | 'personId' | 'role'>;

const typed = (entry: Entry): Person => ({
  ...(entry.room.trim() !== '' && { room: entry.room.trim() }),
  ...(entry.name.trim() !== '' && { name: entry.name.trim() }),
  ...(entry.dropsPhone ? { phone: '' } : entry.phone.trim() !== '' && { phone: entry.phone.trim() }),
  ...(entry.dropsEmail ? { email: '' } : entry.email.trim() !== '' && { email: entry.email.trim() }),
});

const wishes = ['relation', 'consent', 'shares', 'elder', 'low', 'language', 'channels', 'quiet'] as const;

/** What an entry says of a resident. Times: the end of the last day in the site's zone, wall ms. */
const chosen = (entry: Entry, timeZone: string): Person => ({
  ...Object.fromEntries(wishes.map((key) => [key, entry[key]])),
  until: hasTerm(entry) && entry.until !== '' ? endOfDay(entry.until, timeZone) : null,
  agreedBy: entry.relation === 'trustee' ? entry.agreedBy : null,
});

const differing = (person: Person, former: Person): Person =>
  Object.fromEntries(
    Object.entries(person).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(former, key))),
  );

/** What is sent. Empty when nothing was changed. `former` null = a new person: everything is said. */
export const changesOf = (
  entry: Entry,
  { former, role, timeZone }: { former: Entry | null; role: PersonRow['role']; timeZone: string },
): Person => {
  if (role === 'courier')
    return { ...typed(entry), ...(entry.language !== (former?.language ?? null) && { language: entry.language }) };
  const said = chosen(entry, timeZone);
  if (former === null) return { ...typed(entry), ...said };
  // Who once agreed is not part of the entry: it ends with the mandate.
  const ends = former.relation === 'trustee' && entry.relation !== 'trustee' && { agreedBy: null };
  return { ...typed(entry), ...differing(said, chosen(former, timeZone)), ...ends };
};
