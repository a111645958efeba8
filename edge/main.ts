// Where a whole edge is built and joined: its core, its links and its listeners.
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
import { projectFolder } from './config.ts';
import type { Command } from './contract/commands.ts';
import { type Core, type CoreOptions, enrollMissing, openCore } from './core.ts';
import { due } from './domain/alerts/deadlines.ts';
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
    for (const command of due(dispatch.state, at, cabinets)) tell(core, log, { ...command, commandId: uuidv7() });
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
