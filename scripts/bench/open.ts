// Code accepted → unlock frame on the line through the real edge and the real bridge, against the floor of the same run: one bare durable commit and one bare
// QoS 1 delivery through the same broker with mutual TLS; and beside it the same delivery from a client to a client through Mosquitto.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { openOffice, perform } from '../../edge/api/office.ts';
import { projectFolder, readConfig } from '../../edge/config.ts';
import { writeTopic } from '../../edge/contract/topics.ts';
import { activeOpening } from '../../edge/domain/state.ts';
import { Broker } from '../../edge/links/broker.ts';
import { startEdge } from '../../edge/main.ts';
import { lookup, pickupCode } from '../../edge/secrets/codes.ts';
import { phoneTailKey, roomKey } from '../../edge/secrets/recipient-keys.ts';
import { demoPeople, writeDemoSite } from '../demo.ts';
import type { Measured } from './bench.ts';
import { startMosquitto } from './open/mosquitto.ts';

const samples = 40;
const order = { kind: 'cabinet', id: 'bench', word: 'order' } as const;
const monoMs = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;
const quantile = (figures: number[], q: number): number =>
  [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(q * figures.length))] ?? Number.NaN;
const rounded = (ms: number): number => Math.round(ms * 100) / 100;

type Line = Record<string, unknown>;

/** A TypeScript program beside this one, and its JSON lines as they come. */
const beside = (file: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(projectFolder, file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const waiting: { has: (line: Line) => boolean; resolve: (line: Line) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    const at = waiting.findIndex(({ has }) => has(line));
    if (at >= 0) waiting.splice(at, 1)[0]?.resolve(line);
  });
  const next = (key: string): Promise<number> =>
    new Promise((resolve) =>
      waiting.push({ has: (line) => key in line, resolve: (line) => resolve(Number(line[key])) }),
    );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  };
  return { next, stop };
};

/** `{name, ratio, p50Ms, p99Ms, floorMs}`: `ratio` is p50 ÷ floor, both of this run. */
export const run = async (): Promise<Measured> => {
  const data = mkdtempSync(join(tmpdir(), 'menfang-open-'));
  const siteFile = writeDemoSite(data);
  const config = readConfig(siteFile);
  config.site.broker.port = 0;
  for (const terminal of config.terminals) terminal.port = 0;
  const log = pino({ level: 'warn' }, pino.destination(2));
  const simulated = beside('scripts/simulate.ts', ['--site', siteFile, '--dir', data, '--auto-close', '1200']);
  await simulated.next('ready');
  const edge = await startEdge({ config, data, log });
  const { authority, dispatch, keys, ledger, now } = edge;
  await authority.enroll('bench-1');
  const bare = new Broker({
    host: '127.0.0.1',
    port: 0,
    authority,
    clients: [{ name: 'bench-1', cabinets: ['bench'] }],
    log,
    onMessage: () => undefined,
    onPresence: () => undefined,
  });
  const { port: barePort } = await bare.start();
  const mosquitto = await startMosquitto(authority, data);
  const keyFolder = join(data, 'keys');
  const options = ['--site', siteFile, '--name', 'bridge-1', '--keys', keyFolder, '--data', join(data, 'bridge-1')];
  const line = beside(
    'scripts/bench/open/line.ts',
    [String(barePort), String(mosquitto.port), ...options, '--broker', `127.0.0.1:${edge.brokerPort}`],
    { BENCH_KEYS: keyFolder },
  );
  await line.next('ready');

  const office = openOffice({
    dispatch,
    ledger,
    keys,
    authority,
    newId: uuidv7,
    timeZone: config.site.timeZone,
    links: () => ({}),
  });
  await perform(office, 'importPeople', { csv: demoPeople, partial: false });
  const courier = [...dispatch.state.all('credentials')].find(({ use }) => use === 'personal');
  const room = roomKey(keys, '3-1201');
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await wait(20);
  };
  await until(() => [...dispatch.state.all('compartments')].filter(({ door }) => door === 'closed').length === 36);
  await until(() => [...dispatch.state.all('cabinets')].every(({ presence }) => presence === 'online'));

  const deposit = async (): Promise<string> => {
    const [visitId, holdId] = [uuidv7(), uuidv7()];
    const ask = dispatch.execute.bind(dispatch);
    const at = { commandId: uuidv7(), visitId };
    await ask({ ...at, kind: 'Identify', terminal: 'lobby', way: 'code', lookup: courier?.lookups[0] ?? '' });
    const tail = phoneTailKey(keys, room, '5678') ?? '';
    await ask({
      ...at,
      commandId: uuidv7(),
      kind: 'MatchRecipient',
      recipientId: uuidv7(),
      roomKey: room,
      phoneTailKey: tail,
    });
    const parcel = { holdId, waybill: `SF${holdId}`, condition: 'intact', size: 'S', agreedByPhone: false } as const;
    await ask({ ...at, commandId: uuidv7(), kind: 'DepositParcel', ...parcel });
    await until(() => dispatch.state.get('holds', holdId)?.credentialId != null);
    await ask({ ...at, commandId: uuidv7(), kind: 'EndVisit', reason: 'by-person' });
    const credential = dispatch.state.get('credentials', dispatch.state.get('holds', holdId)?.credentialId ?? '');
    return credential ? pickupCode(keys, credential.id, credential.issue) : '';
  };

  const isBusy = (visitId: string): boolean => {
    const visit = dispatch.state.get('visits', visitId);
    return visit !== undefined && activeOpening(dispatch.state, visit) !== undefined;
  };

  const commits: number[] = [];
  const deliveries: number[] = [];
  const mosquittoDeliveries: number[] = [];
  const opens: number[] = [];
  for (let i = 0; i < samples; i += 1) {
    const code = await deposit();
    await wait(100);
    let began = monoMs();
    const event = {
      id: uuidv7(),
      type: 'NodeStarted',
      at: now(),
      actor: { kind: 'node' },
      data: { boot: uuidv7(), version: 'bench' },
    };
    await ledger.append([{ commandId: uuidv7(), answer: {}, events: [event], changes: [] }]);
    commits.push(monoMs() - began);

    const delivered = line.next('delivered');
    began = monoMs();
    await bare.publish({ ...order, payload: '{}' });
    deliveries.push((await delivered) - began);

    const deliveredByMosquitto = line.next('deliveredByMosquitto');
    began = monoMs();
    await mosquitto.publish(writeTopic(order), '{}');
    mosquittoDeliveries.push((await deliveredByMosquitto) - began);

    const unlock = line.next('unlock');
    const visitId = uuidv7();
    began = monoMs();
    const found = lookup(keys, 'code', code);
    await dispatch.execute({
      commandId: uuidv7(),
      kind: 'Identify',
      visitId,
      terminal: 'lobby',
      way: 'code',
      lookup: found,
    });
    opens.push((await unlock) - began);
    await until(() => !isBusy(visitId));
    await dispatch.execute({ commandId: uuidv7(), kind: 'EndVisit', visitId, reason: 'by-person' });
  }
  await line.stop();
  await mosquitto.stop();
  await bare.stop();
  await edge.stop();
  await simulated.stop();
  rmSync(data, { recursive: true, force: true });
  const floorMs = quantile(commits, 0.5) + quantile(deliveries, 0.5);
  const p50Ms = quantile(opens, 0.5);
  return {
    name: 'open',
    ratio: rounded(p50Ms / floorMs),
    p50Ms: rounded(p50Ms),
    p99Ms: rounded(quantile(opens, 0.99)),
    floorMs: rounded(floorMs),
    commitMs: rounded(quantile(commits, 0.5)),
    deliveryMs: rounded(quantile(deliveries, 0.5)),
    deliveryP99Ms: rounded(quantile(deliveries, 0.99)),
    mosquittoDeliveryMs: rounded(quantile(mosquittoDeliveries, 0.5)),
    mosquittoP99Ms: rounded(quantile(mosquittoDeliveries, 0.99)),
    samples,
  };
};
