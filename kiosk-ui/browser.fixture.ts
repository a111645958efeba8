// A real Chromium with the built page in it, for stories and pictures: one at a time, closed at the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { KioskView, Language } from './kiosk/contract.ts';
import { portraitScreen, smallScreen } from './samples.fixture.ts';

export interface Panel {
  name: string;
  viewport: { width: number; height: number };
  screen: KioskView['screen'];
}
export const panels: readonly Panel[] = [
  { name: '1080x1920', viewport: { width: 1080, height: 1920 }, screen: portraitScreen },
  { name: '1024x600', viewport: { width: 1024, height: 600 }, screen: smallScreen },
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

export interface Browser {
  context: BrowserContext;
  page: Page;
  stop(): Promise<void>;
}

/** Opens a browser with a profile of its own. */
export const startBrowser = async (panel: Pick<Panel, 'viewport'>, isTouch = true): Promise<Browser> => {
  const profile = await mkdtemp(join(tmpdir(), 'kiosk-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: flags,
    viewport: panel.viewport,
    hasTouch: isTouch,
    timezoneId: 'Asia/Shanghai',
  });
  // The loader of the tests names inner functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name ??= (f) => f');
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    stop: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

export const openKiosk = async (page: Page, url: string, language: Language): Promise<void> => {
  await page.goto(`${url}/?language=${language}`);
  await page.locator('[data-screen=home]').waitFor();
};

/** Taps the control that does `does`. */
export const tap = (page: Page, does: string): Promise<void> => page.locator(`[data-do="${does}"]`).first().tap();

/** Types as a scanner or card reader does, Enter last. */
export const scan = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

export const waitForScreen = (page: Page, name: string): Promise<void> =>
  page.locator(`[data-screen="${name}"]`).waitFor();
