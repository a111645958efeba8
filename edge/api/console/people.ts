// People at the desk: listed masked, opened with a reason, added, changed, ended and merged; their cards and codes.
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import { type Answer, isRefused } from '../../domain/decision.ts';
import { personalCode } from '../../domain/identity/enrol.ts';
import type { Person } from '../../domain/state.ts';
import { formatCode, lookup, pickupCode } from '../../secrets/codes.ts';
import type { Reply } from '../answers.ts';
import { composePeople, type EntryOptions, type PersonDraft } from '../people-entry.ts';
import { rowProblem } from '../people-file.ts';
import { cardNumber } from '../people-row.ts';
import { doublesOf } from './doubles.ts';
import type { Handlers } from './handlers.ts';
import { openRows, roomOf } from './person-row.ts';
import type { Search } from './search.ts';

export interface PeopleOptions extends EntryOptions {
  dispatch: Dispatch;
  search: Pick<Search, 'find'>;
  now: () => Instant;
}

type Names =
  | 'listPeople'
  | 'listDoubles'
  | 'reveal'
  | 'savePerson'
  | 'endPerson'
  | 'moveOut'
  | 'mergePeople'
  | 'bindCard'
  | 'revokeCredential'
  | 'reissueCode';

const foundMost = 2_000;
const done = (answer: Answer): Reply<Record<string, never>> => (isRefused(answer) ? answer : { body: {} });
const unknownPerson: Refusal = { refused: 'unknown-person' };
const asked = (field: string, remedy: string): Refusal => ({ refused: 'bad-request', field, remedy });

export const openPeople = (options: PeopleOptions): Pick<Handlers, Names> => {
  const { dispatch, keys, search, now, newId } = options;
  const { state } = dispatch;

  const codeOf = (personId: string): string | null => {
    const credential = personalCode(state, personId);
    return credential ? formatCode(pickupCode(keys, credential.id, credential.issue)) : null;
  };
  const saved = (answer: Answer, personId: string, code: string | null = null): Reply<ConsoleAnswer<'savePerson'>> => {
    if (isRefused(answer)) return answer;
    const person = state.get('people', personId);
    return person ? { body: { person: openRows(dispatch)(person), code } } : unknownPerson;
  };

  /** By room, numbers by their value. */
  const everybody = (role: Person['role']): Person[] =>
    [...state.all('people')]
      .filter((person) => person.role === role)
      .map((person) => ({
        person,
        order: roomOf(dispatch, person).replaceAll(/\d+/g, (digits) => digits.padStart(6, '0')),
      }))
      .sort((one, other) => (one.order < other.order ? -1 : Number(one.order > other.order)))
      .map(({ person }) => person);

  /** What is missing, as the page's field names it. */
  const lacks = (draft: PersonDraft): Refusal | undefined => {
    const entry = composePeople(options, [draft]).people[0]?.entry;
    if (!entry?.personal.name) return asked('name', 'write the name');
    if (draft.role === 'resident' && entry.householdId === null) return asked('room', 'a resident needs a room');
    if (draft.role === 'courier' && !entry.personal.phone) return asked('phone', 'a courier needs a phone');
    return undefined;
  };

  return {
    listPeople: async ({ by, query }) => {
      const { role, search: q, relation, after, limit } = query;
      const found = q ? await search.find(q, foundMost, role) : undefined;
      if (found && after === undefined) {
        const recorded = await dispatch.execute({
          commandId: newId(),
          kind: 'RecordSearch',
          by,
          found: found.length,
        });
        if (isRefused(recorded)) return recorded;
      }
      const people = found?.flatMap(({ personId }) => state.get('people', personId) ?? []) ?? everybody(role);
      const listed = people.filter((person) => relation === undefined || person.relation === relation);
      const from = after === undefined ? 0 : listed.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && from === 0) return asked('after', 'begin the list anew');
      const page = listed.slice(from, from + limit);
      const next = from + limit < listed.length ? (page.at(-1)?.id ?? null) : null;
      return { body: { asOf: now().wallMs, rows: page.map(openRows(dispatch)), next, total: listed.length } };
    },
    listDoubles: async () => {
      const row = openRows(dispatch);
      return { body: { pairs: doublesOf(dispatch).map(([one, other]) => ({ one: row(one), other: row(other) })) } };
    },
    reveal: async ({ by, body }) => {
      const answer = await dispatch.execute({ kind: 'RevealData', by, ...body });
      if (isRefused(answer)) return answer;
      const data = dispatch.personal(body.subject);
      const person = state.get('people', body.subject);
      if (!data) return unknownPerson;
      const { name, phone = '', email = '' } = data;
      return { body: { name, phone, email, room: person ? roomOf(dispatch, person) : (data.room ?? '') } };
    },
    savePerson: async ({ by, body: { commandId, ...fields } }) => {
      const draft: PersonDraft = { ...fields, cards: [] };
      const wrong = lacks(draft);
      if (wrong) return wrong;
      const had = codeOf(draft.personId ?? '');
      const { people, households } = composePeople(options, [draft]);
      const answer = await dispatch.execute({
        kind: 'ImportPeople',
        commandId,
        by,
        households,
        people: people.filter(({ news }) => news !== 'same').map(({ entry }) => entry),
      });
      return saved(answer, fields.personId, had === null ? codeOf(fields.personId) : null);
    },
    endPerson: async ({ by, body }) => done(await dispatch.execute({ kind: 'EndPerson', by, ...body })),
    moveOut: async ({ by, body }) => done(await dispatch.execute({ kind: 'MoveOutHousehold', by, ...body })),
    mergePeople: async ({ by, body }) => saved(await dispatch.execute({ kind: 'MergePeople', by, ...body }), body.into),
    bindCard: async ({ by, body: { commandId, personId, card } }) => {
      const read = cardNumber.safeParse(card);
      const code = read.error?.issues[0]?.message;
      if (!read.success)
        return asked(
          'card',
          rowProblem(0, 'card', { code: code === 'card-is-code' ? code : 'card-short', facts: {} }).remedy,
        );
      const bound = { commandId, personId, lookup: lookup(keys, 'card', read.data) };
      return saved(await dispatch.execute({ kind: 'BindCard', by, ...bound }), personId);
    },
    revokeCredential: async ({ by, body: { commandId, credentialId } }) => {
      const credential = state.get('credentials', credentialId);
      const [value] = credential?.lookups ?? [];
      if (credential?.use !== 'card' || value === undefined)
        return asked('credentialId', 'this card is bound to nobody');
      return done(await dispatch.execute({ kind: 'RevokeCard', by, commandId, lookup: value }));
    },
    reissueCode: async ({ by, body: { commandId, personId } }) => {
      const answer = await dispatch.execute({ kind: 'ReissueCode', by, commandId, personId });
      if (isRefused(answer)) return answer;
      const code = codeOf(personId);
      return code === null ? unknownPerson : { body: { code } };
    },
  };
};
