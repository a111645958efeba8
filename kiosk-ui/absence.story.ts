// When a person goes away, or the edge does: nothing of one person is left for the next, and nothing hangs.
import assert from 'node:assert/strict';
import { scan, tap, waitForScreen } from './browser.fixture.ts';
import { collecting, onStoryKiosk, type StoryKiosk, secretName } from './kiosk.fixture.ts';
import { sampleId, visitSample } from './samples.fixture.ts';

describe('a kiosk that somebody has left', function () {
  this.timeout(120_000);
  let kiosk: StoryKiosk;
  onStoryKiosk((started) => {
    kiosk = started;
  });

  it('shows nothing of one person to the next: not after idle, not after a reload; and Back has nowhere to go', async () => {
    const comeIn = async (): Promise<void> => {
      kiosk.edge.on('identify', () => visitSample({ name: secretName }));
      await scan(kiosk.page, 'CARD-1');
      await waitForScreen(kiosk.page, 'parcels');
      assert.match(await kiosk.text(), new RegExp(secretName.replace('*', '\\*')));
    };
    const isClean = async (): Promise<void> => {
      await waitForScreen(kiosk.page, 'home');
      const shown = await kiosk.text();
      for (const secret of [secretName, 'A07', '4820', sampleId(1)])
        assert.equal(shown.includes(secret), false, secret);
      assert.equal(
        await kiosk.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
        0,
      );
    };
    await comeIn();
    await kiosk.page.clock.fastForward(41_000);
    await kiosk.page.locator('[data-dialog=idle]').waitFor();
    await kiosk.page.clock.fastForward(30_000);
    await isClean();
    await kiosk.untilSent('end', 1);
    await comeIn();
    await kiosk.page.reload();
    await isClean();
    await comeIn();
    const entries = await kiosk.page.evaluate(() => history.length);
    await tap(kiosk.page, 'restart');
    await isClean();
    assert.equal(await kiosk.page.evaluate(() => history.length), entries);
  });

  it('extends a visit when asked, and the answer presses nothing beneath', async () => {
    kiosk.edge.on('identify', () => visitSample());
    await scan(kiosk.page, 'CARD-1');
    await waitForScreen(kiosk.page, 'parcels');
    await kiosk.page.clock.fastForward(41_000);
    await tap(kiosk.page, 'stay');
    await kiosk.page.locator('[data-dialog=idle]').waitFor({ state: 'detached' });
    await waitForScreen(kiosk.page, 'parcels');
    assert.equal(kiosk.sentTo('openings'), 0);
  });

  it('stays with an open door for an hour, and reminds after a minute', async () => {
    kiosk.edge.on('identify', () => collecting('open'));
    await scan(kiosk.page, 'CARD-1');
    await kiosk.page.locator('.door.good').waitFor();
    await kiosk.page.clock.fastForward(61_000);
    await kiosk.page.locator('.door.care').waitFor();
    await kiosk.page.clock.fastForward(3_600_000);
    await kiosk.page.locator('.door.care').waitFor();
    assert.equal(kiosk.sentTo('end'), 0);
  });

  it('says so when the edge is lost, hides the visit, and goes on alone', async () => {
    kiosk.edge.on('identify', () => visitSample({ name: secretName }));
    await scan(kiosk.page, 'CARD-1');
    await waitForScreen(kiosk.page, 'parcels');
    kiosk.edge.cut(true);
    await kiosk.page.clock.runFor(4_000);
    await waitForScreen(kiosk.page, 'lost');
    assert.equal((await kiosk.text()).includes(secretName), false);
    kiosk.edge.cut(false);
    await waitForScreen(kiosk.page, 'parcels');
  });

  it('sends a sign of life while it draws', async () => {
    const before = kiosk.edge.beats;
    await kiosk.page.clock.runFor(11_000);
    while (kiosk.edge.beats <= before) await kiosk.page.waitForTimeout(50);
  });
});
