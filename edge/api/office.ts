// What the office asks of a node at the shell: the same actions whether they come to a running edge or to a node opened for the command.
import { z } from 'zod';
import type { Command, HouseholdEntry, PersonEntry } from '../contract/commands.ts';
import { compartmentNumber, deviceId, id } from '../contract/ids.ts';
import type { Dispatch } from '../dispatch.ts';
import { type Answer, isRefused } from '../domain/decision.ts';
import { personalCode } from '../domain/identity/enrol.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Authority } from '../secrets/authority.ts';
import { formatCode, lookup, pickupCode, salt } from '../secrets/codes.ts';
import type { Keys } from '../secrets/keys.ts';
import { phoneTailKey, roomKey } from '../secrets/recipient-keys.ts';
import { maskName, maskPhone } from '../words/masking.ts';
import { cardNumber, type PersonRow, type RowProblem, readPeople } from './people-file.ts';

/** Every action by name with the schema of what it takes. */
export const actions = {
  importPeople: z.strictObject({ csv: z.string(), partial: z.boolean() }),
  listPeople: z.strictObject({}),
  bindCard: z.strictObject({ personId: id, card: cardNumber }),
  revokeCard: z.strictObject({ card: cardNumber }),
  reissueCode: z.strictObject({ personId: id }),
  reissueParcelCode: z.strictObject({ holdId: id }),
  showCode: z.strictObject({ personId: id }),
  enroll: z.strictObject({ device: deviceId, replace: z.boolean() }),
  releaseTerminal: z.strictObject({ terminal: deviceId }),
  releaseCompartment: z.strictObject({ cabinet: deviceId, compartment: compartmentNumber }),
  answerCall: z.strictObject({ terminal: deviceId }),
  backup: z.strictObject({ file: z.string().min(1) }),
  status: z.strictObject({}),
} satisfies Record<string, z.ZodType>;
export type ActionName = keyof typeof actions;
export type Asked<A extends ActionName> = z.infer<(typeof actions)[A]>;
/** What an action says: data for `--json`, or a refusal with its remedy. */
export type Said = { ok: true; data: unknown } | { ok: false; problem: string; problems?: RowProblem[] };

export interface OfficeOptions {
  dispatch: Dispatch;
  ledger: Ledger;
  keys: Keys;
  authority: Authority;
  newId: () => string;
  /** What only a running edge can tell: links, presence. */
  links: () => Record<string, unknown>;
}

type Office = { [A in ActionName]: (asked: Asked<A>) => Promise<Said> };

export const openOffice = (options: OfficeOptions): Office => {
  const { dispatch, ledger, keys, authority, newId } = options;

  const said = (answer: Answer, data: unknown = {}): Said =>
    isRefused(answer)
      ? { ok: false, problem: `${answer.refused}${answer.field ? ` (${answer.field})` : ''}: ${answer.remedy ?? ''}` }
      : { ok: true, data };
  const ask = async (command: Command, data: unknown = {}): Promise<Said> =>
    said(await dispatch.execute(command), data);

  const codeOf = (personId: string): string | null => {
    const credential = personalCode(dispatch.state, personId);
    return credential ? formatCode(pickupCode(keys, credential.id, credential.issue)) : null;
  };

  /** People known already are found by role, room and phone, so that importing a file twice changes nothing. */
  const known = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (const person of dispatch.state.all('people')) {
      const data = dispatch.personal(person.id);
      if (data) found.set(`${person.role}|${data.room ?? ''}|${data.phone ?? ''}|${data.name}`, person.id);
    }
    return found;
  };

  const compose = (rows: PersonRow[]): { households: HouseholdEntry[]; people: PersonEntry[] } => {
    const households = new Map<string, HouseholdEntry>();
    const existing = known();
    const people = rows.map((row): PersonEntry => {
      const { role, room, name, phone, email, consent, shares, elder } = row;
      const key = room === '' ? null : roomKey(keys, room);
      if (key !== null) {
        const former = households.get(key);
        const householdId = former?.householdId ?? dispatch.state.get('rooms', key)?.householdId ?? newId();
        const low = row.low || (former?.low ?? false);
        households.set(key, { householdId, roomKey: key, low, personal: { name: room, room, salt: salt() } });
      }
      return {
        personId: existing.get(`${role}|${room}|${phone}|${name}`) ?? newId(),
        householdId: key === null ? null : (households.get(key)?.householdId ?? null),
        role,
        phoneTailKey: key === null ? null : (phoneTailKey(keys, key, phone) ?? null),
        consent,
        shares,
        elder,
        language: row.language === '' ? null : row.language,
        cards: row.cards.map((card) => lookup(keys, 'card', card)),
        personal: { name, ...(phone && { phone }), ...(email && { email }), ...(room && { room }), salt: salt() },
      };
    });
    return { households: [...households.values()], people };
  };

  /** A card opens for one person only: rows that name somebody else's are told before anything is recorded. */
  const takenCards = (good: { line: number; person: PersonRow }[], people: PersonEntry[]): RowProblem[] =>
    people.flatMap(({ personId, cards }, i) => {
      const holders = cards.map((card) => dispatch.state.get('lookups', card)?.credentialId ?? '');
      const taken = holders.some(
        (held) => (dispatch.state.get('credentials', held)?.personId ?? personId) !== personId,
      );
      return taken
        ? [{ row: good[i]?.line ?? 0, field: 'cards', remedy: 'somebody else has this card; revoke it first' }]
        : [];
    });

  return {
    importPeople: async ({ csv, partial }) => {
      const { good, problems: unread } = readPeople(csv);
      const taken = takenCards(good, compose(good.map(({ person }) => person)).people);
      const problems = [...unread, ...taken];
      if (problems.length > 0 && !partial)
        return { ok: false, problem: `${problems.length} problems; nothing was imported`, problems };
      const entries = compose(
        good.filter(({ line }) => !taken.some(({ row }) => row === line)).map(({ person }) => person),
      );
      const couriers = entries.people.filter(({ role }) => role === 'courier');
      const answer = await dispatch.execute({ kind: 'ImportPeople', commandId: newId(), ...entries });
      return said(answer, {
        imported: entries.people.length,
        households: entries.households.length,
        problems,
        couriers: couriers.map(({ personId, personal }) => ({ personId, name: personal.name, code: codeOf(personId) })),
      });
    },
    listPeople: async () => ({
      ok: true,
      data: [...dispatch.state.all('people')].map(({ id: personId, role }) => {
        const data = dispatch.personal(personId);
        return { personId, role, name: maskName(data?.name ?? ''), phone: data?.phone ? maskPhone(data.phone) : '' };
      }),
    }),
    bindCard: ({ personId, card }) =>
      ask({ kind: 'BindCard', commandId: newId(), personId, lookup: lookup(keys, 'card', card) }),
    revokeCard: ({ card }) => ask({ kind: 'RevokeCard', commandId: newId(), lookup: lookup(keys, 'card', card) }),
    reissueCode: async ({ personId }) => {
      const answer = await dispatch.execute({ kind: 'ReissueCode', commandId: newId(), personId });
      return said(answer, { personId, code: codeOf(personId) });
    },
    reissueParcelCode: async ({ holdId }) => {
      const answer = await dispatch.execute({ kind: 'ReissueParcelCode', commandId: newId(), holdId });
      const credential = isRefused(answer) ? undefined : dispatch.state.get('credentials', answer.id ?? '');
      return said(answer, {
        holdId,
        code: credential && formatCode(pickupCode(keys, credential.id, credential.issue)),
      });
    },
    showCode: async ({ personId }) => {
      const code = codeOf(personId);
      return code === null
        ? { ok: false, problem: 'this person has no personal code; couriers get one when they are imported' }
        : { ok: true, data: { personId, code } };
    },
    enroll: async ({ device, replace }) => {
      const enrolled = await authority.enroll(device, { replace });
      if (!('refused' in enrolled)) return { ok: true, data: enrolled };
      const remedy = {
        'bad-name': 'use 1 to 23 of a-z, 0-9 and "-"',
        'reserved-name': 'this name is the node’s own; choose another',
        'name-exists': 'it is enrolled already; --replace makes its former certificate worthless',
      }[enrolled.refused];
      return { ok: false, problem: `${enrolled.refused}: ${remedy}` };
    },
    releaseTerminal: (asked) => ask({ kind: 'ReleaseTerminal', commandId: newId(), ...asked }),
    releaseCompartment: (asked) => ask({ kind: 'ReleaseCompartment', commandId: newId(), ...asked }),
    answerCall: (asked) => ask({ kind: 'AnswerCall', commandId: newId(), ...asked }),
    backup: async ({ file }) => {
      await ledger.backup(file);
      return { ok: true, data: { file, head: ledger.head } };
    },
    status: async () => {
      const { state } = dispatch;
      const holds = [...state.all('holds')];
      return {
        ok: true,
        data: {
          head: ledger.head,
          people: [...state.all('people')].length,
          households: [...state.all('households')].length,
          parcels: holds.map(({ id: holdId, status, place, placedAt }) => ({ holdId, status, place, placedAt })),
          cabinets: [...state.all('cabinets')].map(({ id: cabinet, presence, faults }) => ({
            cabinet,
            presence,
            faults,
          })),
          blocked: [...state.all('compartments')].filter((one) => one.blocked !== null),
          alerts: [...state.all('alerts')],
          ...options.links(),
        },
      };
    },
  };
};

/** Checks what came over the control socket and carries it out; unknown actions and wrong fields are refused by name. */
export const perform = async (office: Office, name: string, asked: unknown): Promise<Said> => {
  if (!Object.hasOwn(actions, name)) return { ok: false, problem: `no action "${name}"` };
  const action = name as ActionName;
  const parsed = actions[action].safeParse(asked);
  if (!parsed.success) return { ok: false, problem: z.prettifyError(parsed.error) };
  return (office[action] as (asked: unknown) => Promise<Said>)(parsed.data);
};
