// What the office asks of a node at the shell: the same actions whether they come to a running edge or to a node opened for the command.
import { z } from 'zod';
import type { Command, CommandKind } from '../contract/commands.ts';
import { compartmentNumber, deviceId, id } from '../contract/ids.ts';
import { staffRoles } from '../contract/rights.ts';
import type { Dispatch } from '../dispatch.ts';
import { type Answer, isRefused } from '../domain/decision.ts';
import { personalCode } from '../domain/identity/enrol.ts';
import { type Ledger, LedgerFault } from '../ledger/ledger.ts';
import type { Authority } from '../secrets/authority.ts';
import { formatCode, lookup, pickupCode } from '../secrets/codes.ts';
import type { Keys } from '../secrets/keys.ts';
import { maskName, maskPhone } from '../words/masking.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import type { FieldName } from '../words/shell/problem.ts';
import { openSiteTime } from '../words/site-time.ts';
import { isRefusal } from './answers.ts';
import type { Console } from './console/console.ts';
import { cardNumber } from './people-row.ts';
import { readTable } from './people-table.ts';
import { deny, errorProblem, refusalProblem, type Said } from './said.ts';

/** Every action by name with the schema of what it takes. */
export const actions = {
  importPeople: z.strictObject({ csv: z.string(), partial: z.boolean() }),
  listPeople: z.strictObject({}),
  bindCard: z.strictObject({ personId: id, card: cardNumber }),
  /** In any form: a card that was bound under other rules must be revocable too, and one that is bound to nobody is refused by itself. */
  revokeCard: z.strictObject({ card: z.string() }),
  reissueCode: z.strictObject({ personId: id }),
  reissueParcelCode: z.strictObject({ holdId: id }),
  showCode: z.strictObject({ personId: id }),
  enroll: z.strictObject({ device: deviceId, replace: z.boolean() }),
  releaseTerminal: z.strictObject({ terminal: deviceId }),
  releaseCompartment: z.strictObject({ cabinet: deviceId, compartment: compartmentNumber }),
  answerCall: z.strictObject({ terminal: deviceId }),
  inviteStaff: z.strictObject({ roles: z.array(z.enum(staffRoles)).min(1) }),
  backup: z.strictObject({ file: z.string().min(1) }),
  status: z.strictObject({}),
} satisfies Record<string, z.ZodType>;
export type ActionName = keyof typeof actions;
export type Asked<A extends ActionName> = z.infer<(typeof actions)[A]>;

export interface OfficeOptions {
  dispatch: Dispatch;
  ledger: Ledger;
  keys: Keys;
  authority: Authority;
  newId: () => string;
  timeZone: string;
  /** What only a running edge can tell: links, presence. */
  links: () => Record<string, unknown>;
  /** Of a running console. */
  invite?: Console['invite'];
}

export type Office = { [A in ActionName]: (asked: Asked<A>) => Promise<Said> };

export const openOffice = (options: OfficeOptions): Office => {
  const { dispatch, ledger, keys, authority, newId } = options;
  const time = openSiteTime(options.timeZone);

  const said = (kind: CommandKind, answer: Answer, data: unknown = {}): Said =>
    isRefused(answer) ? deny(refusalProblem(kind, answer)) : { ok: true, data };
  const ask = async (command: Command): Promise<Said> => said(command.kind, await dispatch.execute(command));

  const codeOf = (personId: string): string | null => {
    const credential = personalCode(dispatch.state, personId);
    return credential ? formatCode(pickupCode(keys, credential.id, credential.issue)) : null;
  };

  return {
    importPeople: async ({ csv, partial }) => {
      const { entries, people, rooms, problems } = await readTable({ dispatch, keys, newId, time }, csv);
      if (problems.length > 0 && !partial)
        return deny({ code: 'rows-wrong', facts: { count: problems.length } }, problems);
      const couriers = people.filter(({ role }) => role === 'courier');
      const answer = await dispatch.execute({ kind: 'ImportPeople', commandId: newId(), ...entries });
      return said('ImportPeople', answer, {
        imported: people.length,
        households: rooms,
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
      return said('ReissueCode', answer, { personId, code: codeOf(personId) });
    },
    reissueParcelCode: async ({ holdId }) => {
      const answer = await dispatch.execute({ kind: 'ReissueParcelCode', commandId: newId(), holdId });
      const credential = isRefused(answer) ? undefined : dispatch.state.get('credentials', answer.id ?? '');
      return said('ReissueParcelCode', answer, {
        holdId,
        code: credential && formatCode(pickupCode(keys, credential.id, credential.issue)),
      });
    },
    showCode: async ({ personId }) => {
      const code = codeOf(personId);
      return code === null
        ? deny({ code: dispatch.state.get('people', personId) ? 'no-personal-code' : 'no-such-person', facts: {} })
        : { ok: true, data: { personId, code } };
    },
    enroll: async ({ device, replace }) => {
      const enrolled = await authority.enroll(device, { replace });
      return 'refused' in enrolled ? deny({ code: enrolled.refused, facts: {} }) : { ok: true, data: enrolled };
    },
    releaseTerminal: (asked) => ask({ kind: 'ReleaseTerminal', commandId: newId(), ...asked }),
    releaseCompartment: (asked) => ask({ kind: 'ReleaseCompartment', commandId: newId(), ...asked }),
    answerCall: (asked) => ask({ kind: 'AnswerCall', commandId: newId(), ...asked }),
    inviteStaff: async ({ roles }) => {
      const offered = await options.invite?.(roles);
      if (!offered) return deny({ code: 'no-console', facts: {} });
      return isRefusal(offered) ? deny(refusalProblem('OfferInvitation', offered)) : { ok: true, data: offered.body };
    },
    backup: async ({ file }) => {
      try {
        await ledger.backup(file);
      } catch (error) {
        const problem = error instanceof LedgerFault ? errorProblem(error, file) : undefined;
        if (problem === undefined) throw error;
        return deny(problem);
      }
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

const isField = (name: PropertyKey | undefined): name is FieldName =>
  name !== undefined && Object.hasOwn(dictionary.en.field, name);

/** Checks what came over the control socket and carries it out; unknown actions and wrong fields are refused by name. */
export const perform = async (office: Office, name: string, asked: unknown): Promise<Said> => {
  if (!Object.hasOwn(actions, name)) return deny({ code: 'unknown-action', facts: { action: name } });
  const action = name as ActionName;
  const parsed = actions[action].safeParse(asked);
  if (parsed.success) return (office[action] as (asked: unknown) => Promise<Said>)(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return deny(
    isField(field)
      ? { code: 'bad-field', facts: { field } }
      : { code: 'system', facts: { detail: z.prettifyError(parsed.error) } },
  );
};
