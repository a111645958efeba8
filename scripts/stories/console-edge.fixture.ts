// An edge with a console in this program, whose clock a story sets ahead, and the browsers that people open it with.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as send } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { Secret, TOTP } from 'otpauth';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { readConfig } from '../../edge/config.ts';
import {
  type ConsoleAnswer,
  type ConsoleRequest,
  type ConsoleRoute,
  consoleRoutes,
} from '../../edge/contract/console/routes.ts';
import type { Instant } from '../../edge/contract/events.ts';
import type { RefusalCode } from '../../edge/contract/refusals.ts';
import type { StaffRole } from '../../edge/contract/rights.ts';
import { type Edge, startEdge } from '../../edge/main.ts';
import { type SiteWish, writeSite } from './site-file.fixture.ts';

export interface Heard {
  status: number;
  text: string;
  headers: NodeJS.Dict<string | string[]>;
  /** The refusal's code, or undefined. */
  refused: RefusalCode | undefined;
}
interface Letter {
  method?: string;
  headers?: Record<string, string>;
  /** JSON text. */
  body?: string;
}

export class ConsoleEdge {
  readonly data = mkdtempSync(join(tmpdir(), 'menfang-console-'));
  /** What the program wrote to its log. */
  logged = '';
  clock: Instant['clock'] = 'synced';
  #aheadMs = 0;
  #edge: Edge | undefined;

  async start(): Promise<void> {
    const boot = uuidv7();
    const now = (): Instant => {
      const monoMs = Number(process.hrtime.bigint()) / 1e6 + this.#aheadMs;
      return { wallMs: this.nowMs, clock: this.clock, boot, monoMs };
    };
    const log = pino(
      { level: 'trace' },
      new Writable({
        write: (chunk, _encoding, done) => {
          this.logged += String(chunk);
          done();
        },
      }),
    );
    this.#edge = await startEdge({ config: readConfig(join(this.data, 'site.json')), data: this.data, log, now });
  }

  /** A new site in a new folder. */
  async begin(wish: SiteWish = {}): Promise<void> {
    await writeSite(this.data, wish);
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#edge?.stop();
    this.#edge = undefined;
  }

  /** Stops it and takes its folder away. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  pass(ms: number): void {
    this.#aheadMs += ms;
  }

  get nowMs(): number {
    return Date.now() + this.#aheadMs;
  }

  get running(): Edge {
    assert.ok(this.#edge, 'the edge runs');
    return this.#edge;
  }

  get url(): string {
    return this.running.consoleUrl ?? '';
  }

  /** Of a link that a person was given. */
  tokenOf(link: string): string {
    const [, token] = /#invite=([\w-]{43})$/.exec(link.trim()) ?? [];
    assert.ok(token, link);
    return token;
  }

  get enrolmentToken(): string {
    return this.tokenOf(readFileSync(join(this.data, 'enrolment-link'), 'utf8'));
  }
}

let lastAddress = 1;

/** One browser, at an address of its own on the loopback network. */
export class Browser {
  readonly edge: ConsoleEdge;
  readonly address: string;
  cookie = '';

  constructor(edge: ConsoleEdge) {
    this.edge = edge;
    lastAddress += 1;
    this.address = `127.0.${Math.floor(lastAddress / 250)}.${2 + (lastAddress % 250)}`;
  }

  /** One HTTPS request as it is; the server's certificate must be the node's own. */
  send(path: string, { method = 'GET', headers = {}, body = '' }: Letter = {}): Promise<Heard> {
    const url = new URL(path, this.edge.url);
    const ca = readFileSync(join(this.edge.data, 'keys', 'ca.pem'));
    const own = {
      ...(method === 'POST' && { origin: url.origin, 'content-type': 'application/json' }),
      ...(this.cookie !== '' && { cookie: this.cookie }),
    };
    return new Promise((resolve, reject) => {
      // Whatever name a forged Host header says.
      const isServer = {
        checkServerIdentity: (_: string, peer: PeerCertificate) => checkServerIdentity(url.hostname, peer),
      };
      const options = {
        method,
        ca,
        ...isServer,
        localAddress: this.address,
        agent: false,
        headers: { ...own, ...headers },
      };
      const sending = send(url, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject).on('end', () => {
          const isJson = response.headers['content-type']?.startsWith('application/json') === true;
          const said = isJson ? (JSON.parse(text) as { refused?: RefusalCode }) : {};
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers, refused: said.refused });
        });
      });
      sending.on('error', reject);
      sending.end(body);
    });
  }

  /** A route of the table, as the page calls it; keeps the cookie it is given. */
  async try<N extends ConsoleRoute>(name: N, asked: Sent<N>, headers: Record<string, string> = {}): Promise<Heard> {
    const route = consoleRoutes[name];
    const path = route.path.replace(':id', uuidv7());
    const body =
      'request' in route
        ? JSON.stringify({ ...('commandId' in route.request.shape && { commandId: uuidv7() }), ...asked })
        : '';
    const heard = await this.send(path, { method: route.method.toUpperCase(), headers, body });
    const [cookie] = heard.headers['set-cookie'] ?? [];
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return heard;
  }

  /** As `try`, and it must be granted. */
  async ask<N extends ConsoleRoute>(name: N, asked: Sent<N>): Promise<ConsoleAnswer<N>> {
    const heard = await this.try(name, asked);
    assert.ok(heard.status < 300, `${name}: ${heard.status} ${heard.text}`);
    return consoleRoutes[name].answer.parse(JSON.parse(heard.text)) as ConsoleAnswer<N>;
  }
}
export type Sent<N extends ConsoleRoute> =
  ConsoleRequest<N> extends undefined ? object : Omit<ConsoleRequest<N>, 'commandId'> & { commandId?: string };

export interface Account {
  userName: string;
  password: string;
  /** Of the authenticator app; null without a second factor. */
  secret: string | null;
  staffId: string;
}

let accounts = 0;

/** What the authenticator app shows; `stepsAhead` half-minutes from now. */
export const digitsOf = ({ secret }: Pick<Account, 'secret'>, wallMs: number, stepsAhead = 0): string | null =>
  secret === null
    ? null
    : new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: wallMs + stepsAhead * 30_000 });

/** Uses a one-time link: makes an account and is signed in by it. */
export const enrol = async (browser: Browser, token: string): Promise<Account> => {
  const { secondFactor } = await browser.ask('openInvitation', { token });
  accounts += 1;
  const userName = `staff-${accounts}`;
  const password = `correct horse ${accounts}`;
  const secret = secondFactor?.secret ?? null;
  const totp = digitsOf({ secret }, browser.edge.nowMs);
  const { staffId } = await browser.ask('makeAccount', { token, name: `员工 ${accounts}`, userName, password, totp });
  return { userName, password, secret, staffId };
};

/** Signs in as the page does: with the digits of the half-minute after the last ones. */
export const signIn = (browser: Browser, account: Account): Promise<Heard> => {
  if (account.secret !== null) browser.edge.pass(30_000);
  const { userName, password } = account;
  return browser.try('signIn', { userName, password, totp: digitsOf(account, browser.edge.nowMs) });
};

export interface Member {
  account: Account;
  browser: Browser;
}

/** A member of staff with these roles, invited by `inviter` and signed in at a browser of their own. */
export const invite = async (inviter: Browser, roles: StaffRole[]): Promise<Member> => {
  const { link } = await inviter.ask('inviteStaff', { roles });
  const browser = new Browser(inviter.edge);
  return { browser, account: await enrol(browser, inviter.edge.tokenOf(link)) };
};

/** The first technician, by the link of the first start, and the first manager, whom the technician invites. */
export const founders = async (edge: ConsoleEdge): Promise<{ technician: Member; manager: Member }> => {
  const browser = new Browser(edge);
  const technician = { browser, account: await enrol(browser, edge.enrolmentToken) };
  return { technician, manager: await invite(browser, ['manager']) };
};
