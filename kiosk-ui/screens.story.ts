// Every screen in four languages on both panels: axe-clean, large enough, nothing cut, real Chinese type.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Browser, openKiosk, panels, startBrowser } from './browser.fixture.ts';
import { type EdgeDouble, startEdgeDouble } from './edge-double.fixture.ts';
import { breaches, flaws, fontsOf, limitsOf } from './inspect.fixture.ts';
import type { Language } from './kiosk/contract.ts';
import type { Scene } from './scene.fixture.ts';
import { plainScenes } from './scenes.fixture.ts';
import { languages } from './words/dictionary.ts';

const isFull = process.env.MENFANG_FULL !== undefined;
/** A dialog covers the bar, so its other languages are reached by beginning again. */
const isDialog = ({ name }: Scene): boolean => ['language', 'called', 'idle'].includes(name);

/** Presses by script: what is looked at here is the picture, not the finger. */
const press = (page: Page, does: string): Promise<void> =>
  page.locator(`[data-do="${does}"]`).first().dispatchEvent('click');
const speak = async (page: Page, language: Language): Promise<void> => {
  await press(page, 'language');
  await press(page, `language-${language}`);
};

describe('every screen', function () {
  this.timeout(600_000);
  let edge: EdgeDouble;
  before(async () => {
    edge = await startEdgeDouble(join(import.meta.dirname, '../dist/page'));
  });
  after(() => edge.stop());

  for (const panel of panels) {
    describe(`on ${panel.name}`, () => {
      let browser: Browser;
      before(async () => {
        browser = await startBrowser(panel);
        await browser.page.clock.install();
      });
      after(() => browser.stop());

      const sizes = async (scene: Scene, language: Language): Promise<string[]> => {
        const { page } = browser;
        const found: string[] = [];
        for (const [elder, low] of [
          [false, false],
          [true, false],
          [true, true],
          [false, true],
        ] as const) {
          const lines = await flaws(page, limitsOf(panel, { elder, low }));
          found.push(
            ...lines.map((line) => `${scene.name} ${language}${elder ? ' elder' : ''}${low ? ' low' : ''}: ${line}`),
          );
          await press(page, elder === low ? 'elder' : 'low');
        }
        return found;
      };

      const look = async (scene: Scene, language: Language, withAxe: boolean): Promise<string[]> => {
        const found = isDialog(scene)
          ? await flaws(browser.page, limitsOf(panel, { elder: false, low: false }))
          : await sizes(scene, language);
        return withAxe
          ? [...found, ...(await breaches(browser.page)).map((line) => `${scene.name} ${language}: ${line}`)]
          : found;
      };

      for (const [n, scene] of plainScenes.entries()) {
        it(`${scene.name} is clean, legible and whole`, async () => {
          const { page } = browser;
          const found: string[] = [];
          for (const [m, language] of languages.entries()) {
            if (m === 0 || isDialog(scene)) {
              edge.reset({ screen: panel.screen });
              await openKiosk(page, edge.url, language);
              await scene.play({ page, edge });
            } else await speak(page, language);
            // Contrast and names are the same rules in each language: by turns in the small dose, all in the full one.
            found.push(...(await look(scene, language, isFull || m === n % languages.length)));
          }
          assert.deepEqual(found, []);
          assert.deepEqual(edge.faults, []);
        });
      }

      it('shows Chinese in a real Chinese typeface of its region', async () => {
        const regions = { 'zh-CN': 'SC', 'zh-HK': 'HK', 'zh-TW': 'TC' } as const;
        for (const [language, region] of Object.entries(regions)) {
          edge.reset({ screen: panel.screen });
          await openKiosk(browser.page, edge.url, language as keyof typeof regions);
          assert.deepEqual(await fontsOf(browser.page, 'h1 span'), [`Noto Sans CJK ${region}`]);
        }
      });
    });
  }
});
