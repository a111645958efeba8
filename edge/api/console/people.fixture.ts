// A node with an office: its ledger in a folder of its own, a clock that stands still, staff who are signed in, and the handlers of people.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { projectFolder, readConfig } from '../../config.ts';
import type { ConsoleQuery, ConsoleRequest, ConsoleRoute } from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Instant } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { type Core, openCore } from '../../core.ts';
import { lookup } from '../../secrets/codes.ts';
import { openSiteTime } from '../../words/site-time.ts';
import { openRetention } from '../retention.ts';
import type { Asked } from './handlers.ts';
import { openPeople } from './people.ts';
import { openPeopleFiles } from './people-files.ts';
import { openPrivacy } from './privacy.ts';
import { openSearch } from './search.ts';

type Handlers = ReturnType<typeof openPeople> & ReturnType<typeof openPeopleFiles> & ReturnType<typeof openPrivacy>;

export interface PeopleOffice extends Core {
  handlers: Handlers;
  retention: ReturnType<typeof openRetention>;
  /** The database; its log stands beside it. */
  file: string;
  clock: { at: Instant };
  desk: By;
  manager: By;
}

const signUp = async ({ dispatch, keys }: Core, roles: StaffRole[]): Promise<By> => {
  const by = { staffId: uuidv7(), sessionId: uuidv7() };
  const token = lookup(keys, 'card', by.staffId);
  const invitation = { invitationId: uuidv7(), lookup: token, roles };
  await dispatch.execute({ commandId: uuidv7(), kind: 'OfferInvitation', by: null, ...invitation });
  const account = { userName: roles.join(), passwordHash: 'argon2', totpSecret: 'otp' };
  const personal = { name: `员工${roles.join()}`, account, salt: 'salt' };
  await dispatch.execute({
    commandId: uuidv7(),
    kind: 'RegisterStaff',
    staffId: by.staffId,
    lookup: token,
    nameLookup: lookup(keys, 'card', roles.join()),
    hasSecondFactor: true,
    personal,
  });
  await dispatch.execute({ commandId: uuidv7(), kind: 'SignIn', ...by, where: 'desk' });
  return by;
};

/** `stop` takes the folder away. */
export const openPeopleOffice = async (): Promise<PeopleOffice> => {
  const data = mkdtempSync(join(tmpdir(), 'people-'));
  const config = readConfig(join(projectFolder, 'scripts', 'sites', 'lobby.json'));
  const clock = { at: { wallMs: 1_800_000_000_000, clock: 'synced', boot: uuidv7(), monoMs: 1 } as Instant };
  const core = await openCore({ config, data, now: () => clock.at });
  const { dispatch, ledger, keys, now } = core;
  await dispatch.execute({ commandId: uuidv7(), kind: 'StartNode', boot: clock.at.boot, version: '0' });
  const search = openSearch({ dispatch });
  const retention = openRetention({ dispatch, ledger, now, newId: uuidv7, log: { warn: () => undefined } });
  const options = { dispatch, keys, search, now, newId: uuidv7, time: openSiteTime('Asia/Shanghai') };
  return {
    ...core,
    handlers: {
      ...openPeople(options),
      ...openPeopleFiles(options),
      ...openPrivacy({ dispatch, ledger, retention, newId: uuidv7 }),
    },
    retention,
    file: join(data, 'ledger.db'),
    clock,
    desk: await signUp(core, ['desk']),
    manager: await signUp(core, ['manager']),
    stop: async () => {
      search.stop();
      await retention.stop();
      await core.stop();
      rmSync(data, { recursive: true });
    },
  };
};

type Said<N extends ConsoleRoute> = Omit<ConsoleRequest<N> & object, 'commandId'> & { commandId?: string };

/** What a handler is given when somebody sends this body. */
export const sends = <N extends ConsoleRoute>(by: By, body: Said<N>): Asked<N> => ({
  by,
  roles: [],
  body: { commandId: uuidv7(), ...body } as unknown as ConsoleRequest<N>,
  query: undefined as ConsoleQuery<N>,
  params: { id: '' },
});
export const reads = <N extends ConsoleRoute>(by: By, query: ConsoleQuery<N>, id = ''): Asked<N> => ({
  by,
  roles: [],
  body: undefined as ConsoleRequest<N>,
  query,
  params: { id },
});
