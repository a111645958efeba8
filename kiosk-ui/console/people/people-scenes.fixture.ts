// The other states of the pages about people worth a look: doubles, files, couriers, retention.
import type { Page } from 'playwright-core';
import { type ConsoleScene, fill, press } from '../scenes.fixture.ts';
import { givePeople, previewSample, retentionSample } from './people-samples.fixture.ts';
import { base, openPerson, personScenes, shown } from './person-scenes.fixture.ts';

const header = '角色,房号,姓名,手机\n住户,3-1201,王小明,13812345678\n';
/** 角色,姓名 and a row, as a spreadsheet on the mainland saves them. */
const gbkFile = Buffer.from('bdc7c9ab2cd0d5c3fb0ad7a1bba72ccdf5d0a1c3f70a', 'hex');

export const chooseFile = async (page: Page, bytes: Buffer): Promise<void> =>
  page.locator('[data-field=file]').setInputFiles({ name: '住户名册 2026.csv', mimeType: 'text/csv', buffer: bytes });
export const chooseGoodFile = (page: Page): Promise<void> => chooseFile(page, Buffer.from(header));
export const chooseGbkFile = (page: Page): Promise<void> => chooseFile(page, gbkFile);

const couriers: Pick<ConsoleScene, 'hash' | 'prepare'> = { ...base, hash: '#/couriers' };

export const peopleScenes: readonly ConsoleScene[] = [
  ...personScenes,
  { ...base, name: 'doubles', hash: '#/people/doubles', play: ({ page }) => page.locator('.pair').first().waitFor() },
  {
    ...base,
    name: 'doubles-merge',
    hash: '#/people/doubles',
    play: async ({ page }) => {
      await press(page, 'keep-one-1');
      await shown(page, 'merge');
    },
  },
  {
    ...base,
    name: 'export',
    play: async ({ page }) => {
      await press(page, 'export');
      await shown(page, 'export');
    },
  },
  { ...base, name: 'import', hash: '#/people/import', play: ({ page }) => page.locator('.file-choice').waitFor() },
  {
    ...base,
    name: 'import-problems',
    hash: '#/people/import',
    play: async ({ page }) => {
      await chooseGoodFile(page);
      await page.locator('[data-table=problems]').waitFor();
    },
  },
  {
    ...base,
    name: 'import-gbk',
    hash: '#/people/import',
    prepare: (edge) => {
      givePeople(edge);
      edge.on('previewPeople', () => ({ ...previewSample, problems: [] }));
    },
    play: async ({ page }) => {
      await chooseGbkFile(page);
      await page.locator('[data-do=import-all]').waitFor();
    },
  },
  {
    ...base,
    name: 'import-done',
    hash: '#/people/import',
    play: async ({ page }) => {
      await chooseGoodFile(page);
      await press(page, 'import-good');
      await page.locator('.note.good').waitFor();
    },
  },
  { ...couriers, name: 'couriers', play: ({ page }) => page.locator('[data-n="0"]').waitFor() },
  { ...couriers, name: 'courier', play: ({ page }) => openPerson(page) },
  {
    ...couriers,
    name: 'courier-code',
    play: async ({ page }) => {
      await press(page, 'add-courier');
      await fill(page, 'person-name', '刘来福');
      await fill(page, 'phone', '13600001111');
      await press(page, 'save');
      await shown(page, 'code');
    },
  },
  {
    ...couriers,
    name: 'courier-add',
    play: async ({ page }) => {
      await press(page, 'add-courier');
      await shown(page, 'person-form');
    },
  },
  {
    ...couriers,
    name: 'courier-new-code',
    play: async ({ page }) => {
      await openPerson(page);
      await press(page, 'new-code');
      await shown(page, 'new-code');
    },
  },
  {
    ...base,
    name: 'privacy',
    hash: '#/privacy',
    play: ({ page }) => page.locator('[data-table=retention] tbody tr').first().waitFor(),
  },
  {
    ...base,
    name: 'privacy-erase',
    hash: '#/privacy',
    play: async ({ page }) => {
      await press(page, 'run');
      await shown(page, 'erase');
    },
  },
  {
    name: 'privacy-nothing-due',
    hash: '#/privacy',
    prepare: (edge) =>
      edge.on('readRetention', () =>
        retentionSample({ lastRanAt: null, rules: retentionSample().rules.map((row) => ({ ...row, due: 0 })) }),
      ),
    play: ({ page }) => page.locator('[data-table=retention] tbody tr').first().waitFor(),
  },
];
