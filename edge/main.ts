// Where a whole edge is built and joined: its core, its links and its listeners.
import { join } from 'node:path';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { asyncApi } from './api/asyncapi.ts';
import type { Console, ConsoleOptions } from './api/console/console.ts';
import { Control } from './api/control.ts';
import { FrameWatch } from './api/frame-watch.ts';
import { openOffice, perform } from './api/office.ts';
import { consoleApi, terminalApi } from './api/openapi.ts';
import { openOperations } from './api/operations.ts';
import { openRetention } from './api/retention.ts';
import { KioskServer } from './api/server.ts';
import { VisitCookies } from './api/visit-cookie.ts';
import { projectFolder } from './config.ts';
import type { Command } from './contract/commands.ts';
import { type Core, type CoreOptions, enrollMissing, openCore } from './core.ts';
import { due } from './domain/alerts/deadlines.ts';
import { offerEnrolment } from './enrolment.ts';
import { StatementFault } from './ledger/ledger.ts';
import { Broker } from './links/broker.ts';
import { Devices } from './links/devices.ts';
import type { HqLink } from './links/hq.ts';
import { carriersOf } from './links/notices/carriers.ts';
import { Notices, type NoticesOptions } from './links/notices/notices.ts';
import { readNoticesSettings } from './links/notices/settings.ts';
import { contactOf, pickupOf, waitingParcels } from './links/notices/waiting.ts';
import { version } from './version.ts';

export interface EdgeOptions extends CoreOptions {
  log: Logger;
}

const deadlineEveryMs = 250;

/** Nobody waits for these: what cannot be recorded now, on a full disk, is logged; what is due is due again at the next look. */
const tell = ({ dispatch }: Core, log: Logger, command: Command): void => {
  dispatch.execute(command).catch((error: unknown) => {
    if (!(error instanceof StatementFault)) throw error;
    log.error({ kind: command.kind, err: error }, 'not recorded');
  });
};

/** Loaded by a site that has a headquarters only: its MQTT client is a third of what the edge would have to read at each start. */
const openHq = async (url: string, { core, site, log }: { core: Core; site: string; log: Logger }): Promise<HqLink> => {
  const { HqLink } = await import('./links/hq.ts');
  const { ledger } = core;
  return new HqLink({
    url,
    site,
    ledger,
    log,
    onQuarantine: (seq, reason) =>
      tell(core, log, { commandId: uuidv7(), kind: 'RecordHqQuarantine', epoch: ledger.head.epoch, seq, reason }),
    onDiverged: () => {
      const { epoch, seq } = ledger.head;
      tell(core, log, { commandId: uuidv7(), kind: 'RecordHqDivergence', epoch, seq });
    },
  });
};

/** Loaded by a site that has a console only. */
const openSiteConsole = async (
  core: Core,
  { config, log, links, retention }: EdgeOptions & Pick<ConsoleOptions, 'links' | 'retention'>,
): Promise<Console | undefined> => {
  const { title, timeZone, registers, console: reach } = config.site;
  if (!reach) return undefined;
  const { openConsole } = await import('./api/console/console.ts');
  return openConsole({
    ...core,
    layout: config.layout,
    pictures: config.pictures,
    registers,
    links,
    retention,
    site: { title, timeZone, terminals: config.terminals.map(({ id }) => id) },
    reach,
    page: join(projectFolder, 'dist', 'page', 'console'),
    contract: () => consoleApi(version),
    newId: uuidv7,
    tell: (command) => tell(core, log, command),
    log,
  });
};

export interface Edge extends Core {
  brokerPort: number;
  /** The address of the console's page; null when the site has none. */
  consoleUrl: string | null;
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
    tell(core, log, { commandId: uuidv7(), kind: 'RecordTerminalFrozen', terminal, frozen });
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
          '/api/openapi.json': json(() => terminalApi(version)),
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

  const retention = openRetention({ dispatch, ledger, now, newId: uuidv7, log });
  retention.start();
  const links = (): ReturnType<ConsoleOptions['links']> => {
    const { waiting, givenUp } = notices.status();
    return { notices: { waiting, failed: givenUp }, hqBehind: hq?.status().behind ?? null };
  };
  const console = await openSiteConsole(core, { ...options, links, retention });
  const consoleUrl = (await console?.start()) ?? null;
  const endEnrolment = console && (await offerEnrolment(data, { console, dispatch }));

  const office = openOffice({
    dispatch,
    ledger,
    keys,
    authority,
    newId: uuidv7,
    timeZone: config.site.timeZone,
    links: operations.links,
    ...(console && { invite: console.invite }),
  });
  const control = new Control(data, (action, asked) => perform(office, action, asked));
  await control.start();

  const cabinets = config.layout.cabinets.map(({ id }) => id);
  const timer = setInterval(() => {
    const at = now();
    frames.look(at);
    for (const command of due(dispatch.state, at, cabinets)) tell(core, log, { ...command, commandId: uuidv7() });
  }, deadlineEveryMs);

  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await control.stop();
    await Promise.all(servers.map((server) => server.stop()));
    endEnrolment?.();
    await console?.stop();
    await retention.stop();
    await notices.stop();
    await hq?.stop();
    devices.stop();
    await broker.stop();
    await core.stop();
  };
  return { ...core, brokerPort, consoleUrl, kiosks, stop };
};
