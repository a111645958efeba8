// One kiosk for a story file: the built page in a browser, the double of the edge behind it, a simulated clock.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openKiosk, panels, startBrowser, tap } from './browser.fixture.ts';
import { type DoubleRoute, type EdgeDouble, startEdgeDouble } from './edge-double.fixture.ts';
import type { DoorView, VisitView } from './kiosk/contract.ts';
import { courierSample, doorSample, parcelSample, recipientSample, visitSample } from './samples.fixture.ts';

export const secretName = '欧阳*雪';
export const collecting = (stage: DoorView['stage'], rest: VisitView['parcels'] = []): VisitView =>
  visitSample({ name: secretName, parcels: [parcelSample(0, { actions: [] }), ...rest], door: doorSample({ stage }) });
export const depositing = (stage: DoorView['stage']): VisitView =>
  courierSample({
    parcels: [parcelSample(0, { status: 'placing', actions: ['swap', 'withdraw'] })],
    door: doorSample({ stage, purpose: 'deposit' }),
    recipient: recipientSample(),
  });

export interface StoryKiosk {
  edge: EdgeDouble;
  page: Page;
  /** A fresh page at the home screen; touches are counted from here. */
  begin(): Promise<void>;
  /** Nothing broke the contract. */
  end(): void;
  touches(): Promise<number>;
  typeKeys(keys: string): Promise<void>;
  sentTo(route: DoubleRoute): number;
  untilSent(route: DoubleRoute, count: number): Promise<void>;
  /** Everything that is on the page, seen or not. */
  text(): Promise<string>;
  stop(): Promise<void>;
}

const startStoryKiosk = async (): Promise<StoryKiosk> => {
  const [panel] = panels;
  if (panel === undefined) throw new Error('no panel');
  const edge = await startEdgeDouble(join(import.meta.dirname, '../dist/page'));
  const browser = await startBrowser(panel);
  const { page } = browser;
  await page.clock.install();
  await page.addInitScript(() => {
    Object.assign(globalThis, { touches: 0 });
    const count = (): void => void Object.assign(globalThis, { touches: Reflect.get(globalThis, 'touches') + 1 });
    document.addEventListener('pointerdown', count, true);
  });
  const sentTo = (route: DoubleRoute): number => edge.seen.filter((one) => one.route === route).length;
  return {
    edge,
    page,
    begin: async () => {
      edge.reset({ screen: panel.screen });
      await openKiosk(page, edge.url, 'zh-CN');
    },
    end: () => assert.deepEqual(edge.faults, []),
    touches: () => page.evaluate(() => Reflect.get(globalThis, 'touches')),
    typeKeys: async (keys) => {
      for (const key of keys) await tap(page, `key-${key}`);
    },
    sentTo,
    untilSent: async (route, count) => {
      while (sentTo(route) < count) await page.waitForTimeout(20);
    },
    text: async () => (await page.locator('#kiosk').innerHTML()) + page.url(),
    stop: async () => {
      await browser.stop();
      await edge.stop();
    },
  };
};

/** For the top of a `describe`: one kiosk for all its stories, begun anew for each; `give` is handed it before the first. */
export const onStoryKiosk = (give: (kiosk: StoryKiosk) => void): void => {
  let kiosk: StoryKiosk;
  before(async () => {
    kiosk = await startStoryKiosk();
    give(kiosk);
  });
  beforeEach(() => kiosk.begin());
  afterEach(() => kiosk.end());
  after(() => kiosk.stop());
};
