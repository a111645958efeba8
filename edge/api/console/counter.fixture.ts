// A counter over a real node: one household of two, one trustee, a courier's compartments, and a member of staff signed in.
import { uuidv7 } from 'uuidv7';
import type { Command } from '../../contract/commands.ts';
import { type ConsoleAnswer, type ConsoleRequest, consoleRoutes } from '../../contract/console/routes.ts';
import type { Report } from '../../contract/reports.ts';
import { lookup } from '../../secrets/codes.ts';
import { roomKey } from '../../secrets/recipient-keys.ts';
import type { Reply } from '../answers.ts';
import { openNode, type TestNode } from '../node.fixture.ts';
import type { CounterOptions } from './counter.ts';
import { openDoors } from './doors.ts';
import { openHandOver } from './hand-over.ts';
import { openReceive } from './receive.ts';
import { openReturns } from './returns.ts';
import { openSearch } from './search.ts';

type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;
type Changes = ReturnType<typeof handlersOf>;
type Name = Exclude<keyof Changes, 'readWaybill' | 'findRecipients' | 'readDoor'>;

const handlersOf = (options: CounterOptions, search: ReturnType<typeof openSearch>) => ({
  ...openReceive({ ...options, search, newId: uuidv7 }),
  ...openHandOver(options),
  ...openReturns(options),
  ...openDoors(options),
});

export const cabinet = 'locker-a';
export const strokes = [[10, 20, 30, 40]];
export const document = { type: 'identity-card', tail: '123X' } as const;

export interface TestCounter {
  node: TestNode;
  by: { staffId: string; sessionId: string };
  owner: string;
  spouse: string;
  handlers: Changes;
  ask(asked: Asked): Promise<unknown>;
  /** Asks a handler as the server does: the body is read by the schema of its route. */
  post<N extends Name>(name: N, body: Omit<ConsoleRequest<N>, 'commandId'>): Promise<Reply<ConsoleAnswer<N>>>;
  /** Receives a parcel onto the shelf, or into a compartment by this visit. Answers its id. */
  receive(more?: Partial<ConsoleRequest<'receive'>>): Promise<string>;
  /** The door of the last opening opens and is shut again. */
  swing(): Promise<void>;
  stop(): Promise<void>;
}

const ownerCard = 'A1B2C3D4';
export const cards = { owner: ownerCard };

export const openTestCounter = async (): Promise<TestCounter> => {
  const node = await openNode();
  const { dispatch, keys, now } = node;
  const search = openSearch({ dispatch });
  const handlers = handlersOf({ dispatch, site: node.terminal.site, keys, now }, search);
  const [owner, spouse, householdId, staffId, sessionId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const by = { staffId, sessionId };
  const ask = (asked: Asked) => dispatch.execute({ ...asked, commandId: uuidv7() } as Command);
  const person = (personId: string, name: string) => ({
    personId,
    householdId,
    role: 'resident' as const,
    phoneTailKey: null,
    consent: 'locker' as const,
    shares: true,
    elder: false,
    language: null,
    relation: 'owner' as const,
    until: null,
    agreedBy: null,
    channels: [],
    quiet: null,
    cards: personId === owner ? [lookup(keys, 'card', ownerCard)] : [],
    personal: { name, phone: '13812345678', salt: 'grain' },
  });
  await ask({ kind: 'StartNode', boot: uuidv7(), version: '0' });
  const home = {
    householdId,
    roomKey: roomKey(keys, '3-1201'),
    low: false,
    personal: { name: '', room: '3-1201', salt: 'grain' },
  };
  await ask({ kind: 'ImportPeople', households: [home], people: [person(owner, '王小明'), person(spouse, '李四')] });
  const token = lookup(keys, 'invitation', 'token');
  await ask({ kind: 'OfferInvitation', by: null, invitationId: uuidv7(), lookup: token, roles: ['desk'] });
  const personal = { name: '赵前台', salt: 'grain' };
  const nameLookup = lookup(keys, 'name', 'zhao');
  await ask({ kind: 'RegisterStaff', staffId, lookup: token, nameLookup, hasSecondFactor: false, personal });
  await ask({ kind: 'SignIn', sessionId, staffId, where: 'desk' });
  await ask({ kind: 'RecordPresence', cabinet, presence: 'online' });
  const doors = Array.from({ length: 24 }, (_, n) => ({ compartment: n + 1, door: 'closed' as const }));
  const state = { contract: 1 as const, boot: uuidv7(), seq: 0, online: true, doors, profile: { id: 'p', version: 1 } };
  await ask({ kind: 'RecordState', cabinet, state });

  const post: TestCounter['post'] = (name, body) => {
    const handler = handlers[name] as (asked: object) => Promise<Reply<never>>;
    const read = consoleRoutes[name].request.parse({ ...body, commandId: uuidv7() });
    return handler({ by, roles: ['desk'], body: read, query: undefined, params: { id: '' } });
  };
  let waybills = 0;
  const report = (told: { kind: 'opened' | 'closed' }) => {
    const opening = [...dispatch.state.all('openings')].at(-1);
    const said = { ...told, compartment: opening?.compartment, orderId: opening?.id, stableMs: 300 };
    const at = { boot: uuidv7(), monoMs: 1, wallMs: 1 };
    return ask({ kind: 'RecordReport', cabinet, report: { ...said, reportId: uuidv7(), seq: 1, at } as Report });
  };
  return {
    node,
    by,
    owner,
    spouse,
    handlers,
    ask,
    post,
    async receive(more = {}) {
      waybills += 1;
      const holdId = uuidv7();
      const reply = await post('receive', {
        holdId,
        kind: 'parcel',
        personId: owner,
        carrier: '顺丰',
        waybill: `SF10000${String(waybills).padStart(4, '0')}`,
        size: null,
        condition: 'intact',
        damage: null,
        photo: null,
        agreedByPhone: false,
        visitId: null,
        ...more,
      });
      if ('refused' in reply) throw new Error(`not received: ${JSON.stringify(reply)}`);
      return holdId;
    },
    async swing() {
      await report({ kind: 'opened' });
      await report({ kind: 'closed' });
    },
    async stop() {
      search.stop();
      await node.stop();
    },
  };
};
