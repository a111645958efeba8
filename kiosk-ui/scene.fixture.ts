// What a scene is, and the steps that scenes share.
import type { Page } from 'playwright-core';
import { scan, tap, waitForScreen } from './browser.fixture.ts';
import type { EdgeDouble } from './edge-double.fixture.ts';
import type { VisitView } from './kiosk/contract.ts';

export interface Stage {
  page: Page;
  edge: EdgeDouble;
}
export interface Scene {
  name: string;
  /** From the home screen to the scene. */
  play(stage: Stage): Promise<void>;
}

/** Identifies by card; the edge answers with `visit`. */
export const enter = async ({ page, edge }: Stage, visit: VisitView, screen: string): Promise<void> => {
  edge.on('identify', () => visit);
  await scan(page, 'CARD0042');
  await waitForScreen(page, screen);
};
export const typeOn = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await tap(page, `key-${key}`);
};
/** Until a refusal is on the screen. */
export const told = ({ page }: Stage): Promise<void> => page.locator('.notice').waitFor();
