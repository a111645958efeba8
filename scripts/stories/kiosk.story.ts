// From courier to owner through everything: Chromium, HTTP, the edge, MQTT, the bridge, the line, the boards, and headquarters.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../edge/ledger/sqlite.ts';
import {
  type Browser,
  openKiosk,
  panels,
  scan,
  startBrowser,
  tap,
  waitForScreen,
} from '../../kiosk-ui/browser.fixture.ts';
import { fateOf, nextWaybill } from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { freePort, killAll, type Running, runMosquitto, runReady } from './hq-process.ts';
import { kioskOwner, phoneTail } from './people.fixture.ts';
import { eventsOf } from './record.fixture.ts';
import { Site } from './site.fixture.ts';

const badge = '4711888001';

describe('a parcel from courier to owner, at the real screen', () => {
  const dir = mkdtempSync(join(tmpdir(), 'menfang-hq-'));
  const headquarters = join(dir, 'hq.db');
  let site: Site;
  let browser: Browser;
  let receiver: Running;
  const holds: string[] = [];

  before(async () => {
    const port = await freePort();
    const url = `mqtt://127.0.0.1:${port}`;
    await runMosquitto(dir, port);
    receiver = await runReady('scripts/hq-receiver.ts', ['--url', url, '--db', headquarters]);
    site = new Site({ hq: url });
    await site.start();
    const people = (await site.office('listPeople', {})) as { personId: string; role: string }[];
    const courier = people.find(({ role }) => role === 'courier')?.personId ?? '';
    await site.office('bindCard', { personId: courier, card: badge });
    const [panel] = panels;
    assert.ok(panel);
    browser = await startBrowser(panel);
    await browser.context.addInitScript(
      'globalThis.touches = 0; addEventListener("click", () => { globalThis.touches += 1 }, true)',
    );
    await openKiosk(browser.page, site.url().replace(/\/$/, ''), 'zh-CN');
  });
  afterEach(() => site.check());
  after(async () => {
    await browser.stop();
    await site.stop();
    await killAll();
    rmSync(dir, { recursive: true, force: true });
  });

  const touches = (): Promise<number> => browser.page.evaluate('globalThis.touches');
  const type = async (text: string): Promise<void> => {
    for (const key of text) await tap(browser.page, `key-${key}`);
  };
  /** How many touches `doing` takes. */
  const counted = async (doing: () => Promise<void>): Promise<number> => {
    const before = await touches();
    await doing();
    return (await touches()) - before;
  };
  const doorsOpened = (): number => site.bolts().filter((entry) => 'door' in entry && entry.door === 'open').length;
  /** Somebody takes or puts the parcel and closes the door. */
  const useDoor = async (before: number): Promise<void> => {
    await eventually('an open door', () => doorsOpened() > before);
    await browser.page.locator('.door.good').waitFor();
    site.shutAll();
  };
  const lastPlaced = (n: number) =>
    eventually(
      `parcel ${n} in its place`,
      async () => eventsOf(await site.events(), 'ParcelPlaced')[n - 1]?.data.holdId,
    );

  it('a courier stores a parcel with at most eight actions, and the next one with a scan and a tap', async () => {
    const { page } = browser;
    const actions: string[] = [];
    const act = async (name: string, doing: () => Promise<void>, screen: string): Promise<void> => {
      actions.push(name);
      await doing();
      await waitForScreen(page, screen);
    };
    const before = doorsOpened();
    await act('badge', () => scan(page, badge), 'waybill');
    await act('waybill', () => scan(page, nextWaybill()), 'recipient-room');
    await act('room', () => type(kioskOwner.room), 'recipient-room');
    await act('next', () => tap(page, 'next'), 'recipient-phone');
    await act('end of the phone', () => type(phoneTail(kioskOwner)), 'condition');
    await act('whole, and its size', () => tap(page, 'size-S'), 'door');
    await act('parcel in, door closed', () => useDoor(before), 'waybill');
    assert.ok(actions.length <= 8, actions.join(', '));
    holds.push(await lastPlaced(1));

    const open = doorsOpened();
    const taps = await counted(async () => {
      await scan(page, nextWaybill());
      await waitForScreen(page, 'condition');
      await tap(page, 'size-S');
      await waitForScreen(page, 'door');
      await useDoor(open);
      await waitForScreen(page, 'waybill');
    });
    assert.equal(taps, 1);
    holds.push(await lastPlaced(2));
    await tap(page, 'finish');
    await waitForScreen(page, 'home');
  });

  it('its owner has it with the nine touches of a code', async () => {
    const { page } = browser;
    const [holdId = ''] = holds;
    const { code } = await site.codeOf(holdId);
    const before = doorsOpened();
    const taps = await counted(async () => {
      await type(code);
      await waitForScreen(page, 'door');
      await useDoor(before);
      await page.locator('[data-do=finish]').waitFor();
    });
    assert.ok(taps <= 9, `${taps} touches`);
    await eventually('its collection', async () => (await fateOf(site, holdId)) === 'ParcelCollected');
    await tap(page, 'finish');
    await waitForScreen(page, 'home');
  });

  it('and the next one with a card and no touch', async () => {
    const { page } = browser;
    const [, holdId = ''] = holds;
    const before = doorsOpened();
    const taps = await counted(async () => {
      await scan(page, kioskOwner.card);
      await waitForScreen(page, 'door');
      await useDoor(before);
      await page.locator('[data-do=finish]').waitFor();
    });
    assert.equal(taps, 0);
    await eventually('its collection', async () => (await fateOf(site, holdId)) === 'ParcelCollected');
    const shown = await page.locator('body').innerText();
    assert.doesNotMatch(shown, /褚标记|97-1901/);
    await tap(page, 'finish');
    await waitForScreen(page, 'home');
    assert.doesNotMatch(await page.locator('body').innerText(), /褚/, 'nothing of this person stays');
  });

  it('and headquarters has every event of it, in order, as it stands in the ledger', async () => {
    const events = await site.events();
    const last = events.at(-1);
    assert.ok(last);
    const stored = await eventually('every event at headquarters', async () => {
      const db = await openDatabase(headquarters, 'read');
      const rows = await db.all<{ epoch: number; seq: number; event: string }>(
        'SELECT epoch, seq, event FROM event ORDER BY epoch, seq',
        [],
      );
      await db.close();
      return (rows.at(-1)?.seq ?? 0) >= last.seq ? rows : undefined;
    });
    const known = stored.map(({ event }) => JSON.parse(JSON.parse(event).data) as { id: string });
    assert.deepEqual(
      known.slice(0, events.length).map(({ id }) => id),
      events.map(({ id }) => id),
    );
    await receiver.end();
  });
});
