// What each verb of the menfang command does.

import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { askRunning } from '../api/control.ts';
import { type ActionName, type Asked, openOffice, perform, type Said } from '../api/office.ts';
import { projectFolder, readConfig } from '../config.ts';
import { enrollMissing, openCore } from '../core.ts';
import { Ledger } from '../ledger/ledger.ts';
import { replay } from '../ledger/replay.ts';

import { rebuild } from './rebuild.ts';

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
  /** Names of the words that follow. */
  args: string[];
  run: (given: Given) => Promise<Outcome>;
}

/** By a running edge if there is one, else on the node opened for this one action. */
const act = async <A extends ActionName>(given: Given, action: A, asked: Asked<A>): Promise<Said> => {
  const answered = await askRunning(given.data, action, asked);
  if (answered) return answered;
  const core = await openCore({ config: readConfig(given.site), data: given.data });
  try {
    const office = openOffice({ ...core, newId: uuidv7, links: () => ({ running: false }) });
    return await perform(office, action, asked);
  } finally {
    await core.stop();
  }
};

/** Office programs in China save CSV as GBK unless told otherwise; read as UTF-8 it would be rubbish without a word. */
const readText = (file: string): string => {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw new Error(`${file} is not UTF-8: save it as "CSV UTF-8" and try again`);
  return bytes.toString('utf8');
};

const ledgerOf = (given: Given): Ledger =>
  new Ledger({ file: join(given.data, 'ledger.db'), site: readConfig(given.site).site.site, now: Date.now });

const init = async ({ data, site }: Given): Promise<Outcome> => {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const kept = join(data, 'site.json');
  // Without a site file the node gets one to begin with: one locker on /dev/ttyUSB0.
  const source = site === kept ? join(projectFolder, 'scripts', 'sites', 'lobby.json') : site;
  if (!existsSync(kept)) writeFileSync(kept, readFileSync(source), { mode: 0o644 });
  const config = readConfig(kept);
  const core = await openCore({ config, data });
  try {
    await enrollMissing(config, core.authority);
    const bridges = config.clients.map(({ name }) => ({
      name,
      certificate: join(data, 'keys', `${name}.pem`),
      key: join(data, 'keys', `${name}.key`),
    }));
    return { ok: true, data: { site: config.site.site, siteFile: kept, head: core.ledger.head, bridges } };
  } finally {
    await core.stop();
  }
};

const serve = async ({ data, site }: Given): Promise<Outcome> => {
  // The broker, HTTP and the links are read by the one verb that runs them.
  const { startEdge } = await import('../main.ts');
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2));
  const edge = await startEdge({ config: readConfig(site), data, log });
  const end = (): void => {
    void edge.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  console.log(JSON.stringify({ ready: true, broker: edge.brokerPort, kiosks: edge.kiosks, data }));
  return { ok: 'stays' };
};

/** `EPOCH:SEQ:HASH`, a head that headquarters holds. */
const readHead = (text: string | undefined): { epoch: number; seq: number; hash: string } | undefined => {
  if (text === undefined) return undefined;
  const [epoch, seq, hash = ''] = text.split(':');
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('--head takes EPOCH:SEQ:HASH as headquarters prints it');
  return { epoch: Number(epoch), seq: Number(seq), hash };
};

const verify = async (given: Given): Promise<Outcome> => {
  const knownHead = readHead(given.head);
  const verdict = await ledgerOf(given).verify(knownHead ? { knownHead } : {});
  return verdict.ok
    ? { ok: true, data: verdict }
    : {
        ok: false,
        problem: `${verdict.problem} at epoch ${verdict.at.epoch} seq ${verdict.at.seq}: ${verdict.detail}`,
      };
};

/** Every event from the first, one JSON body a line: exactly the bytes that were hashed. */
const printLedger = async (given: Given): Promise<Outcome> => {
  const after = Number(given.after ?? 0);
  for await (const { seq, body } of replay(join(given.data, 'ledger.db'), { epoch: 0, seq: 0 }))
    if (seq > after) process.stdout.write(`${body}\n`);
  return { ok: 'stays' };
};

const restore = async ({ data, site, args: [backup = ''] }: Given): Promise<Outcome> => {
  const config = readConfig(site);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const from = await Ledger.restore({ backup, file: join(data, 'ledger.db'), now: Date.now() });
  const core = await openCore({ config, data });
  try {
    await core.dispatch.execute({ commandId: uuidv7(), kind: 'BlockForCheck' });
    const next =
      'every compartment waits for a check (release compartment); revoke again what was revoked after the backup';
    return { ok: true, data: { site: config.site.site, from, head: core.ledger.head, next } };
  } finally {
    await core.stop();
  }
};

export const verbs: Record<string, Verb> = {
  init: { args: [], run: init },
  run: { args: [], run: serve },
  'people import': {
    args: ['FILE.csv'],
    run: (given) => act(given, 'importPeople', { csv: readText(given.args[0] ?? ''), partial: given.partial }),
  },
  'people list': { args: [], run: (given) => act(given, 'listPeople', {}) },
  'people code': {
    args: ['PERSON'],
    run: (given) => act(given, given.new ? 'reissueCode' : 'showCode', { personId: given.args[0] ?? '' }),
  },
  'card bind': {
    args: ['PERSON', 'CARD'],
    run: (given) => act(given, 'bindCard', { personId: given.args[0] ?? '', card: given.args[1] ?? '' }),
  },
  'card revoke': { args: ['CARD'], run: (given) => act(given, 'revokeCard', { card: given.args[0] ?? '' }) },
  'parcel code': { args: ['PARCEL'], run: (given) => act(given, 'reissueParcelCode', { holdId: given.args[0] ?? '' }) },
  enroll: {
    args: ['DEVICE'],
    run: (given) => act(given, 'enroll', { device: given.args[0] ?? '', replace: given.replace }),
  },
  'release terminal': {
    args: ['TERMINAL'],
    run: (given) => act(given, 'releaseTerminal', { terminal: given.args[0] ?? '' }),
  },
  'release compartment': {
    args: ['CABINET', 'NUMBER'],
    run: (given) =>
      act(given, 'releaseCompartment', { cabinet: given.args[0] ?? '', compartment: Number(given.args[1]) }),
  },
  'call answered': { args: ['TERMINAL'], run: (given) => act(given, 'answerCall', { terminal: given.args[0] ?? '' }) },
  verify: { args: [], run: verify },
  ledger: { args: [], run: printLedger },
  backup: { args: ['FILE'], run: (given) => act(given, 'backup', { file: resolve(given.args[0] ?? '') }) },
  restore: { args: ['FILE'], run: restore },
  rebuild: { args: [], run: (given) => rebuild(given) },
  status: { args: [], run: (given) => act(given, 'status', {}) },
};
