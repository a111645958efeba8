// The screens of an owner's visit.
import { tap, waitForScreen } from './browser.fixture.ts';
import type { DoorView, ParcelView, VisitView } from './kiosk/contract.ts';
import { doorSample, noon, parcelSample, placeSample, sampleId, visitSample } from './samples.fixture.ts';
import { enter, type Scene } from './scene.fixture.ts';

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
