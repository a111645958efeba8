// Somebody guesses codes: what is answered, how long one waits, that a restart does not help, and that cards go on working.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { askRunning } from '../../edge/api/control.ts';
import { readConfig } from '../../edge/config.ts';
import type { Instant } from '../../edge/contract/events.ts';
import { type Edge, startEdge } from '../../edge/main.ts';
import { checkDigit } from '../../edge/secrets/damm.ts';
import { menfang } from './menfang.fixture.ts';
import { owner, peopleFile } from './people.fixture.ts';
import { eventsOf, readEvents } from './record.fixture.ts';
import { writeSite } from './site-file.fixture.ts';
import { isRefusal, openVisitor } from './visitor.fixture.ts';

const minute = 60_000;

/** A night at the terminal takes no night: the clock of this edge goes as far ahead as it is told. */
class NightEdge {
  readonly data = mkdtempSync(join(tmpdir(), 'menfang-codes-'));
  #aheadMs = 0;
  #edge: Edge | undefined;

  async start(): Promise<void> {
    const boot = uuidv7();
    const now = (): Instant => {
      const monoMs = Number(process.hrtime.bigint()) / 1e6 + this.#aheadMs;
      return { wallMs: Date.now() + this.#aheadMs, clock: 'synced', boot, monoMs };
    };
    const config = readConfig(join(this.data, 'site.json'));
    this.#edge = await startEdge({ config, data: this.data, log: pino({ level: 'silent' }), now });
  }

  async stop(): Promise<void> {
    await this.#edge?.stop();
  }

  pass(ms: number): void {
    this.#aheadMs += ms;
  }

  get url(): string {
    return this.#edge?.kiosks[0]?.url ?? '';
  }
}

describe('a terminal at which somebody guesses', function () {
  this.timeout(180_000);
  const edge = new NightEdge();
  let guesses = 10_000_000;

  before(async () => {
    await writeSite(edge.data);
    await edge.start();
    const said = await askRunning(edge.data, 'importPeople', { csv: peopleFile, partial: false });
    assert.ok(said?.ok);
  });
  after(async () => {
    await edge.stop();
    rmSync(edge.data, { recursive: true, force: true });
  });

  /** A wrong code with a right check digit. */
  const guess = async () => {
    guesses += 7_919;
    const digits = String(guesses);
    const said = await openVisitor(edge.url).try('identify', { way: 'code', value: digits + checkDigit(digits) });
    assert.ok(isRefusal(said));
    return said;
  };
  const kiosk = () => openVisitor(edge.url).ask('readKiosk');
  const withCard = async (): Promise<void> => {
    const visitor = openVisitor(edge.url);
    await visitor.ask('identify', { way: 'scan', value: owner.card });
    await visitor.ask('leave');
  };
  const evaluated = async (): Promise<number> =>
    eventsOf(await readEvents(join(edge.data, 'ledger.db')), 'AttemptFailed').length;

  it('does not count a slip of the finger', async () => {
    const digits = '12345678';
    const wrong = String((Number(checkDigit(digits)) + 1) % 10);
    assert.equal(
      await openVisitor(edge.url).refused('identify', { way: 'code', value: digits + wrong }),
      'check-digit',
    );
    assert.equal(await evaluated(), 0);
  });

  it('waits after five wrong codes, also after a restart, and answers cards meanwhile', async () => {
    const round = await Promise.all([1, 2, 3, 4, 5].map(guess));
    assert.deepEqual(new Set(round.map(({ refused }) => refused)), new Set(['not-recognised']));
    assert.equal((await guess()).refused, 'terminal-waiting');
    assert.equal(await evaluated(), 5);
    await edge.stop();
    await edge.start();
    const { waitSeconds } = await kiosk();
    assert.ok(waitSeconds > 0 && waitSeconds <= 60);
    assert.equal((await guess()).refused, 'terminal-waiting');
    await withCard();
    assert.equal(await evaluated(), 5);
  });

  it('evaluates at most thirty wrong codes in a day, then waits for a guard, also after a restart', async () => {
    for (let round = 0; round < 8; round += 1) {
      edge.pass(61 * minute);
      await Promise.all([1, 2, 3, 4, 5].map(guess));
    }
    assert.equal(await evaluated(), 30);
    assert.equal((await kiosk()).attended, true);
    await edge.stop();
    await edge.start();
    edge.pass(61 * minute);
    assert.equal((await guess()).refused, 'terminal-attended');
    assert.equal(await evaluated(), 30);
    await withCard();
  });

  it('takes codes again when a guard has released it', async () => {
    const released = await menfang(edge.data, 'release', 'terminal', 'lobby');
    assert.equal(released.code, 0, released.err);
    assert.equal((await kiosk()).attended, false);
    assert.equal((await guess()).refused, 'not-recognised');
  });
});
