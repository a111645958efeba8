// How soon the page answers a finger on a small computer: every touch of an owner's and of a courier's way, with the processor slowed six times.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Browser, openKiosk, panels, scan, startBrowser, waitForScreen } from './browser.fixture.ts';
import { type EdgeDouble, startEdgeDouble } from './edge-double.fixture.ts';
import { collecting, depositing } from './kiosk.fixture.ts';
import { courierSample, parcelSample, recipientSample, visitSample } from './samples.fixture.ts';
import { startTouchWatch, type Touched, type TouchWatch } from './touch.fixture.ts';

/** Touch → next frame, p95, with the processor slowed six times [kiosk: numbers]. */
const wantedMs = 100;
const slower = 6;
/** The time of the thread itself, yet a busy machine has colder caches. */
const margin = 2;
/** The key, what it typed, and what stands beside it. */
const mostRestyled = 16;

const p95 = (figures: number[]): number =>
  Math.round(figures.toSorted((a, b) => b - a)[Math.floor(figures.length * 0.05)] ?? Number.NaN);

describe('a finger on the page', function () {
  this.timeout(300_000);
  const [panel] = panels;
  if (panel === undefined) throw new Error('no panel');
  let edge: EdgeDouble;
  let browser: Browser;
  before(async () => {
    edge = await startEdgeDouble(join(import.meta.dirname, '../dist/page'));
    // The real clock here: a simulated one runs in the page and would be counted.
    browser = await startBrowser(panel);
  });
  after(async () => {
    await browser.stop();
    await edge.stop();
  });

  const asOwner = async ({ touch }: TouchWatch): Promise<void> => {
    const { page } = browser;
    edge.on('identify', () => collecting('unlocking', [parcelSample(1)]));
    for (const digit of '123456789') await touch(`key-${digit}`);
    await waitForScreen(page, 'door');
    edge.tellVisit(collecting('open', [parcelSample(1)]));
    await page.locator('.door.good').waitFor();
    edge.tellVisit(collecting('closed', [parcelSample(1)]));
    await page.locator('[data-do=finish]').waitFor();
    await touch('finish');
    await waitForScreen(page, 'home');
    edge.on('identify', () => visitSample({ parcels: [parcelSample(0), parcelSample(1)] }));
    await scan(page, 'CARD-1');
    await waitForScreen(page, 'parcels');
    for (const does of ['elder', 'elder', 'low', 'low', 'language', 'language-en', 'proxy', 'back', 'finish'])
      await touch(does);
    await waitForScreen(page, 'home');
  };

  const asCourier = async ({ touch }: TouchWatch): Promise<void> => {
    const { page } = browser;
    edge.on('identify', () => courierSample());
    edge.on('recipients', () => courierSample({ recipient: recipientSample() }));
    edge.on('parcels', () => depositing('unlocking'));
    await touch('courier');
    await waitForScreen(page, 'courier');
    await touch('back');
    await scan(page, 'BADGE7');
    await waitForScreen(page, 'waybill');
    for (const key of ['letters', 'key-S', 'key-F', 'digits', 'key-1', 'key-3', 'key-8', 'key-4', 'key-4', 'key-2'])
      await touch(key);
    await touch('next');
    await waitForScreen(page, 'recipient-room');
    for (const key of '3-1203') await touch(`key-${key}`);
    await touch('next');
    await waitForScreen(page, 'recipient-phone');
    for (const key of '1478') await touch(`key-${key}`);
    await waitForScreen(page, 'condition');
    await touch('size-S');
    await waitForScreen(page, 'door');
    edge.tellVisit(depositing('closed'));
    await waitForScreen(page, 'waybill');
    await touch('finish');
    await waitForScreen(page, 'home');
  };

  const walk = async (rate: number): Promise<Touched[]> => {
    const { page, context } = browser;
    edge.reset({ screen: panel.screen });
    await openKiosk(page, edge.url, 'zh-CN');
    const session = await context.newCDPSession(page);
    const watch = await startTouchWatch(page, session, rate);
    await asOwner(watch);
    await asCourier(watch);
    const touched = await watch.stop();
    await session.detach();
    assert.deepEqual(edge.faults, []);
    return touched;
  };

  it(`has the next frame within ${margin * wantedMs} ms of a ${slower} times slower processor, p95; wanted are ${wantedMs}`, async () => {
    // The browser slows itself by waiting, which multiplies what neighbours take as well: judged is the thread's own time at full speed, times six.
    const full = await walk(1);
    const slowed = await walk(slower);
    const ran = p95(full.map(({ ranMs }) => ranMs * slower));
    const dearest = full.toSorted((a, b) => b.ranMs - a.ranMs).slice(0, 6);
    const told = dearest.map(({ does, ranMs }) => `${does} ${Math.round(ranMs * slower)}`).join(', ');
    console.log(
      `touch → next frame, ${full.length} touches: p95 ${ran} ms at ${slower} × the thread’s own time (${told});`,
    );
    console.log(
      `with the browser slowed ${slower} ×, neighbours and all: p95 ${p95(slowed.map(({ busyMs }) => busyMs))} ms`,
    );
    assert.ok(ran < margin * wantedMs, `p95 ${ran} ms`);
    // A key that restyles the whole page was what made typing slow: the language was set anew at every touch.
    const keys = full.filter(({ does }) => does.startsWith('key-'));
    assert.ok(keys.length > 20);
    for (const { does, restyled } of keys) assert.ok(restyled <= mostRestyled, `${does} restyles ${restyled} elements`);
  });
});
