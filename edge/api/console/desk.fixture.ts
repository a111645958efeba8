// A desk on a node of its own: its lists, its site, three people of two rooms, and somebody signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { projectFolder, readConfig } from '../../config.ts';
import type { Command, PersonEntry } from '../../contract/commands.ts';
import { itemsQuery } from '../../contract/console/items.ts';
import type { ConsoleAnswer, ConsoleAsked } from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { type Core, openCore } from '../../core.ts';
import type { Answer } from '../../domain/decision.ts';
import { lookup } from '../../secrets/codes.ts';
import { openItems } from './items.ts';
import { openLists } from './lists.ts';
import { openSearch } from './search.ts';
import { openSite } from './site.ts';

type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;
type ItemEntry = Extract<Command, { kind: 'ReceiveItem' }>['item'];

/** 2027-01-15 16:00 in Shanghai. */
const startMs = 1_800_000_000_000;
export const hour = 3_600_000;
export const strokes = [[10, 10, 500, 500]];

export interface Desk extends Core {
  by: By;
  items: ReturnType<typeof openItems>;
  site: ReturnType<typeof openSite>;
  wang: string;
  li: string;
  chen: string;
  /** Time goes on. */
  passes(ms: number): void;
  ask(asked: Asked): Promise<Answer>;
  /** Onto the shelf; answers the item's id. */
  receive(personId: string, waybill: string, more?: Partial<ItemEntry>): Promise<string>;
  handOver(holdId: string, personId: string): Promise<void>;
  list(asked: ConsoleAsked<'listItems'>, roles?: StaffRole[]): Promise<ConsoleAnswer<'listItems'>>;
  refusal(asked: ConsoleAsked<'listItems'>): Promise<Refusal>;
}

const signIn = async ({ keys }: Core, ask: Desk['ask']): Promise<By> => {
  const [staffId, sessionId, token] = [uuidv7(), uuidv7(), uuidv7()];
  const invitation = lookup(keys, 'invitation', token);
  const personal = { name: '何前台', salt: uuidv7() };
  const nameLookup = lookup(keys, 'card', token);
  await ask({ kind: 'OfferInvitation', by: null, invitationId: uuidv7(), lookup: invitation, roles: ['desk'] });
  await ask({ kind: 'RegisterStaff', staffId, lookup: invitation, nameLookup, hasSecondFactor: false, personal });
  await ask({ kind: 'SignIn', sessionId, staffId, where: 'test' });
  return { staffId, sessionId };
};

const residents = async (ask: Desk['ask']): Promise<[wang: string, li: string, chen: string]> => {
  const [first, second] = [uuidv7(), uuidv7()];
  const home = (householdId: string, room: string) => {
    const roomKey = room.replaceAll(/\D/g, '').padStart(64, '0');
    return { householdId, roomKey, low: false, personal: { name: room, room, salt: uuidv7() } };
  };
  const person = (householdId: string, name: string, phone: string): PersonEntry => ({
    ...{ personId: uuidv7(), householdId, role: 'resident', phoneTailKey: null, consent: 'desk', shares: true },
    ...{
      elder: false,
      language: null,
      relation: null,
      until: null,
      agreedBy: null,
      channels: [],
      quiet: null,
      cards: [],
    },
    personal: { name, phone, salt: uuidv7() },
  });
  const people = [
    person(first, '王小明', '13812345678'),
    person(first, '李静', '13912340002'),
    person(second, '陈秀英', '13700009999'),
  ];
  await ask({ kind: 'ImportPeople', households: [home(first, '10-201'), home(second, '2-1506')], people });
  const [wang = '', li = '', chen = ''] = people.map(({ personId }) => personId);
  return [wang, li, chen];
};

/** `stop` takes the folder away. */
export const openDesk = async (): Promise<Desk> => {
  const data = mkdtempSync(join(tmpdir(), 'desk-'));
  const config = readConfig(join(projectFolder, 'scripts', 'sites', 'lobby.json'));
  let at: Instant = { wallMs: startMs, clock: 'synced', boot: uuidv7(), monoMs: 1_000 };
  const now = (): Instant => at;
  const core = await openCore({ config, data, now });
  const { dispatch, ledger } = core;
  const ask: Desk['ask'] = (asked) => dispatch.execute({ ...asked, commandId: uuidv7() } as Command);
  await ask({ kind: 'StartNode', boot: at.boot, version: 'test' });
  const [wang, li, chen] = await residents(ask);
  const by = await signIn(core, ask);
  const lists = openLists(ledger, () => at.wallMs);
  lists.start();
  const search = openSearch({ dispatch });
  const { timeZone } = config.site;
  const listed = { dispatch, ledger, site: config.layout, timeZone, lists, now };
  const items = openItems({ ...listed, search, newId: uuidv7 });
  const pictures = config.terminals.flatMap(({ cabinets }) => cabinets);
  const links = () => ({ notices: { waiting: 1, failed: 2 }, hqBehind: null });
  const site = openSite({ ...listed, pictures, links });
  const reply = (asked: ConsoleAsked<'listItems'>, roles: StaffRole[]) =>
    items.listItems({ by, roles, query: itemsQuery.parse(asked), body: undefined, params: { id: '' } });
  return {
    ...core,
    ...{ by, items, site, wang, li, chen, ask },
    passes: (ms) => {
      at = { ...at, wallMs: at.wallMs + ms, monoMs: at.monoMs + ms };
    },
    receive: async (personId, waybill, more = {}) => {
      const holdId = uuidv7();
      const item: ItemEntry = {
        ...{ kind: 'express', personId, carrier: '顺丰', waybill, size: null, condition: 'intact', damage: null },
        ...{ photo: null, agreedByPhone: false, ...more },
      };
      const answer = await ask({ kind: 'ReceiveItem', by, holdId, item, visitId: null });
      if ('refused' in answer) throw new Error(JSON.stringify(answer));
      return holdId;
    },
    handOver: async (holdId, personId) => {
      const receipt = { document: { type: 'passport' as const, tail: '1234' }, strokes, salt: uuidv7() };
      const how = { to: 'addressee', identified: 'document', lookup: null, agreedByPhone: false } as const;
      const answer = await ask({
        kind: 'HandOverItems',
        by,
        receiptId: uuidv7(),
        holdIds: [holdId],
        personId,
        ...how,
        receipt,
      });
      if ('refused' in answer) throw new Error(JSON.stringify(answer));
    },
    list: async (asked, roles = ['desk']) => {
      const answer = await reply(asked, roles);
      if ('refused' in answer) throw new Error(JSON.stringify(answer));
      return answer.body;
    },
    refusal: async (asked) => {
      const answer = await reply(asked, ['desk']);
      if ('refused' in answer) return answer;
      throw new Error('nothing was refused');
    },
    stop: async () => {
      search.stop();
      await lists.stop();
      await core.stop();
      rmSync(data, { recursive: true });
    },
  };
};
