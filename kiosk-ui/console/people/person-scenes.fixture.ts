// Every state of the list of residents and of one person at its side worth a look: how each is reached from a fresh page.
import type { Page } from 'playwright-core';
import { sessionSample } from '../samples.fixture.ts';
import { type ConsoleScene, fill, press } from '../scenes.fixture.ts';
import { givePeople } from './people-samples.fixture.ts';

export const shown = (page: Page, dialog: string): Promise<void> => page.locator(`[data-dialog="${dialog}"]`).waitFor();

/** The person in that row of the list, at the side. */
export const openPerson = async (page: Page, n = 0): Promise<void> => {
  await page.locator(`[data-n="${n}"]`).click();
  await shown(page, 'person');
};

export const base: Pick<ConsoleScene, 'hash' | 'prepare'> = { hash: '#/people', prepare: (edge) => givePeople(edge) };

export const personScenes: readonly ConsoleScene[] = [
  { ...base, name: 'people', play: ({ page }) => page.locator('[data-n="0"]').waitFor() },
  {
    ...base,
    name: 'people-filtered',
    play: async ({ page }) => {
      await fill(page, 'find', '1-01');
      await page.locator('[data-field=relation-filter] [data-value=tenant]').click();
      await page.locator('[data-filter=relation]').waitFor();
      await page.locator('[data-n="1"]').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'people-none',
    hash: '#/people',
    prepare: (edge) => givePeople(edge, 0),
    play: ({ page }) => page.locator('.table .note').waitFor(),
  },
  {
    ...base,
    name: 'people-guard',
    prepare: (edge) => {
      givePeople(edge);
      edge.signIn(sessionSample({ roles: ['guard'] }));
    },
    play: ({ page }) => openPerson(page),
  },
  { ...base, name: 'person', play: ({ page }) => openPerson(page) },
  { ...base, name: 'person-trustee', play: ({ page }) => openPerson(page, 3) },
  {
    ...base,
    name: 'person-reveal',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'reveal');
      await shown(page, 'reveal');
    },
  },
  {
    ...base,
    name: 'person-clear',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'reveal');
      await press(page, 'reason-contact');
      await page.locator('[data-clear]').waitFor();
    },
  },
  {
    ...base,
    name: 'person-add',
    play: async ({ page }) => {
      await page.locator('[data-n="0"]').waitFor();
      await press(page, 'add-person');
      await shown(page, 'person-form');
    },
  },
  {
    ...base,
    name: 'person-change',
    play: async ({ page }) => {
      await openPerson(page, 3);
      await press(page, 'change');
      await shown(page, 'person-form');
      await fill(page, 'phone', '12ab');
      await page.locator('[data-field=quiet] [data-value=own]').click();
      await page.locator('[data-field=quiet-from]').waitFor();
    },
  },
  {
    ...base,
    name: 'card-bind',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'bind-card');
      await shown(page, 'bind-card');
    },
  },
  {
    ...base,
    name: 'card-taken',
    prepare: (edge) => {
      givePeople(edge);
      edge.on('bindCard', () => ({ refused: 'bad-request', field: 'card' }));
    },
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'bind-card');
      await shown(page, 'bind-card');
      await page.locator('.more summary').click();
      await fill(page, 'card', '0012345678');
      await press(page, 'use-typed');
      await page.locator('[data-dialog=bind-card] .note.bad').waitFor();
    },
  },
  {
    ...base,
    name: 'card-revoke',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'revoke-1');
      await shown(page, 'revoke-card');
    },
  },
  {
    ...base,
    name: 'person-end',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'end-person');
      await page.locator('[data-field=end-reason] [data-value=moved-out]').click();
    },
  },
  {
    ...base,
    name: 'person-end-twice',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'end-person');
      await page.locator('[data-field=end-reason] [data-value=entered-twice]').click();
      await page.locator('[data-dialog=end-person] .note.care').waitFor();
    },
  },
  {
    ...base,
    name: 'move-out',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'move-out');
      await page.locator('[data-dialog=move-out] .ends').waitFor();
    },
  },
  {
    ...base,
    name: 'own-data',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'own-data');
      await shown(page, 'own-data');
    },
  },
];
