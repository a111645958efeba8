// Pictures of every kiosk screen, both sizes, Chinese and English: `tsx scripts/screenshots.ts DIR [NAME…]`, after `vite build kiosk-ui`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openKiosk, panels, startBrowser } from '../kiosk-ui/browser.fixture.ts';
import { startEdgeDouble } from '../kiosk-ui/edge-double.fixture.ts';
import type { Language } from '../kiosk-ui/kiosk/contract.ts';
import { scenes } from '../kiosk-ui/scenes.fixture.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder for the pictures: tsx scripts/screenshots.ts DIR [NAME…]');
const wanted = names.length === 0 ? scenes : scenes.filter(({ name }) => names.includes(name));
const languages: readonly Language[] = ['zh-CN', 'en'];
/** Fades and springs are over by then. */
const settleMs = 250;

const edge = await startEdgeDouble(join(import.meta.dirname, '../dist/page'));
for (const panel of panels) {
  const browser = await startBrowser(panel);
  const { page } = browser;
  await page.clock.install();
  for (const language of languages) {
    await mkdir(join(folder, panel.name, language), { recursive: true });
    for (const scene of wanted) {
      edge.reset({ screen: panel.screen });
      await openKiosk(page, edge.url, language);
      await scene.play({ page, edge });
      await page.waitForTimeout(settleMs);
      await page.screenshot({ path: join(folder, panel.name, language, `${scene.name}.png`) });
    }
  }
  await browser.stop();
}
await edge.stop();
console.log(`${wanted.length * languages.length * panels.length} pictures in ${folder}`);
