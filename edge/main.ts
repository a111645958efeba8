// The only place where the edge's parts are built and joined.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { asyncApi } from './api/asyncapi.ts';
import { Control } from './api/control.ts';
import { FrameWatch } from './api/frame-watch.ts';
import { openOffice, perform } from './api/office.ts';
import { openApi } from './api/openapi.ts';
import { openOperations } from './api/operations.ts';
import { KioskServer } from './api/server.ts';
import { VisitCookies } from './api/visit-cookie.ts';
import { openClock } from './clock.ts';
import { type Config, projectFolder } from './config.ts';
import type { Personal } from './contract/commands.ts';
import type { Instant } from './contract/events.ts';
import { Dispatch } from './dispatch.ts';
import { due } from './domain/alerts/deadlines.ts';
import type { Supply } from './domain/decision.ts';
import { Ledger } from './ledger/ledger.ts';
import { Broker } from './links/broker.ts';
import { Devices } from './links/devices.ts';
import type { HqLink } from './links/hq.ts';
import { carriersOf } from './links/notices/carriers.ts';
import { Notices, type NoticesOptions } from './links/notices/notices.ts';
import { readNoticesSettings } from './links/notices/settings.ts';
import { contactOf, pickupOf, waitingParcels } from './links/notices/waiting.ts';
import { type Authority, openAuthority } from './secrets/authority.ts';
import { digestOf, lookup, pickupCode, qrToken } from './secrets/codes.ts';
import { type Keys, openKeys } from './secrets/keys.ts';
import { seal, unseal } from './secrets/sealed.ts';
import { version } from './version.ts';

export interface EdgeOptions {
  config: Config;
  /** Holds the ledger, the keys and the settings of this node; made when it is not there. */
  data: string;
  log: Logger;
  /** Another clock, for a simulated run. */
  now?: () => Instant;
}

/** The part of a node that needs no network: its keys, its ledger and the one dispatch. */
export interface Core {
  keys: Keys;
  authority: Authority;
  ledger: Ledger;
  dispatch: Dispatch;
  now: () => Instant;
  stop(): Promise<void>;
}

const deadlineEveryMs = 250;

const supplyOf = (keys: Keys): Supply => ({
  id: uuidv7,
  lookups: (credentialId, issue) => ({
    code: lookup(keys, 'code', pickupCode(keys, credentialId, issue)),
    qr: lookup(keys, 'qr', qrToken(keys, credentialId, issue)),
  }),
  digest: (data) => digestOf(data, data.salt),
});

const openPersonal = (keys: Keys, id: string, sealed: Uint8Array): Personal => {
  const opened = unseal(keys, id, sealed);
  if ('fault' in opened)
    throw new Error(`personal data of ${id} does not fit this node’s key: restore keys and ledger together`);
  return JSON.parse(opened.json) as Personal;
};

/** Opens keys and ledger in `data`; rejects when another program writes there or something is damaged. */
export const openCore = async ({ config, data, ...options }: Omit<EdgeOptions, 'log'>): Promise<Core> => {
  mkdirSync(join(data, 'keys'), { recursive: true, mode: 0o700 });
  const keys = openKeys(join(data, 'keys'));
  const authority = await openAuthority(join(data, 'keys'));
  const now = options.now ?? openClock(uuidv7(), config.site.clock);
  const ledger = new Ledger({ file: join(data, 'ledger.db'), site: config.site.site, now: () => now().wallMs });
  await ledger.start();
  const dispatch = new Dispatch({
    ledger,
    site: config.layout,
    supply: supplyOf(keys),
    now,
    seal: (id, personal) => seal(keys, id, JSON.stringify(personal)),
    unseal: (id, sealed) => openPersonal(keys, id, sealed),
  });
  await dispatch.start();
  const stop = async (): Promise<void> => {
    await dispatch.stop();
    await ledger.stop();
  };
  return { keys, authority, ledger, dispatch, now, stop };
};

/**
 * Clients of the site file that have no certificate yet get one: a demo or a first start needs no further step. Rejects when a name can have none, which is
 * a bug: the site file's schema lets no such name through.
 */
export const enrollMissing = async (config: Config, authority: Authority): Promise<void> => {
  for (const { name } of config.clients) {
    const enrolled = await authority.enroll(name);
    if ('refused' in enrolled && enrolled.refused !== 'name-exists')
      throw new Error(`no certificate can be made for the bridge "${name}": ${enrolled.refused}`);
  }
};

/** Loaded by a site that has a headquarters only: its MQTT client is a third of what the edge would have to read at each start. */
const openHq = async (url: string, { core, site, log }: { core: Core; site: string; log: Logger }): Promise<HqLink> => {
  const { HqLink } = await import('./links/hq.ts');
  const { ledger, dispatch } = core;
  return new HqLink({
    url,
    site,
    ledger,
    log,
    onQuarantine: (seq, reason) =>
      void dispatch.execute({ commandId: uuidv7(), kind: 'RecordHqQuarantine', epoch: ledger.head.epoch, seq, reason }),
    onDiverged: () => {
      const { epoch, seq } = ledger.head;
      void dispatch.execute({ commandId: uuidv7(), kind: 'RecordHqDivergence', epoch, seq });
    },
  });
};

export interface Edge extends Core {
  brokerPort: number;
  /** The address of each terminal's page. */
  kiosks: { terminal: string; url: string }[];
}

/** A whole running edge. Resolves when devices and pages can connect; `stop` ends it in the reverse order. */
export const startEdge = async (options: EdgeOptions): Promise<Edge> => {
  const { config, data, log } = options;
  const settings = readNoticesSettings(data);
  const core = await openCore(options);
  const { keys, authority, ledger, dispatch, now } = core;
  const execute = dispatch.execute.bind(dispatch);
  await execute({ commandId: uuidv7(), kind: 'StartNode', boot: now().boot, version });
  await enrollMissing(config, authority);

  const broker = new Broker({
    ...config.site.broker,
    authority,
    clients: config.clients,
    log,
    onMessage: (topic, payload) => devices.onMessage(topic, payload),
    onPresence: (client, connected) => devices.onPresence(client, connected),
  });
  const devices = new Devices({ line: broker, dispatch, ledger, now, newId: uuidv7, clients: config.clients, log });
  devices.start();
  const { port: brokerPort } = await broker.start();

  const hq = config.site.hq && (await openHq(config.site.hq.url, { core, site: config.site.site, log }));
  await hq?.start();

  const notices = new Notices({
    waiting: () => waitingParcels(dispatch.state, config.layout),
    contact: (personId) => contactOf(dispatch, personId),
    pickup: (holdId) => pickupOf(dispatch.state, keys, holdId),
    dispatch: execute as NoticesOptions['dispatch'],
    site: { title: config.site.title, timeZone: config.site.timeZone },
    quiet: settings.quiet,
    carriers: carriersOf(settings, { timeZone: config.site.timeZone, now: () => now().wallMs }),
    now,
    log,
  });
  notices.start();
  dispatch.onChange(() => notices.wake());

  const frames = new FrameWatch((terminal, frozen) => {
    void execute({ commandId: uuidv7(), kind: 'RecordTerminalFrozen', terminal, frozen });
  });
  const operations = openOperations({ dispatch, ledger, broker, devices, hq, notices, config });
  const cookies = new VisitCookies();
  const json = (document: () => object) => async () => ({ type: 'json', body: JSON.stringify(document()) });
  const servers = config.terminals.map(
    (terminal) =>
      new KioskServer({
        dispatch,
        site: config.layout,
        picture: terminal,
        keys,
        cookies,
        frames,
        now,
        log,
        host: terminal.host,
        port: terminal.port,
        page: join(projectFolder, 'dist', 'page'),
        position: () => `${ledger.head.epoch}-${ledger.head.seq}`,
        documents: {
          '/api/openapi.json': json(() => openApi(version)),
          '/api/asyncapi.json': json(() => asyncApi(version)),
          '/metrics': operations.metrics,
          '/healthz': operations.health,
        },
      }),
  );
  const kiosks = await Promise.all(
    servers.map(async (server, i) => {
      const { address, port } = await server.start();
      return { terminal: config.terminals[i]?.id ?? '', url: `http://${address}:${port}/` };
    }),
  );

  const office = openOffice({ dispatch, ledger, keys, authority, newId: uuidv7, links: operations.links });
  const control = new Control(data, (action, asked) => perform(office, action, asked));
  await control.start();

  const cabinets = config.layout.cabinets.map(({ id }) => id);
  const timer = setInterval(() => {
    const at = now();
    frames.look(at);
    for (const command of due(dispatch.state, at, cabinets)) void execute({ ...command, commandId: uuidv7() });
  }, deadlineEveryMs);

  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await control.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await notices.stop();
    await hq?.stop();
    devices.stop();
    await broker.stop();
    await core.stop();
  };
  return { ...core, brokerPort, kiosks, stop };
};
