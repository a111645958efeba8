// What the frame of the console does: in and out, invitations, scanners, keys, the line to the edge, a desk left alone.
import assert from 'node:assert/strict';
import { sampleId } from '../samples.fixture.ts';
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { sessionSample, siteSample } from './samples.fixture.ts';
import { type ConsoleScene, fill, press } from './scenes.fixture.ts';

const invited = { name: 'invitation', isOut: true, hash: '#invite=abcdefghijklmnopqrstuvwxyz' };
const atSite = { name: 'site', hash: '#/site' };
const atStaff = { name: 'staff', hash: '#/staff' };

/** Five rows a frame, as a finger flicks through a list. */
const scrolling = { frames: 120, stepPx: 240 };
const frameMs = 1_000 / 60;

describe('the frame of the console', function () {
  this.timeout(120_000);
  let story: StoryConsole;
  before(async () => {
    story = await startStoryConsole();
  });
  afterEach(() => story.end());
  after(() => story.stop());

  const shown = (selector: string): Promise<void> => story.page.locator(selector).first().waitFor();
  const signIn = async (): Promise<void> => {
    await fill(story.page, 'username', 'Lin.Xiaomei ');
    await fill(story.page, 'password', 'three words here');
    await story.page.keyboard.press('Enter');
  };

  it('lets somebody in with a password, and with the second step when the account has one', async () => {
    await story.begin({ name: 'sign-in', isOut: true });
    story.edge.on('signIn', ({ body }) => (body.totp === '123456' ? sessionSample() : { refused: 'second-factor' }));
    await signIn();
    await fill(story.page, 'totp', '123456');
    story.edge.signIn(sessionSample());
    await story.page.keyboard.press('Enter');
    await shown('.shell');
    assert.deepEqual(
      story.sentTo('signIn').map((body) => [Reflect.get(body, 'userName'), Reflect.get(body, 'totp')]),
      [
        ['lin.xiaomei', null],
        ['lin.xiaomei', '123456'],
      ],
    );
  });

  it('makes an account of an invitation and keeps its token out of the address', async () => {
    await story.begin(invited);
    assert.doesNotMatch(story.page.url(), /invite/);
    for (const [field, text] of [
      ['name', '黄建华'],
      ['username', 'huang.jianhua'],
      ['password', 'three words here'],
      ['again', 'three words here'],
    ] as const)
      await fill(story.page, field, text);
    assert.equal(await story.page.locator('[data-do=make-account]').isDisabled(), true);
    await fill(story.page, 'totp', '123456');
    await press(story.page, 'make-account');
    await shown('.shell');
    const [body] = story.sentTo('makeAccount');
    assert.equal(Reflect.get(body ?? {}, 'token'), 'abcdefghijklmnopqrstuvwxyz');
    assert.equal(Reflect.get(body ?? {}, 'totp'), '123456');
  });

  it('offers each role its pages and no others', async () => {
    await story.begin({ ...atSite, prepare: (edge) => edge.signIn(sessionSample({ roles: ['guard'] })) });
    assert.equal(await story.page.locator('[data-nav=staff]').count(), 0);
    await story.begin({ ...atSite, prepare: (edge) => edge.signIn(sessionSample({ roles: ['technician'] })) });
    assert.equal(await story.page.locator('[data-nav=staff]').count(), 1);
    assert.equal(await story.page.locator('[data-field=search]').count(), 0);
  });

  it('goes back to the sign-in when the edge ends it, with nothing left on the page', async () => {
    await story.begin(atStaff);
    await shown('text=周志强');
    story.edge.signIn(null);
    story.edge.tell('StaffSignedOut');
    await shown('[data-page=sign-in] .note');
    assert.doesNotMatch(await story.page.locator('body').innerHTML(), /周志强|林晓梅/);
  });

  it('signs out at once, even when the line is dead', async () => {
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    story.edge.cut(true);
    await press(story.page, 'account');
    await press(story.page, 'sign-out');
    await shown('[data-page=sign-in]');
    story.edge.cut(false);
    while (story.sentTo('signOut').length === 0) await story.page.waitForTimeout(50);
  });

  it('asks for the same thing once when answers are lost', async () => {
    await story.begin(atSite);
    await shown('[data-do=answer-lobby-1]');
    story.edge.on('answerCall', () => siteSample({ alerts: [] }));
    story.edge.loseAnswers(2);
    await press(story.page, 'answer-lobby-1');
    await shown('.toast.good');
    assert.equal(story.sentTo('answerCall').length, 1);
    await shown('.attention-list .note.good');
  });

  it('says why something was not done, and a compartment goes back into use only after it was checked', async () => {
    await story.begin(atSite);
    await press(story.page, 'door-A05');
    assert.equal(await story.page.locator('[data-do=release]').isDisabled(), true);
    await story.page.locator('[data-field=checked]').check();
    story.edge.on('releaseCompartment', () => ({ refused: 'cannot-record' }));
    await press(story.page, 'release');
    await shown('[data-dialog=compartment] .note.bad');
    story.edge.on('releaseCompartment', () => siteSample());
    await press(story.page, 'release');
    await shown('.toast.good');
    assert.equal(await story.page.locator('[data-dialog]').count(), 0);
  });

  it('reads again what a fact made old, once for a burst of them', async () => {
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    const before = story.sentTo('readSite').length;
    story.edge.site(siteSample({ alerts: [] }));
    for (let n = 0; n < 20; n += 1) story.edge.tell('AlertCleared');
    await shown('.attention-list .note.good');
    assert.ok(story.sentTo('readSite').length - before <= 2);
  });

  it('says from when its data is while the line is broken, and catches up when it is mended', async () => {
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    story.edge.cut(true);
    await shown('.stale-line');
    story.edge.site(siteSample({ alerts: [] }));
    story.edge.cut(false);
    await shown('.attention-list .note.good');
    await story.page.locator('.stale-line').waitFor({ state: 'detached' });
  });

  it('finds the search with one key, and types a slash where one writes', async () => {
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    await story.page.keyboard.press('/');
    await shown('[data-field=search]:focus');
    await story.page.keyboard.type('3-12/03', { delay: 120 });
    assert.equal(await story.page.locator('[data-field=search]').inputValue(), '3-12/03');
  });

  it('lets no scanner press a button', async () => {
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    await story.page.locator('[data-do=door-A07]').focus();
    await story.page.keyboard.type('SF1384420915577');
    await story.page.keyboard.press('Enter');
    await story.page.waitForTimeout(200);
    assert.equal(await story.page.locator('[data-dialog]').count(), 0);
    await story.page.keyboard.press('Enter');
    await shown('[data-dialog=compartment]');
  });

  const manyStaff: ConsoleScene = {
    ...atStaff,
    prepare: (edge) =>
      edge.on('listStaff', () => ({
        rows: Array.from({ length: 2_000 }, (_, n) => ({
          staffId: sampleId(n),
          name: `员工 ${n}`,
          roles: ['desk' as const],
          hasSecondFactor: false,
          signedIn: false,
        })),
        invitations: [],
        mayInvite: [],
      })),
  };

  it('scrolls a list of 2,000 with a main thread that is done before the next frame', async () => {
    await story.begin(manyStaff);
    await shown('[data-table=staff] tbody tr');
    const session = await story.page.context().newCDPSession(story.page);
    // Of the thread itself, and what the page makes it do: how this browser paints without a graphics card is not the page's.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const ran = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      const own = metrics.filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name));
      assert.equal(own.length, 3);
      return own.reduce((sum, { value }) => sum + 1_000 * value, 0);
    };
    const before = await ran();
    await story.page.locator('[data-table=staff]').evaluate(async (box, { frames, stepPx }) => {
      for (let frame = 0; frame < frames; frame += 1) {
        box.scrollTop += stepPx;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, scrolling);
    const perFrame = ((await ran()) - before) / scrolling.frames;
    await session.detach();
    assert.ok(perFrame < frameMs, `${perFrame} ms a frame`);
  });

  it('walks a list of 2,000 by keyboard with only what is in view on the page', async () => {
    await story.begin(manyStaff);
    const rows = story.page.locator('[data-table=staff] tbody tr');
    await rows.first().focus();
    await story.page.keyboard.press('End');
    await shown('[data-n="1999"]:focus');
    await story.page.keyboard.press('ArrowUp');
    await shown('[data-n="1998"]:focus');
    await story.page.keyboard.press('Home');
    await shown('[data-n="0"]:focus');
    assert.ok((await rows.count()) <= 60);
  });

  it('asks whether somebody is there, goes on when told so, and is closed when nobody is', async () => {
    await story.page.clock.install();
    await story.begin(atSite);
    await shown('[data-do=door-A07]');
    await story.page.clock.fastForward(841_000);
    await shown('[data-dialog=idle]');
    await press(story.page, 'stay');
    await story.page.locator('[data-dialog=idle]').waitFor({ state: 'detached' });
    await story.page.clock.fastForward(841_000);
    await shown('[data-dialog=idle]');
    await story.page.clock.fastForward(61_000);
    await shown('[data-page=sign-in]');
    assert.equal(story.sentTo('signOut').length, 1);
  });
});
