// Whole visits in a real browser: how many touches they take, and what a scanner, a lost answer and a hasty finger do.
import assert from 'node:assert/strict';
import { scan, tap, waitForScreen } from './browser.fixture.ts';
import { collecting, depositing, onStoryKiosk, type StoryKiosk } from './kiosk.fixture.ts';
import { courierSample, parcelSample, placeSample, recipientSample, visitSample } from './samples.fixture.ts';

describe('a visit at the kiosk', function () {
  this.timeout(120_000);
  let kiosk: StoryKiosk;
  onStoryKiosk((started) => {
    kiosk = started;
  });

  it('gives an owner the parcel with nine touches, by code', async () => {
    kiosk.edge.on('identify', () => collecting('unlocking'));
    await kiosk.typeKeys('123456789');
    await waitForScreen(kiosk.page, 'door');
    assert.equal(await kiosk.touches(), 9);
    kiosk.edge.tellVisit(collecting('open'));
    await kiosk.page.locator('.door.good').waitFor();
    kiosk.edge.tellVisit(collecting('closed'));
    await kiosk.page.locator('[data-do=finish]').waitFor();
    assert.equal(await kiosk.touches(), 9);
  });

  it('gives an owner with a card one parcel with one touch, and the next one with one more', async () => {
    kiosk.edge.on('identify', () => visitSample({ parcels: [parcelSample(0), parcelSample(1)] }));
    kiosk.edge.on('openings', () => collecting('unlocking', [parcelSample(1)]));
    await scan(kiosk.page, '0012345678');
    await waitForScreen(kiosk.page, 'parcels');
    assert.equal(await kiosk.touches(), 0);
    await tap(kiosk.page, 'open');
    await waitForScreen(kiosk.page, 'door');
    kiosk.edge.tellVisit(collecting('open', [parcelSample(1)]));
    kiosk.edge.tellVisit(collecting('closed', [parcelSample(1)]));
    await tap(kiosk.page, 'open');
    await kiosk.untilSent('openings', 2);
    assert.equal(await kiosk.touches(), 2);
  });

  it('lets a courier store a parcel with at most eight actions and each further one with a scan and a tap', async () => {
    kiosk.edge.on('identify', () => courierSample());
    kiosk.edge.on('recipients', () => courierSample({ recipient: recipientSample() }));
    kiosk.edge.on('parcels', () => depositing('unlocking'));
    const actions: string[] = [];
    const act = async (name: string, doing: Promise<void>, screen: string): Promise<void> => {
      actions.push(name);
      await doing;
      await waitForScreen(kiosk.page, screen);
    };
    await act('badge', scan(kiosk.page, 'BADGE7'), 'waybill');
    await act('waybill', scan(kiosk.page, 'SF1384420915577'), 'recipient-room');
    await act('room', kiosk.typeKeys('3-1203'), 'recipient-room');
    await act('next', tap(kiosk.page, 'next'), 'recipient-phone');
    await act('end of the phone', kiosk.typeKeys('1478'), 'condition');
    await act('condition and size', tap(kiosk.page, 'size-S'), 'door');
    kiosk.edge.tellVisit(depositing('open'));
    actions.push('parcel in, door closed');
    kiosk.edge.tellVisit(depositing('closed'));
    await waitForScreen(kiosk.page, 'waybill');
    assert.ok(actions.length <= 8, actions.join(', '));
    const before = await kiosk.touches();
    await scan(kiosk.page, 'YT99887766');
    await waitForScreen(kiosk.page, 'condition');
    await tap(kiosk.page, 'size-M');
    await kiosk.untilSent('parcels', 2);
    assert.equal((await kiosk.touches()) - before, 1);
  });

  it('hears a scanner at any speed, on a focused button too, and its Enter presses nothing', async () => {
    for (const delay of [0, 40]) {
      kiosk.edge.reset({});
      kiosk.edge.on('identify', () => ({ refused: 'not-recognised' }));
      await kiosk.page.locator('[data-do=courier]').focus();
      await kiosk.page.keyboard.type('MF1:aB9+/=', { delay });
      await kiosk.page.keyboard.press('Enter');
      await kiosk.page.keyboard.press('Enter');
      await kiosk.untilSent('identify', 1);
      assert.deepEqual(
        kiosk.edge.seen.map(({ body }) => Reflect.get(body, 'value')),
        ['MF1:aB9+/='],
      );
      await waitForScreen(kiosk.page, 'home');
    }
  });

  it('sends the same command again when the answer was lost, and it counts once', async () => {
    kiosk.edge.on('identify', () => visitSample());
    kiosk.edge.loseAnswers(2);
    await scan(kiosk.page, 'CARD-1');
    await kiosk.page.clock.runFor(3_000);
    await waitForScreen(kiosk.page, 'parcels');
    assert.equal(kiosk.sentTo('identify'), 1);
  });

  it('calls a person from any screen with one touch', async () => {
    kiosk.edge.on('identify', () =>
      courierSample({ parcels: [parcelSample(0, { place: placeSample('S03'), actions: ['confirm-shelf'] })] }),
    );
    await tap(kiosk.page, 'call');
    await kiosk.page.locator('[data-dialog=called]').waitFor();
    await tap(kiosk.page, 'close');
    await scan(kiosk.page, 'BADGE7');
    await waitForScreen(kiosk.page, 'shelf');
    await tap(kiosk.page, 'call');
    await kiosk.untilSent('calls', 2);
    assert.deepEqual(
      kiosk.edge.seen.filter(({ route }) => route === 'calls').map(({ body }) => Reflect.get(body, 'reason')),
      ['help', 'courier'],
    );
  });

  it('opens one door with three quick taps', async () => {
    kiosk.edge.on('identify', () => visitSample());
    kiosk.edge.on('openings', () => collecting('unlocking'));
    await scan(kiosk.page, 'CARD-1');
    await kiosk.page.locator('[data-do=open]').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
      button.click();
    });
    await waitForScreen(kiosk.page, 'door');
    assert.equal(kiosk.sentTo('openings'), 1);
  });
});
