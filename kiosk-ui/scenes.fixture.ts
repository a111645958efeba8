// Every screen of the kiosk and the way to it: for pictures, and for whatever must hold on all of them.
import { tap, waitForScreen } from './browser.fixture.ts';
import { courierScenes } from './courier-scenes.fixture.ts';
import { ownerScenes } from './owner-scenes.fixture.ts';
import { type Scene, type Stage, told, typeOn } from './scene.fixture.ts';

const home = (name: string, play: (stage: Stage) => Promise<void>): Scene => ({ name, play });

const homeScenes: readonly Scene[] = [
  home('home', async () => undefined),
  home('home-typed', async ({ page }) => typeOn(page, '12345')),
  home('home-check-digit', async (stage) => {
    stage.edge.on('identify', () => ({ refused: 'check-digit' }));
    await typeOn(stage.page, '123456789');
    await told(stage);
  }),
  home('home-not-recognised', async (stage) => {
    stage.edge.on('identify', () => ({ refused: 'not-recognised' }));
    await typeOn(stage.page, '123456789');
    await told(stage);
  }),
  home('home-waiting', async ({ page, edge }) => {
    edge.tellKiosk({ waitSeconds: 299 });
    await page.locator('.home.care').waitFor();
  }),
  home('home-attended', async ({ page, edge }) => {
    edge.tellKiosk({ attended: true });
    await page.locator('.home.care').waitFor();
  }),
  home('home-clock', async (stage) => {
    stage.edge.on('identify', () => ({ refused: 'clock-untrusted' }));
    await typeOn(stage.page, '123456789');
    await told(stage);
  }),
  home('language', ({ page }) => tap(page, 'language')),
  home('called', ({ page }) => tap(page, 'call')),
  home('idle', async ({ page }) => {
    await typeOn(page, '1');
    await page.clock.fastForward(41_000);
    await page.locator('[data-dialog=idle]').waitFor();
  }),
  home('lost', async ({ page, edge }) => {
    edge.cut(true);
    await waitForScreen(page, 'lost');
  }),
];

/** Each screen once, as most people see it. */
export const plainScenes: readonly Scene[] = [...homeScenes, ...ownerScenes, ...courierScenes];

const sceneNamed = (name: string): Scene => {
  const scene = plainScenes.find((one) => one.name === name);
  if (!scene) throw new Error(`no scene is called ${name}`);
  return scene;
};
const wished = (name: string, ...wishes: ('elder' | 'low')[]): Scene => ({
  name: `${name}-${wishes.join('-')}`,
  play: async (stage) => {
    for (const wish of wishes) await tap(stage.page, wish);
    await sceneNamed(name).play(stage);
  },
});

/** Larger text and the lowered layout, where they change most. */
const wishedScenes: readonly Scene[] = [
  wished('home', 'elder'),
  wished('home', 'low'),
  wished('home', 'elder', 'low'),
  wished('parcels', 'elder'),
  wished('parcels', 'low'),
  wished('deposit-open', 'elder'),
  wished('deposit-open', 'elder', 'low'),
  wished('door-closed-more', 'elder', 'low'),
  wished('condition', 'elder', 'low'),
  wished('waybill-next', 'elder'),
  wished('proxy-shown', 'elder', 'low'),
];

export const scenes: readonly Scene[] = [...plainScenes, ...wishedScenes];
