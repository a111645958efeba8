// One desk for a story file: a console whose hands are counted, one action for each scan and each key.
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { scanWith } from './desk/scanner.fixture.ts';

export interface StoryDesk extends StoryConsole {
  scan(text: string): Promise<void>;
  keys(...names: string[]): Promise<void>;
  untilSent(route: string, count: number): Promise<void>;
  /** Scans and keys so far. */
  actions: number;
  /** Presses of mouse or finger since the page was opened. */
  presses(): Promise<number>;
}

/** A key of a hand: slower than any scanner's. */
const handMs = 100;

export const startStoryDesk = async (): Promise<StoryDesk> => {
  const story = await startStoryConsole();
  const { page, sentTo } = story;
  await page.addInitScript(() => {
    Object.assign(globalThis, { presses: 0 });
    const count = (): void => void Object.assign(globalThis, { presses: Reflect.get(globalThis, 'presses') + 1 });
    document.addEventListener('pointerdown', count, true);
  });
  const desk: StoryDesk = {
    ...story,
    actions: 0,
    scan: async (text) => {
      desk.actions += 1;
      await scanWith(page, text);
    },
    keys: async (...names) => {
      for (const name of names) {
        desk.actions += 1;
        await page.keyboard.press(name);
        await page.waitForTimeout(handMs);
      }
    },
    untilSent: async (route, count) => {
      while (sentTo(route).length < count) await page.waitForTimeout(20);
    },
    presses: () => page.evaluate(() => Reflect.get(globalThis, 'presses')),
  };
  return desk;
};
