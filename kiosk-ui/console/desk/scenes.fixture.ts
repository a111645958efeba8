// Every state of the desk's pages worth a look: how each is reached from a fresh page.
import type { Page } from 'playwright-core';
import { placeSample } from '../../samples.fixture.ts';
import type { ItemRow } from '../contract.ts';
import { type ConsoleScene, fill, press } from '../scenes.fixture.ts';
import { house, receiveScenes, typeSlowly, withHouse } from './receive-scenes.fixture.ts';
import { disputedSample, recipientSample, returningSample, unclaimedSample, waitingSample } from './samples.fixture.ts';
import { scanWith } from './scanner.fixture.ts';

/** A stroke drawn across the pad with the mouse, and a second one. */
export const sign = async (page: Page): Promise<void> => {
  const pad = page.locator('[data-field=signature]');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('there is no pad to sign on');
  for (const from of [0.2, 0.5]) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.7);
    await page.mouse.down();
    for (let n = 1; n <= 8; n += 1)
      await page.mouse.move(box.x + box.width * (from + n * 0.03), box.y + box.height * (n % 2 ? 0.3 : 0.6));
    await page.mouse.up();
  }
};

const person = recipientSample(0);
/** Three for one person: two on the shelf, one of them damaged, one in a compartment. */
export const threeItems = (): ItemRow[] => {
  const mine = { room: person.room, name: person.name, personId: person.personId };
  return [
    waitingSample(2, mine),
    waitingSample(4, { ...mine, condition: 'damaged', damage: 'wet', photo: '17' }),
    waitingSample(5, mine),
  ];
};
const returning = (): ItemRow[] => [
  returningSample(2, 0.1, { carrier: '顺丰' }),
  returningSample(4, -2, { carrier: '中通' }),
  returningSample(6, 3, { carrier: '顺丰' }),
  returningSample(9, 5, { carrier: '中通', place: placeSample('A15'), actions: ['fetch'] }),
];
export const fullHouse = (count: number): ItemRow[] => Array.from({ length: count }, (_, n) => waitingSample(n));

const list = ({ page }: { page: Page }): Promise<void> => page.locator('[data-table=items] tbody tr').first().waitFor();
const dialog = (page: Page, name: string): Promise<void> => page.locator(`[data-dialog=${name}]`).waitFor();

/** At the counter, found by room. */
export const findPerson = async (page: Page): Promise<void> => {
  await page.locator('[data-field=recipient]').focus();
  await typeSlowly(page, person.room);
  await page.keyboard.press('Enter');
  await page.locator('.pick-item').first().waitFor();
};

const handOverScenes: readonly ConsoleScene[] = [
  { name: 'hand-over', hash: '#/hand-over', ...withHouse() },
  {
    name: 'hand-over-card',
    hash: '#/hand-over',
    prepare: (edge) => {
      withHouse().prepare?.(edge);
      const { personId, name, room } = person;
      edge.on('claim', () => ({ personId, name, room, identified: 'card', items: threeItems() }));
    },
    play: async ({ page }) => {
      await scanWith(page, 'CARD00420042');
      await page.locator('.pick-item').first().waitFor();
    },
  },
  {
    name: 'hand-over-document',
    hash: '#/hand-over',
    ...withHouse((made) => made.put(...threeItems(), waitingSample(8, { room: person.room }))),
    play: async ({ page }) => {
      await findPerson(page);
      await fill(page, 'document-tail', '123x');
      await sign(page);
    },
  },
  {
    name: 'hand-over-fetch',
    hash: '#/hand-over',
    ...withHouse((made) => made.put(...threeItems())),
    play: async ({ page }) => {
      await findPerson(page);
      await page.locator('[data-do^=fetch-]').click();
      await page.locator('[data-door=unlocking]').waitFor();
      house.turnDoor('stuck');
      await page.locator('[data-door=stuck]').waitFor();
    },
  },
  {
    name: 'hand-over-done',
    hash: '#/hand-over',
    ...withHouse((made) => made.put(...threeItems())),
    play: async ({ page }) => {
      await findPerson(page);
      await fill(page, 'document-tail', '1234');
      await sign(page);
      await press(page, 'hand-over');
      await page.locator('[data-given]').waitFor();
    },
  },
  {
    name: 'refuse',
    hash: '#/hand-over',
    ...withHouse((made) => made.put(...threeItems())),
    play: async ({ page }) => {
      await findPerson(page);
      await press(page, 'refuse');
      await dialog(page, 'refuse');
    },
  },
];

const disputed = disputedSample(3, { dispute: { problem: 'damaged', where: 'with-person' } });
const listScenes: readonly ConsoleScene[] = [
  { name: 'items', hash: '#/items', ...withHouse((made) => made.put(...fullHouse(60), disputed)), play: list },
  { name: 'items-empty', hash: '#/items/disputed', ...withHouse() },
  {
    name: 'items-chosen',
    hash: '#/items',
    ...withHouse((made) => made.put(...fullHouse(60))),
    play: async ({ page }) => {
      await list({ page });
      await page.locator('[data-field=carrier]').selectOption('顺丰');
      await page.locator('[data-field=kind]').selectOption('parcel');
      await page.locator('[data-filter=kind]').waitFor();
      await page.locator('tbody .pick input').nth(0).check();
      await page.locator('tbody .pick input').nth(2).check();
    },
  },
  {
    name: 'item',
    hash: `#/items/waiting/${waitingSample(4).holdId}`,
    ...withHouse((made) => made.put(...fullHouse(60), unclaimedSample(2))),
    play: async ({ page }) => {
      await page.locator('.story li').first().waitFor();
    },
  },
  {
    name: 'settle',
    hash: `#/items/disputed/${disputed.holdId}`,
    ...withHouse((made) => made.put(disputed)),
    play: async ({ page }) => {
      await press(page, 'settle');
      await dialog(page, 'settle');
    },
  },
  {
    name: 'undeliverable',
    hash: `#/items/waiting/${waitingSample(5).holdId}`,
    ...withHouse((made) => made.put(waitingSample(5))),
    play: async ({ page }) => {
      await press(page, 'undeliverable');
      await dialog(page, 'undeliverable');
    },
  },
  {
    name: 'new-code',
    hash: `#/items/waiting/${waitingSample(5).holdId}`,
    ...withHouse((made) => made.put(waitingSample(5))),
    play: async ({ page }) => {
      await press(page, 'reissue-code');
      await page.locator('[data-field=document-checked]').check();
      await press(page, 'confirm-reissue-code');
      await dialog(page, 'code');
    },
  },
];

const returnScenes: readonly ConsoleScene[] = [
  {
    name: 'returns',
    hash: '#/returns',
    ...withHouse((made) => made.put(...returning(), unclaimedSample(1))),
    play: ({ page }) => page.locator('.carrier-group').first().waitFor(),
  },
  {
    name: 'return-list',
    hash: '#/returns',
    ...withHouse((made) => made.put(...returning())),
    play: async ({ page }) => {
      await press(page, 'return-顺丰');
      await dialog(page, 'return');
      await fill(page, 'carrier-person', '刘师傅');
      await sign(page);
    },
  },
  {
    name: 'public-notice',
    hash: '#/returns/notice',
    ...withHouse((made) => made.put(...Array.from({ length: 6 }, (_, n) => unclaimedSample(n)))),
    play: ({ page }) => page.locator('.notice-paper td').first().waitFor(),
  },
];

export const deskScenes: readonly ConsoleScene[] = [
  ...receiveScenes,
  ...handOverScenes,
  ...listScenes,
  ...returnScenes,
];
