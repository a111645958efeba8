// From what is written of people, in a file or on the page, to what is registered: found again, completed by what is known, left out when nothing is new.
import type { HouseholdEntry, Personal, PersonEntry } from '../contract/commands.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Person } from '../domain/state.ts';
import { lookup, salt } from '../secrets/codes.ts';
import type { Keys } from '../secrets/keys.ts';
import { phoneTailKey, roomKey } from '../secrets/recipient-keys.ts';

/** What is left out stays as it is known, or as a new entry begins. */
export interface PersonDraft {
  /** Missing: found by role, room, name and phone. */
  personId?: string | undefined;
  role: Person['role'];
  room?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** As read; they are added. */
  cards: string[];
  consent?: Person['consent'] | undefined;
  shares?: boolean | undefined;
  elder?: boolean | undefined;
  /** Of the household. */
  low?: boolean | undefined;
  language?: Person['language'] | undefined;
  relation?: Person['relation'] | undefined;
  /** Wall ms. */
  until?: number | null | undefined;
  agreedBy?: string | null | undefined;
  channels?: Person['channels'] | undefined;
  quiet?: Person['quiet'] | undefined;
}

export interface EntryOptions {
  dispatch: Pick<Dispatch, 'state' | 'personal'>;
  keys: Keys;
  newId: () => string;
}

export interface Composed {
  /** One for each draft, in their order. */
  people: { entry: PersonEntry; news: 'new' | 'changed' | 'same' }[];
  /** Those that are new or changed. */
  households: HouseholdEntry[];
}

const digits = (phone: string | undefined): string => (phone ?? '').normalize('NFKC').replaceAll(/\D/g, '');

/** People known already: exactly, or by everything but the phone when that tells them apart. */
const openKnown = ({ dispatch }: EntryOptions) => {
  const exact = new Map<string, string>();
  const named = new Map<string, string | null>();
  for (const person of dispatch.state.all('people')) {
    const data = dispatch.personal(person.id);
    if (!data) continue;
    const room = dispatch.state.get('households', person.householdId ?? '')?.roomKey ?? '';
    const who = JSON.stringify([person.role, room, data.name]);
    exact.set(`${who}${digits(data.phone)}`, person.id);
    named.set(who, named.has(who) ? null : person.id);
  }
  return (drafts: readonly PersonDraft[], keyOf: (draft: PersonDraft) => string): (string | undefined)[] => {
    const whoOf = (draft: PersonDraft): string => JSON.stringify([draft.role, keyOf(draft), draft.name]);
    const found = drafts.map((draft) => draft.personId ?? exact.get(`${whoOf(draft)}${digits(draft.phone)}`));
    const taken = new Set(found);
    return drafts.map((draft, i) => {
      const alike = found[i] ?? named.get(whoOf(draft));
      if (found[i] !== undefined || alike == null || taken.has(alike)) return found[i];
      taken.add(alike);
      return alike;
    });
  };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const personalOf = (draft: PersonDraft, known: Personal | undefined): Personal => {
  const said = { name: draft.name, phone: draft.phone, email: draft.email, room: draft.room };
  const fields = (['name', 'phone', 'email', 'room'] as const).flatMap((field) => {
    const value = said[field] ?? known?.[field];
    return value ? [[field, value] as const] : [];
  });
  const told = { name: '', ...Object.fromEntries(fields) };
  const { salt: former = '', ...before } = known ?? { salt: '' };
  return isSame(told, { name: '', ...before }) ? { ...told, salt: former } : { ...told, salt: salt() };
};

const rowOf = ({ personId: id, cards: _, personal: __, ...entry }: PersonEntry): Omit<Person, 'mismatches'> => ({
  id,
  ...entry,
});

/** Composes entries against what is committed now; asks nothing and changes nothing. */
export const composePeople = (options: EntryOptions, drafts: readonly PersonDraft[]): Composed => {
  const { dispatch, keys, newId } = options;
  const { state } = dispatch;
  const roomKeys = new Map<string, string>();
  const keyOf = ({ room }: PersonDraft): string => {
    if (!room) return '';
    const key = roomKeys.get(room) ?? roomKey(keys, room);
    roomKeys.set(room, key);
    return key;
  };
  const homes = new Map<string, HouseholdEntry & { isNews: boolean }>();

  /** The household of a room, made when there is none; `low` when one of its rows says so. */
  const settleHome = (draft: PersonDraft, key: string): string => {
    const before = homes.get(key);
    const householdId = before?.householdId ?? state.get('rooms', key)?.householdId ?? newId();
    const known = state.get('households', householdId);
    const low = before?.isNews && before.low ? true : (draft.low ?? before?.low ?? known?.low ?? false);
    const room = draft.room || dispatch.personal(householdId)?.room || '';
    const personal = before?.personal ?? { name: room, room, salt: salt() };
    homes.set(key, { householdId, roomKey: key, low, personal, isNews: known?.low !== low });
    return householdId;
  };

  const ids = drafts.every(({ personId }) => personId !== undefined)
    ? drafts.map(({ personId }) => personId)
    : openKnown(options)(drafts, keyOf);
  const people = drafts.map((draft, i): Composed['people'][number] => {
    const personId = ids[i] ?? newId();
    const row = state.get('people', personId);
    // An id that is somebody else's, of staff or of who has left, completes nothing.
    const known = row && dispatch.personal(personId);
    const personal = personalOf(draft, known);
    const stays = draft.room === undefined && row ? state.get('households', row.householdId ?? '')?.roomKey : undefined;
    const key = stays ?? keyOf(draft);
    const relation = draft.relation === undefined ? (row?.relation ?? null) : draft.relation;
    const entry: PersonEntry = {
      personId,
      householdId: key === '' ? null : settleHome(draft, key),
      role: draft.role,
      phoneTailKey: key === '' ? null : (phoneTailKey(keys, key, personal.phone ?? '') ?? null),
      consent: draft.consent ?? row?.consent ?? 'ask',
      shares: draft.shares ?? row?.shares ?? false,
      elder: draft.elder ?? row?.elder ?? false,
      language: draft.language === undefined ? (row?.language ?? null) : draft.language,
      relation,
      until: draft.until === undefined ? (row?.until ?? null) : draft.until,
      agreedBy:
        relation === 'trustee' ? (draft.agreedBy === undefined ? (row?.agreedBy ?? null) : draft.agreedBy) : null,
      channels: draft.channels ?? row?.channels ?? [],
      quiet: draft.quiet === undefined ? (row?.quiet ?? null) : draft.quiet,
      cards: draft.cards.map((card) => lookup(keys, 'card', card)),
      personal,
    };
    if (!row) return { entry, news: 'new' };
    const { mismatches: _, ...before } = row;
    const isKnown =
      personal.salt === known?.salt &&
      entry.cards.every((card) => state.get('lookups', card) !== undefined) &&
      Object.entries(rowOf(entry)).every(([field, value]) => isSame(value, before[field as keyof typeof before]));
    return { entry, news: isKnown ? 'same' : 'changed' };
  });
  const households = [...homes.values()].filter(({ isNews }) => isNews).map(({ isNews: _, ...home }) => home);
  return { people, households };
};
