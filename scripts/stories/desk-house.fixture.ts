// A house for a day at the desk: an edge with its console, lockers whose doors really move, and a clock that is set ahead.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Site, siteSchema } from '../../device-profiles/site.ts';
import { projectFolder } from '../../edge/config.ts';
import { openSiteTime } from '../../edge/words/site-time.ts';
import { type Program, startProgram } from '../program.ts';
import { ConsoleEdge } from './console-edge.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { leaks, type Violation, violations } from './invariants.fixture.ts';
import { type LedgerEvent, readBolts, readEvents } from './record.fixture.ts';
import { type Heard, openVisitor, type Visitor } from './visitor.fixture.ts';

const hour = 3_600_000;
const port = 'line-1';

export class DeskHouse {
  readonly edge = new ConsoleEdge();
  readonly heard: Heard[] = [];
  /** When the clock was set ahead, by the edge's monotonic clock before it, and by how much. */
  readonly #leaps: { atMs: number; ms: number }[] = [];
  readonly #programs: Program[] = [];
  #site: Site | undefined;

  /** Resolves at eight in the morning of the next day at the site, when every door can be opened. */
  async start(): Promise<void> {
    const time = openSiteTime('Asia/Shanghai');
    const midnight = time.startOf(time.dayAfter(time.day(Date.now()))) ?? 0;
    this.pass(midnight + 8 * hour - Date.now());
    await this.edge.begin({ shelfPlaces: 90 });
    this.#site = siteSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    mkdirSync(this.#dir, { recursive: true });
    const broker = `127.0.0.1:${this.#siteFile.broker.port}`;
    const own = ['--name', 'bridge-1', '--keys', join(this.edge.data, 'keys'), '--data', join(this.#dir, 'bridge')];
    await this.#run('simulated', 'scripts/simulate.js', ['--dir', this.#dir]);
    await this.#run('bridge', 'firmware-bridge/main.js', [...own, '--broker', broker]);
    await this.online();
  }

  async stop(): Promise<void> {
    for (const program of this.#programs.reverse()) await program.stop();
    await this.edge.end();
  }

  /** Waits until all cabinets are there and their doors known. */
  online(): Promise<unknown> {
    const visitor = this.visitor('lobby');
    return eventually('all cabinets online', async () =>
      (await visitor.ask('readKiosk')).cabinets.every(({ online }) => online),
    );
  }

  pass(ms: number): void {
    const before = this.#leaps.reduce((sum, leap) => sum + leap.ms, 0);
    this.#leaps.push({ atMs: Number(process.hrtime.bigint()) / 1e6 + before, ms });
    this.edge.pass(ms);
  }

  visitor(terminal: 'lobby' | 'gate'): Visitor {
    const kiosk = this.edge.running.kiosks.find((one) => one.terminal === terminal);
    return openVisitor(kiosk?.url ?? '', this.heard);
  }

  /** A hand closes this door. */
  push(cabinet: string, compartment: number): void {
    const board = this.#siteFile.cabinets.find(({ id }) => id === cabinet)?.board;
    this.#programs[0]?.tell({ port, close: compartment, board });
  }

  events(): Promise<LedgerEvent[]> {
    return readEvents(join(this.edge.data, 'ledger.db'));
  }

  /** What does not hold, times taken back to those of the iron; `marks` must stand in no log and not in the ledger. */
  async violations(marks: readonly string[]): Promise<Violation[]> {
    const { cabinets, terminals } = this.#siteFile;
    const events = await this.events();
    const found = violations({
      events: events.map((event) => ({ ...event, at: { ...event.at, monoMs: this.#ofIron(event.at.monoMs) } })),
      bolts: readBolts(join(this.#dir, `${port}.bolts.jsonl`)),
      cabinetOf: (board) => cabinets.find((one) => one.board === board)?.id ?? '',
      heard: this.heard,
      terminalOf: (url) => terminals.find((one) => url.includes(`:${one.port}`))?.id ?? '',
    });
    const logs = ['simulated', 'bridge'].map((name): [string, string] => [
      name,
      readFileSync(join(this.#dir, `${name}.log`), 'utf8'),
    ]);
    const texts = new Map([['the ledger', JSON.stringify(events)], ['the edge', this.edge.logged], ...logs]);
    return [...found, ...leaks(texts, marks)];
  }

  #ofIron(monoMs: number): number {
    return this.#leaps.reduce((ms, leap) => (leap.atMs < monoMs ? ms - leap.ms : ms), monoMs);
  }

  get #file(): string {
    return join(this.edge.data, 'site.json');
  }

  get #dir(): string {
    return join(this.edge.data, 'lockers');
  }

  get #siteFile(): Site {
    if (!this.#site) throw new Error('the house was not started');
    return this.#site;
  }

  async #run(name: string, file: string, args: string[]): Promise<void> {
    const { program, ready } = startProgram({
      name,
      file: join(projectFolder, 'dist', file),
      args: ['--site', this.#file, ...args],
      log: join(this.#dir, `${name}.log`),
      onEnd: (code) => {
        throw new Error(`${name} ended by itself (${code})`);
      },
    });
    this.#programs.push(program);
    await ready;
  }
}
