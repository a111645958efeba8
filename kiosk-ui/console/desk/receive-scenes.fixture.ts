// Receiving, step by step, for stories and pictures.
import type { Page } from 'playwright-core';
import { type ConsoleScene, type ConsoleStage, press } from '../scenes.fixture.ts';
import { type House, openHouse } from './house.fixture.ts';
import { scanWith } from './scanner.fixture.ts';

/** The place of the scene last prepared. */
export let house: House;

export const withHouse = (fill: (made: House) => void = () => {}): Pick<ConsoleScene, 'prepare'> => ({
  prepare: (edge) => {
    house = openHouse(edge);
    fill(house);
  },
});

/** Types as a hand does: with a pause after each key that no scanner makes. */
export const typeSlowly = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 100 });

/** Scans a waybill and finds the one it is for; Enter has not been pressed for the item itself. */
export const tellItem = async (page: Page, waybill: string, room: string): Promise<void> => {
  await scanWith(page, waybill);
  await typeSlowly(page, room);
  await page.keyboard.press('Enter');
  await page.locator('.hit.chosen').waitFor();
};

/** Received into the shelf or the compartment of a size. */
export const receiveOne = async (page: Page, size = ''): Promise<void> => {
  await tellItem(page, 'SF1234567890', '3-0101');
  if (size !== '') await typeSlowly(page, size);
  await page.keyboard.press('Enter');
  await page.locator('[data-received]').waitFor();
};

const opened = async ({ page }: ConsoleStage): Promise<void> => {
  await receiveOne(page, 'S');
  house.turnDoor('open');
  await page.locator('[data-door=open]').waitFor();
};

export const receiveScenes: readonly ConsoleScene[] = [
  { name: 'receive', hash: '#/receive', ...withHouse() },
  {
    name: 'receive-hits',
    hash: '#/receive',
    ...withHouse(),
    play: async ({ page }) => {
      await scanWith(page, 'SF1234567890');
      await typeSlowly(page, '3-0');
      await page.locator('.hit').first().waitFor();
    },
  },
  {
    name: 'receive-told',
    hash: '#/receive',
    ...withHouse(),
    play: ({ page }) => tellItem(page, 'SF1234567890', '3-0102'),
  },
  {
    name: 'receive-damaged',
    hash: '#/receive',
    ...withHouse(),
    play: async ({ page }) => {
      await tellItem(page, '773012345678901', '3-0101');
      await page.keyboard.type('中通');
      await page.locator('[data-do=receive]').focus();
      await typeSlowly(page, '5');
      await page.locator('[data-field=photo]').waitFor();
    },
  },
  {
    name: 'receive-done',
    hash: '#/receive',
    ...withHouse(),
    play: async ({ page }) => {
      await receiveOne(page);
      await scanWith(page, 'JD9876543210');
      await page.locator('.hit.former').waitFor();
    },
  },
  { name: 'receive-door', hash: '#/receive', ...withHouse(), play: opened },
  {
    name: 'receive-stuck',
    hash: '#/receive',
    ...withHouse(),
    play: async ({ page }) => {
      await receiveOne(page, 'S');
      house.turnDoor('stuck');
      await page.locator('[data-door=stuck]').waitFor();
    },
  },
  {
    name: 'turn-away',
    hash: '#/receive',
    ...withHouse(),
    play: async ({ page }) => {
      await scanWith(page, 'SF1234567890');
      await press(page, 'turn-away');
      await page.locator('[data-dialog=turn-away]').waitFor();
    },
  },
];
