// What each verb of the menfang command does.

import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { askRunning } from '../api/control.ts';
import { type ActionName, type Asked, openOffice, perform } from '../api/office.ts';
import { deny, type Said, ShellFault } from '../api/said.ts';
import { projectFolder } from '../config.ts';
import { enrollMissing, openCore } from '../core.ts';
import { enrolmentFile } from '../enrolment.ts';
import { Ledger } from '../ledger/ledger.ts';
import { replay } from '../ledger/replay.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import type { ArgName } from '../words/shell/problem.ts';
import type { VerbName } from '../words/shell/words.ts';
import { rebuild } from './rebuild.ts';
import { siteConfig } from './site-config.ts';

export interface Given {
  data: string;
  site: string;
  args: string[];
  json: boolean;
  partial: boolean;
  replace: boolean;
  new: boolean;
  after?: string | undefined;
  head?: string | undefined;
}
/** `stays`: the verb goes on running and speaks for itself. */
export type Outcome = Said | { ok: 'stays' };

export interface Verb {
  /** The words that follow. */
  args: ArgName[];
  run: (given: Given) => Promise<Outcome>;
}

/** By a running edge if there is one, else on the node opened for this one action. */
const act = async <A extends ActionName>(given: Given, action: A, asked: Asked<A>): Promise<Said> => {
  const answered = await askRunning(given.data, action, asked);
  if (answered) return answered;
  const config = siteConfig(given.site);
  const core = await openCore({ config, data: given.data });
  try {
    const { timeZone } = config.site;
    const office = openOffice({ ...core, newId: uuidv7, timeZone, links: () => ({ running: false }) });
    return await perform(office, action, asked);
  } finally {
    await core.stop();
  }
};

/** Only a running edge: a link works in the run that made it. Unknown roles are refused where it is carried out. */
const inviteStaff = async ({ data, args: [roles = ''] }: Given): Promise<Said> => {
  const asked = { roles: roles.split(',').map((role) => role.trim()) };
  return (await askRunning(data, 'inviteStaff', asked)) ?? deny({ code: 'not-running', facts: {} });
};

/** Office programs in China save CSV as GBK unless told otherwise; read as UTF-8 it would be rubbish without a word. */
const readText = (file: string): string => {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw new ShellFault({ code: 'not-utf8', facts: { file } });
  return bytes.toString('utf8');
};

const ledgerOf = (given: Given): Ledger =>
  new Ledger({ file: join(given.data, 'ledger.db'), site: siteConfig(given.site).site.site, now: Date.now });

const init = async ({ data, site }: Given): Promise<Outcome> => {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const kept = join(data, 'site.json');
  // Without a site file the node gets one to begin with: one locker on /dev/ttyUSB0.
  const source = site === kept ? join(projectFolder, 'scripts', 'sites', 'lobby.json') : site;
  if (!existsSync(kept)) writeFileSync(kept, readFileSync(source), { mode: 0o644 });
  else if (site !== kept && !isDeepStrictEqual(siteConfig(site).site, siteConfig(kept).site))
    return deny({ code: 'other-site-file', facts: { kept, given: site } });
  const config = siteConfig(kept);
  const core = await openCore({ config, data });
  try {
    await enrollMissing(config, core.authority);
    const bridges = config.clients.map(({ name }) => ({
      name,
      certificate: join(data, 'keys', `${name}.pem`),
      key: join(data, 'keys', `${name}.key`),
    }));
    const isNew = config.site.console && [...core.dispatch.state.all('staff')].length === 0;
    const enrolment = isNew ? { enrolmentLink: enrolmentFile(data) } : {};
    const { head } = core.ledger;
    return { ok: true, data: { site: config.site.site, siteFile: kept, head, bridges, ...enrolment } };
  } finally {
    await core.stop();
  }
};

const serve = async ({ data, site }: Given): Promise<Outcome> => {
  // The broker, HTTP and the links are read by the one verb that runs them.
  const { startEdge } = await import('../main.ts');
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2));
  const edge = await startEdge({ config: siteConfig(site), data, log });
  const end = (): void => {
    void edge.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  console.log(
    JSON.stringify({ ready: true, broker: edge.brokerPort, kiosks: edge.kiosks, console: edge.consoleUrl, data }),
  );
  return { ok: 'stays' };
};

/** `EPOCH:SEQ:HASH`, a head that headquarters holds. */
const readHead = (text: string | undefined): { epoch: number; seq: number; hash: string } | undefined => {
  if (text === undefined) return undefined;
  const [epoch, seq, hash = ''] = text.split(':');
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new ShellFault({ code: 'bad-head', facts: {} });
  return { epoch: Number(epoch), seq: Number(seq), hash };
};

const verify = async (given: Given): Promise<Outcome> => {
  const knownHead = readHead(given.head);
  const verdict = await ledgerOf(given).verify(knownHead ? { knownHead } : {});
  if (verdict.ok) return { ok: true, data: verdict };
  const { problem: finding, at, detail } = verdict;
  return deny({ code: 'ledger-unproved', facts: { finding, ...at, detail } });
};

/** Every event from the first, one JSON body a line: exactly the bytes that were hashed. */
const printLedger = async (given: Given): Promise<Outcome> => {
  const after = Number(given.after ?? 0);
  if (!Number.isInteger(after)) throw new ShellFault({ code: 'bad-after', facts: {} });
  for await (const { seq, body } of replay(join(given.data, 'ledger.db'), { epoch: 0, seq: 0 }))
    if (seq > after) process.stdout.write(`${body}\n`);
  return { ok: 'stays' };
};

const restore = async ({ data, site, args: [backup = ''] }: Given): Promise<Outcome> => {
  const config = siteConfig(site);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const from = await Ledger.restore({ backup, file: join(data, 'ledger.db'), now: Date.now() });
  const core = await openCore({ config, data });
  try {
    await core.dispatch.execute({ commandId: uuidv7(), kind: 'BlockForCheck' });
    const next = 'check-compartments';
    return {
      ok: true,
      data: { site: config.site.site, from, head: core.ledger.head, next: dictionary.en.next[next] },
      next,
    };
  } finally {
    await core.stop();
  }
};

export const verbs: Record<VerbName, Verb> = {
  init: { args: [], run: init },
  run: { args: [], run: serve },
  'people import': {
    args: ['csv'],
    run: (given) => act(given, 'importPeople', { csv: readText(given.args[0] ?? ''), partial: given.partial }),
  },
  'people list': { args: [], run: (given) => act(given, 'listPeople', {}) },
  'people code': {
    args: ['person'],
    run: (given) => act(given, given.new ? 'reissueCode' : 'showCode', { personId: given.args[0] ?? '' }),
  },
  'card bind': {
    args: ['person', 'card'],
    run: (given) => act(given, 'bindCard', { personId: given.args[0] ?? '', card: given.args[1] ?? '' }),
  },
  'card revoke': { args: ['card'], run: (given) => act(given, 'revokeCard', { card: given.args[0] ?? '' }) },
  'parcel code': { args: ['parcel'], run: (given) => act(given, 'reissueParcelCode', { holdId: given.args[0] ?? '' }) },
  enroll: {
    args: ['device'],
    run: (given) => act(given, 'enroll', { device: given.args[0] ?? '', replace: given.replace }),
  },
  'release terminal': {
    args: ['terminal'],
    run: (given) => act(given, 'releaseTerminal', { terminal: given.args[0] ?? '' }),
  },
  'release compartment': {
    args: ['cabinet', 'number'],
    run: (given) =>
      act(given, 'releaseCompartment', { cabinet: given.args[0] ?? '', compartment: Number(given.args[1]) }),
  },
  'call answered': { args: ['terminal'], run: (given) => act(given, 'answerCall', { terminal: given.args[0] ?? '' }) },
  'staff invite': { args: ['roles'], run: inviteStaff },
  verify: { args: [], run: verify },
  ledger: { args: [], run: printLedger },
  backup: { args: ['file'], run: (given) => act(given, 'backup', { file: resolve(given.args[0] ?? '') }) },
  restore: { args: ['backup'], run: restore },
  rebuild: { args: [], run: (given) => rebuild(given) },
  status: { args: [], run: (given) => act(given, 'status', {}) },
};
