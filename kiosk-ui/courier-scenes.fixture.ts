// The screens of a courier's visit.
import { scan, tap, waitForScreen } from './browser.fixture.ts';
import type { DoorView, ParcelView, VisitView } from './kiosk/contract.ts';
import { courierSample, doorSample, parcelSample, placeSample, recipientSample } from './samples.fixture.ts';
import { enter, type Scene, type Stage, told, typeOn } from './scene.fixture.ts';

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
  {
    name: 'condition-desk',
    play: async (stage) => {
      await enter(stage, courierSample({ recipient: recipientSample({ consent: 'desk' }) }), 'waybill');
      await scan(stage.page, waybill);
      await tap(stage.page, 'to-desk');
      await waitForScreen(stage.page, 'condition');
    },
  },
  courier('deposit-open', carried(['swap', 'withdraw'], { stage: 'open' }), 'door'),
  courier('deposit-emptying', carried([], { stage: 'open', emptying: true }), 'door'),
  courier('deposit-stuck', carried(['swap', 'withdraw'], { stage: 'stuck' }), 'door'),
  courier('deposit-aborted', carried(['swap', 'withdraw'], { stage: 'aborted' }), 'door'),
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
