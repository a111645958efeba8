// One console for a story file: the built page in a browser of desk size, the double of the edge behind it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from '../browser.fixture.ts';
import { type ConsoleDouble, startConsoleDouble } from './edge-double.fixture.ts';
import { type ConsoleScene, type Desk, desks, openConsole } from './scenes.fixture.ts';

export interface StoryConsole {
  edge: ConsoleDouble;
  page: Page;
  /** A fresh page at a scene. */
  begin(scene: ConsoleScene, language?: string): Promise<void>;
  /** Nothing broke the contract. */
  end(): void;
  /** Bodies that came to a route, in their order. */
  sentTo(route: string): object[];
  stop(): Promise<void>;
}

const [usual] = desks;

export const startStoryConsole = async (desk: Desk | undefined = usual): Promise<StoryConsole> => {
  if (desk === undefined) throw new Error('no desk');
  const edge = await startConsoleDouble(join(import.meta.dirname, '../../dist/page/console'));
  const browser = await startBrowser(desk, false);
  const { page } = browser;
  return {
    edge,
    page,
    begin: (scene, language = 'zh-CN') => openConsole({ page, edge }, scene, language),
    end: () => {
      const faults = edge.faults.splice(0);
      assert.deepEqual(faults, []);
    },
    sentTo: (route) => edge.seen.filter((one) => one.route === route).map(({ body }) => body),
    stop: async () => {
      await browser.stop();
      await edge.stop();
    },
  };
};
