// Every screen of the kiosk and the way to it: for pictures, and for whatever must hold on all of them.
import type { Page } from 'playwright-core';
import { scan, tap, waitForScreen } from './browser.ts';
import type { EdgeDouble } from './edge-double.ts';
import type { DoorView, ParcelView, VisitView } from './kiosk/contract.ts';
import {
  courierSample,
  doorSample,
  noon,
  parcelSample,
  placeSample,
  recipientSample,
  sampleId,
  visitSample,
} from './samples.ts';

export interface Stage {
  page: Page;
  edge: EdgeDouble;
}
export interface Scene {
  name: string;
  /** From the home screen to the scene. */
  play(stage: Stage): Promise<void>;
}

const enter = async ({ page, edge }: Stage, visit: VisitView, screen: string): Promise<void> => {
  edge.on('identify', () => visit);
  await scan(page, 'CARD0042');
  await waitForScreen(page, screen);
};
const typeOn = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await tap(page, `key-${key}`);
};
const home = (name: string, play: (stage: Stage) => Promise<void>): Scene => ({ name, play });
const told = ({ page }: Stage): Promise<void> => page.locator('.notice').waitFor();

const several: ParcelView[] = [
  parcelSample(0),
  parcelSample(1, { proxy: { proxyId: sampleId(700), until: noon + 7_200_000 }, actions: ['open'] }),
  parcelSample(2, { addressee: '李*', mine: false, actions: ['open'] }),
  parcelSample(3, { status: 'at-desk', place: placeSample('S03'), actions: [] }),
];
const owned = (change: Partial<ParcelView>, door: Partial<DoorView>, rest: ParcelView[] = []): VisitView =>
  visitSample({ parcels: [parcelSample(0, change), ...rest], door: doorSample(door) });
const owner = (name: string, visit: VisitView): Scene => ({
  name,
  play: (stage) => enter(stage, visit, 'door'),
});
const carried = (actions: ParcelView['actions'], door: Partial<DoorView>): VisitView =>
  courierSample({
    parcels: [parcelSample(0, { status: 'placing', actions })],
    door: doorSample({ purpose: 'deposit', ...door }),
    recipient: recipientSample(),
  });
/** A courier comes in with nothing under way; then the visit turns into `visit`. */
const courier = (name: string, visit: VisitView, screen: string): Scene => ({
  name,
  play: async (stage) => {
    await enter(stage, courierSample(), 'waybill');
    stage.edge.tellVisit(visit);
    await waitForScreen(stage.page, screen);
  },
});
const waybill = 'SF1384420915577';
const atRecipient = async (stage: Stage): Promise<void> => {
  await enter(stage, courierSample(), 'waybill');
  await scan(stage.page, waybill);
  await waitForScreen(stage.page, 'recipient-room');
  await typeOn(stage.page, '3-1203');
};
const matched = (name: string, consent: 'locker' | 'ask' | 'desk' | 'door', screen: string): Scene => ({
  name,
  play: async (stage) => {
    stage.edge.on('recipients', () => courierSample({ recipient: recipientSample({ consent }) }));
    await atRecipient(stage);
    await tap(stage.page, 'next');
    await typeOn(stage.page, '1478');
    await waitForScreen(stage.page, screen);
  },
});

export const homeScenes: readonly Scene[] = [
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
  home('home-clock', async ({ page, edge }) => {
    edge.tellKiosk({ clockTrusted: false });
    await page.locator('.home.care').waitFor();
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

export const ownerScenes: readonly Scene[] = [
  { name: 'parcels', play: (stage) => enter(stage, visitSample({ parcels: several }), 'parcels') },
  {
    name: 'parcels-many',
    play: (stage) =>
      enter(stage, visitSample({ parcels: [0, 1, 2, 3, 4, 5, 6].map((n) => parcelSample(n)) }), 'parcels'),
  },
  { name: 'parcels-none', play: (stage) => enter(stage, visitSample({ parcels: [] }), 'parcels') },
  owner('door-unlocking', owned({ status: 'taking', actions: [] }, {})),
  owner('door-retrying', owned({ status: 'taking', actions: [] }, { stage: 'retrying' })),
  owner('door-open', owned({ status: 'taking', actions: ['report'] }, { stage: 'open' })),
  owner('door-noted', owned({ status: 'taking', actions: [] }, { stage: 'open', problem: 'damaged' })),
  owner('door-closed', owned({ status: 'collected', actions: ['report'] }, { stage: 'closed' })),
  owner(
    'door-closed-more',
    owned({ status: 'collected', actions: ['report'] }, { stage: 'closed' }, [parcelSample(1), parcelSample(2)]),
  ),
  owner('door-disputed', owned({ status: 'disputed', actions: [] }, { stage: 'closed', problem: 'empty' })),
  owner('door-stuck', owned({ actions: [] }, { stage: 'stuck' }, [parcelSample(1)])),
  owner('door-aborted', owned({}, { stage: 'aborted' })),
  {
    name: 'problem',
    play: async (stage) => {
      await enter(stage, owned({ status: 'taking', actions: ['report'] }, { stage: 'open' }), 'door');
      await tap(stage.page, 'report');
    },
  },
  {
    name: 'problem-damaged',
    play: async (stage) => {
      await enter(stage, owned({ status: 'taking', actions: ['report'] }, { stage: 'open' }), 'door');
      await tap(stage.page, 'report');
      await tap(stage.page, 'problem-damaged');
      await stage.page.locator('[data-do=keep]').waitFor();
    },
  },
  {
    name: 'proxy',
    play: async (stage) => {
      await enter(stage, visitSample(), 'parcels');
      await tap(stage.page, 'proxy');
    },
  },
  {
    name: 'proxy-shown',
    play: async (stage) => {
      const proxyId = sampleId(700);
      const qr = 'MF1:k7Qp2v9sXw4Lr8TzYb3NcD';
      stage.edge.on('proxies', () => ({ proxyId, code: '482913760', qr, until: noon + 86_400_000 }));
      await enter(stage, visitSample(), 'parcels');
      await tap(stage.page, 'proxy');
      await tap(stage.page, 'hours-24');
      await waitForScreen(stage.page, 'proxy-shown');
    },
  },
];

export const courierScenes: readonly Scene[] = [
  { name: 'courier', play: ({ page }) => tap(page, 'courier') },
  { name: 'waybill', play: (stage) => enter(stage, courierSample(), 'waybill') },
  {
    name: 'waybill-letters',
    play: async (stage) => {
      await enter(stage, courierSample(), 'waybill');
      await tap(stage.page, 'letters');
      await typeOn(stage.page, 'SF');
    },
  },
  {
    name: 'waybill-next',
    play: async (stage) => {
      await enter(stage, courierSample(), 'waybill');
      stage.edge.tellVisit(carried(['swap', 'withdraw'], { stage: 'open' }));
      await waitForScreen(stage.page, 'door');
      const stored = [parcelSample(0, { actions: ['take-back'] }), parcelSample(1, { actions: ['take-back'] })];
      stage.edge.tellVisit({ ...carried([], { stage: 'closed' }), parcels: stored });
      await waitForScreen(stage.page, 'waybill');
    },
  },
  { name: 'recipient-room', play: atRecipient },
  {
    name: 'recipient-mismatch',
    play: async (stage) => {
      stage.edge.on('recipients', () => ({ refused: 'no-match', attemptsLeft: 3 }));
      await atRecipient(stage);
      await tap(stage.page, 'next');
      await typeOn(stage.page, '0000');
      await told(stage);
    },
  },
  {
    name: 'recipient-phone',
    play: async (stage) => {
      await atRecipient(stage);
      await tap(stage.page, 'next');
      await typeOn(stage.page, '14');
    },
  },
  matched('consent-ask', 'ask', 'consent'),
  matched('consent-desk', 'desk', 'consent'),
  matched('consent-door', 'door', 'consent'),
  matched('condition', 'locker', 'condition'),
  courier('deposit-open', carried(['swap', 'withdraw'], { stage: 'open' }), 'door'),
  courier('deposit-emptying', carried([], { stage: 'open', emptying: true }), 'door'),
  courier('deposit-stuck', carried(['swap', 'withdraw'], { stage: 'stuck' }), 'door'),
  courier(
    'shelf',
    courierSample({
      parcels: [
        parcelSample(0, { status: 'placing', place: placeSample('S03'), actions: ['confirm-shelf', 'withdraw'] }),
      ],
      recipient: recipientSample(),
    }),
    'shelf',
  ),
  {
    name: 'own',
    play: async (stage) => {
      const own = [0, 1, 2].map((n) => parcelSample(n, { actions: ['take-back'] }));
      await enter(stage, courierSample({ parcels: own }), 'waybill');
      await tap(stage.page, 'own');
    },
  },
];

const sceneNamed = (name: string): Scene => {
  const scene = [...homeScenes, ...ownerScenes, ...courierScenes].find((one) => one.name === name);
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
export const wishedScenes: readonly Scene[] = [
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

export const scenes: readonly Scene[] = [...homeScenes, ...ownerScenes, ...courierScenes, ...wishedScenes];
