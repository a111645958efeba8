// Every state of the console's own pages worth a look: how each is reached from a fresh page.
import type { Page } from 'playwright-core';
import type { ConsoleDouble } from './edge-double.fixture.ts';
import { helloSample, sessionSample, siteSample } from './samples.fixture.ts';

export interface Desk {
  name: string;
  viewport: { width: number; height: number };
}
export const desks: readonly Desk[] = [
  { name: '1366x768', viewport: { width: 1366, height: 768 } },
  { name: '1024x768', viewport: { width: 1024, height: 768 } },
];

export interface ConsoleStage {
  page: Page;
  edge: ConsoleDouble;
}
export interface ConsoleScene {
  name: string;
  /** What follows the address of the console. */
  hash?: string;
  /** Nobody is signed in. */
  isOut?: boolean;
  /** Before the page is opened. */
  prepare?(edge: ConsoleDouble): void;
  /** From the fresh page to the scene. */
  play?(stage: ConsoleStage): Promise<void>;
}

export const press = (page: Page, does: string): Promise<void> => page.locator(`[data-do="${does}"]`).first().click();
export const fill = (page: Page, field: string, text: string): Promise<void> =>
  page.locator(`[data-field="${field}"]`).fill(text);
const shown = (page: Page, dialog: string): Promise<void> => page.locator(`[data-dialog="${dialog}"]`).waitFor();

/** Opens the console at a scene's address, in a page that knows nothing of the one before. */
export const openConsole = async (
  { page, edge }: ConsoleStage,
  scene: ConsoleScene,
  language: string,
): Promise<void> => {
  edge.reset(scene.isOut ? null : sessionSample());
  scene.prepare?.(edge);
  await page.goto('about:blank');
  await page.goto(`${edge.url}/?language=${language}${scene.hash ?? ''}`);
  await page.locator('[data-page]:not([data-page="waiting"])').waitFor();
  await scene.play?.({ page, edge });
};

const signInAs = async (page: Page): Promise<void> => {
  await fill(page, 'username', 'lin.xiaomei');
  await fill(page, 'password', 'three words here');
  await press(page, 'sign-in');
};

export const accountScenes: readonly ConsoleScene[] = [
  { name: 'sign-in', isOut: true },
  {
    name: 'sign-in-second',
    isOut: true,
    prepare: (edge) => edge.on('signIn', () => ({ refused: 'second-factor' })),
    play: async ({ page }) => {
      await signInAs(page);
      await page.locator('[data-field=totp]').waitFor();
    },
  },
  {
    name: 'sign-in-wrong',
    isOut: true,
    prepare: (edge) => edge.on('signIn', () => ({ refused: 'terminal-waiting', waitSeconds: 245 })),
    play: async ({ page }) => {
      await signInAs(page);
      await page.locator('.note.bad').waitFor();
      await page.locator('.more summary').click();
    },
  },
  { name: 'sign-in-new', isOut: true, prepare: (edge) => edge.on('hello', () => helloSample({ isNew: true })) },
  { name: 'trust', isOut: true, hash: '#/trust' },
  {
    name: 'invitation',
    isOut: true,
    hash: '#invite=abcdefghijklmnopqrstuvwxyz',
    play: async ({ page }) => {
      await fill(page, 'name', '黄建华');
      await fill(page, 'username', 'Huang');
      await fill(page, 'password', 'short');
      await page.locator('.field-error').first().waitFor();
    },
  },
  {
    name: 'invitation-over',
    isOut: true,
    hash: '#invite=abcdefghijklmnopqrstuvwxyz',
    prepare: (edge) => edge.on('openInvitation', () => ({ refused: 'invitation-over' })),
    play: ({ page }) => page.locator('[data-do=to-sign-in]').waitFor(),
  },
  { name: 'staff', hash: '#/staff', play: ({ page }) => page.locator('[data-table=staff] tbody tr').first().waitFor() },
  {
    name: 'staff-invite',
    hash: '#/staff',
    play: async ({ page }) => {
      await press(page, 'invite');
      await page.locator('[data-field=role-guard]').waitFor();
    },
  },
  {
    name: 'staff-link',
    hash: '#/staff',
    prepare: (edge) =>
      edge.on('inviteStaff', () => ({
        invitationId: '01900000-0000-7000-8000-000000000851',
        link: 'https://menfang.local:8443/#invite=Jx0Zr3vQk9mWc2TnB7yLh5fD1sGpA8eU',
        until: Date.UTC(2026, 2, 14, 4, 20),
      })),
    play: async ({ page }) => {
      await press(page, 'invite');
      await press(page, 'make-link');
      await shown(page, 'link');
    },
  },
  {
    name: 'staff-end',
    hash: '#/staff',
    play: async ({ page }) => {
      await page.locator('[data-do^=end-0]').nth(1).click();
      await shown(page, 'end-account');
    },
  },
  { name: 'rights', hash: '#/rights', play: ({ page }) => page.locator('.rights td').first().waitFor() },
  {
    name: 'account-menu',
    hash: '#/rights',
    play: ({ page }) => press(page, 'account'),
  },
  {
    name: 'change-password',
    hash: '#/rights',
    play: async ({ page }) => {
      await press(page, 'account');
      await press(page, 'change-password');
      await shown(page, 'change-password');
    },
  },
];

export const siteScenes: readonly ConsoleScene[] = [
  { name: 'site', hash: '#/site', play: ({ page }) => page.locator('[data-do=door-A11]').waitFor() },
  {
    name: 'site-calm',
    hash: '#/site',
    prepare: (edge) => {
      const terminals = [{ id: 'lobby-1', calledAt: null, attended: false, frozen: false }];
      edge.site(siteSample({ alerts: [], terminals, notices: { waiting: 0, failed: 0 }, hqBehind: null }));
      edge.signIn(sessionSample({ roles: ['technician'] }));
    },
    play: ({ page }) => page.locator('[data-do=door-A11]').waitFor(),
  },
  {
    name: 'site-item',
    hash: '#/site',
    play: async ({ page }) => {
      await press(page, 'door-A07');
      await page.locator('[data-do=see-item]').waitFor();
    },
  },
  {
    name: 'site-release',
    hash: '#/site',
    play: async ({ page }) => {
      await press(page, 'door-A05');
      await shown(page, 'compartment');
    },
  },
  {
    name: 'site-stale',
    hash: '#/site',
    play: async ({ page, edge }) => {
      await page.locator('[data-do=door-A11]').waitFor();
      edge.cut(true);
      await page.locator('.stale-line').waitFor();
    },
  },
  { name: 'nothing-here', hash: '#/no-such-page' },
];

export const consoleScenes: readonly ConsoleScene[] = [...accountScenes, ...siteScenes];
