// A whole site for a story: the product's own programs in a folder of their own, each of which can be killed, frozen and started again.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Site as SiteFile } from '../../device-profiles/site.ts';
import { askRunning } from '../../edge/api/control.ts';
import type { ActionName, Asked } from '../../edge/api/office.ts';
import { projectFolder } from '../../edge/config.ts';
import { Ledger } from '../../edge/ledger/ledger.ts';
import { pickupCode, qrToken } from '../../edge/secrets/codes.ts';
import { openKeys } from '../../edge/secrets/keys.ts';
import { type Program, startProgram } from '../program.ts';
import { eventually } from './eventually.fixture.ts';
import { leaks, type Violation, violations } from './invariants.fixture.ts';
import { peopleFile, personalMarks } from './people.fixture.ts';
import { type BoltEntry, eventsOf, type LedgerEvent, readBolts, readEvents } from './record.fixture.ts';
import { type SiteWish, writeSite } from './site-file.fixture.ts';
import { type Heard, openVisitor, type Visitor } from './visitor.fixture.ts';

export type PartName = 'simulated' | 'edge' | 'bridge';
export type TerminalName = 'lobby' | 'gate';

/** A door that has just moved is told after this time at the latest. */
const reportedWithinMs = 5_000;

interface Person {
  personId: string;
  role: string;
}

export class Site {
  readonly dir = mkdtempSync(join(tmpdir(), 'menfang-story-'));
  readonly data = join(this.dir, 'data');
  readonly heard: Heard[] = [];
  /** Personal codes of the couriers, in the order of the people file. */
  readonly courierCodes: string[] = [];
  readonly #wish: SiteWish;
  readonly #parts = new Map<PartName, Program>();
  readonly #secrets: string[] = [];
  #file = '';
  #site: SiteFile | undefined;

  constructor(wish: SiteWish = {}) {
    this.#wish = wish;
  }

  /** Resolves when people can be served: all programs up, people imported, both cabinets online. */
  async start(): Promise<void> {
    mkdirSync(this.data, { mode: 0o700 });
    const { file, site } = await writeSite(this.data, this.#wish);
    this.#file = file;
    this.#site = site;
    await Promise.all([this.run('simulated'), this.run('edge')]);
    await this.run('bridge');
    await this.office('importPeople', { csv: peopleFile, partial: false });
    const people = (await this.office('listPeople', {})) as Person[];
    for (const { personId } of people.filter(({ role }) => role === 'courier')) {
      const { code } = (await this.office('showCode', { personId })) as { code: string };
      this.courierCodes.push(code.replaceAll(' ', ''));
    }
    this.#secrets.push(...this.courierCodes);
    await this.online();
  }

  /** Ends every program by its process id, also a frozen one, and removes the folder. */
  async stop(): Promise<void> {
    for (const part of ['bridge', 'edge', 'simulated'] as const) {
      this.#parts.get(part)?.kill('SIGCONT');
      await this.#parts.get(part)?.stop();
    }
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Starts a part, for the first time or again. */
  async run(part: PartName): Promise<void> {
    const { program, ready } = startProgram({
      name: part,
      ...this.#commandOf(part),
      log: join(this.dir, `${part}.log`),
      onEnd: (code) => assert.fail(`${part} ended by itself (${code})`),
    });
    this.#parts.set(part, program);
    await ready;
  }

  part(part: PartName): Program {
    const program = this.#parts.get(part);
    assert.ok(program, `${part} was started`);
    return program;
  }

  /** As a power cut would: SIGKILL, and it is gone. */
  async kill(part: PartName): Promise<void> {
    this.part(part).kill('SIGKILL');
    await this.part(part).ended;
  }

  /** Tells the simulated line. */
  tell(line: object): void {
    this.part('simulated').tell({ port: 'line-1', ...line });
  }

  async office<A extends ActionName>(action: A, asked: Asked<A>): Promise<unknown> {
    const said = await askRunning(this.data, action, asked);
    assert.ok(said?.ok, `${action}: ${JSON.stringify(said)}`);
    return said.data;
  }

  get broker(): SiteFile['broker'] {
    return this.#siteFile().broker;
  }

  url(terminal: TerminalName = 'lobby'): string {
    const found = this.#siteFile().terminals.find(({ id }) => id === terminal);
    assert.ok(found);
    return `http://${found.host}:${found.port}/`;
  }

  visitor(terminal?: TerminalName): Visitor {
    return openVisitor(this.url(terminal), this.heard);
  }

  events(): Promise<LedgerEvent[]> {
    return readEvents(join(this.data, 'ledger.db'));
  }

  bolts(): BoltEntry[] {
    return readBolts(join(this.dir, 'line-1.bolts.jsonl'));
  }

  /** A hand goes along the lockers and closes every door that stands open. */
  shutAll(): void {
    const last = new Map<string, BoltEntry>();
    for (const entry of this.bolts()) if ('door' in entry) last.set(`${entry.board}/${entry.lock}`, entry);
    for (const entry of last.values())
      if ('door' in entry && entry.door === 'open') this.tell({ close: entry.lock, board: entry.board });
  }

  /** The board and lock behind a door. */
  lockOf({ cabinet, compartment }: { cabinet: string; compartment: number }): { board: number; lock: number } {
    const board = this.#siteFile().cabinets.find(({ id }) => id === cabinet)?.board;
    assert.ok(board !== undefined);
    return { board, lock: compartment };
  }

  /** Waits until all cabinets are there and their doors known. */
  online(): Promise<unknown> {
    const visitor = this.visitor();
    return eventually('all cabinets online', async () =>
      (await visitor.ask('readKiosk')).cabinets.every(({ online }) => online),
    );
  }

  /** The code and QR text of a parcel or a person's card-like credential, as its notice would tell them. */
  async codeOf(holdId: string): Promise<{ code: string; qr: string }> {
    const issued = eventsOf(await this.events(), 'CredentialIssued').findLast(
      ({ data }) => data.holdId === holdId && data.use === 'parcel',
    );
    assert.ok(issued, 'the parcel has a code');
    const keys = openKeys(join(this.data, 'keys'));
    const { credentialId, issue } = issued.data;
    const made = { code: pickupCode(keys, credentialId, issue), qr: qrToken(keys, credentialId, issue) };
    this.#secrets.push(made.code, made.qr);
    return made;
  }

  /** Every invariant over all that is on record; an AssertionError that lists what does not hold, also after what is under way has been reported. */
  async check(): Promise<void> {
    const until = performance.now() + reportedWithinMs;
    let found = await this.#violations();
    while (found.length > 0 && performance.now() < until) {
      await wait(200);
      found = await this.#violations();
    }
    assert.deepEqual(found, []);
    const ledger = new Ledger({ file: join(this.data, 'ledger.db'), site: this.#siteFile().site, now: Date.now });
    const verdict = await ledger.verify();
    assert.ok(verdict.ok, `S8: ${JSON.stringify(verdict)}`);
  }

  async #violations(): Promise<Violation[]> {
    const { cabinets, terminals } = this.#siteFile();
    const events = await this.events();
    const found = violations({
      events,
      bolts: this.bolts(),
      cabinetOf: (board) => cabinets.find((one) => one.board === board)?.id ?? '',
      heard: this.heard,
      terminalOf: (url) => terminals.find(({ port }) => url.includes(`:${port}`))?.id ?? '',
    });
    return [...found, ...leaks(this.#texts(events), [...personalMarks, ...this.#secrets])];
  }

  #siteFile(): SiteFile {
    assert.ok(this.#site, 'the site was started');
    return this.#site;
  }

  #texts(events: LedgerEvent[]): Map<string, string> {
    const logs = readdirSync(this.dir).filter((name) => name.endsWith('.log'));
    return new Map([
      ['the ledger', JSON.stringify(events)],
      ['the refusals', JSON.stringify(this.heard)],
      ...logs.map((name): [string, string] => [name, readFileSync(join(this.dir, name), 'utf8')]),
    ]);
  }

  #commandOf(part: PartName): { file: string; args: string[] } {
    const compiled = (path: string): string => join(projectFolder, 'dist', path);
    const site = ['--site', this.#file];
    switch (part) {
      case 'simulated':
        return { file: compiled('scripts/simulate.js'), args: [...site, '--dir', this.dir] };
      case 'edge':
        return { file: compiled('edge/cli.js'), args: ['run', ...site, '--data', this.data] };
      case 'bridge': {
        const broker = `127.0.0.1:${this.broker.port}`;
        const own = ['--name', 'bridge-1', '--keys', join(this.data, 'keys'), '--data', join(this.dir, 'bridge')];
        return { file: compiled('firmware-bridge/main.js'), args: [...site, ...own, '--broker', broker] };
      }
    }
  }
}
