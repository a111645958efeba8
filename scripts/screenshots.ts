// Pictures of every screen in Chinese and English, kiosk and console, each in both sizes: `tsx scripts/screenshots.ts DIR [NAME…]`, after `vite build kiosk-ui`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openKiosk, panels, startBrowser } from '../kiosk-ui/browser.fixture.ts';
import { startConsoleDouble } from '../kiosk-ui/console/edge-double.fixture.ts';
import { consoleScenes, desks, openConsole } from '../kiosk-ui/console/scenes.fixture.ts';
import { startEdgeDouble } from '../kiosk-ui/edge-double.fixture.ts';
import type { Language } from '../kiosk-ui/kiosk/contract.ts';
import { scenes } from '../kiosk-ui/scenes.fixture.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder for the pictures: tsx scripts/screenshots.ts DIR [NAME…]');
const isWanted = ({ name }: { name: string }): boolean => names.length === 0 || names.includes(name);
const languages: readonly Language[] = ['zh-CN', 'en'];
const page = join(import.meta.dirname, '../dist/page');
/** Fades and springs are over by then. */
const settleMs = 250;
let taken = 0;

interface Shot {
  viewport: string;
  language: Language;
  scene: string;
}
const pathOf = async ({ viewport, language, scene }: Shot): Promise<string> => {
  await mkdir(join(folder, viewport, language), { recursive: true });
  taken += 1;
  return join(folder, viewport, language, `${scene}.png`);
};

const pictureKiosk = async (): Promise<void> => {
  const edge = await startEdgeDouble(page);
  for (const panel of panels) {
    const browser = await startBrowser(panel);
    await browser.page.clock.install();
    for (const language of languages) {
      for (const scene of scenes.filter(isWanted)) {
        edge.reset({ screen: panel.screen });
        await openKiosk(browser.page, edge.url, language);
        await scene.play({ page: browser.page, edge });
        await browser.page.waitForTimeout(settleMs);
        await browser.page.screenshot({ path: await pathOf({ viewport: panel.name, language, scene: scene.name }) });
      }
    }
    await browser.stop();
  }
  await edge.stop();
};

const pictureConsole = async (): Promise<void> => {
  const edge = await startConsoleDouble(join(page, 'console'));
  for (const desk of desks) {
    const browser = await startBrowser(desk, false);
    for (const language of languages) {
      for (const scene of consoleScenes.filter(isWanted)) {
        await openConsole({ page: browser.page, edge }, scene, language);
        await browser.page.waitForTimeout(settleMs);
        await browser.page.screenshot({ path: await pathOf({ viewport: desk.name, language, scene: scene.name }) });
      }
    }
    await browser.stop();
  }
  await edge.stop();
};

await pictureKiosk();
await pictureConsole();
console.log(`${taken} pictures in ${folder}`);
