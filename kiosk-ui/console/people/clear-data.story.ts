// A person's data in clear: shown for a reason, and gone from the page after a minute and by every other way of leaving it [P1].
import assert from 'node:assert/strict';
import { type StoryConsole, startStoryConsole } from '../console.fixture.ts';
import { sessionSample } from '../samples.fixture.ts';
import { type ConsoleScene, press } from '../scenes.fixture.ts';
import { clearSample, givePeople } from './people-samples.fixture.ts';
import { openPerson } from './person-scenes.fixture.ts';

const scene: ConsoleScene = { name: 'people', hash: '#/people', prepare: (edge) => givePeople(edge) };

describe('a person’s data', function () {
  this.timeout(60_000);
  let story: StoryConsole;
  /** Anything of it that is anywhere on the page, seen or not, or in the address. */
  const traces = async (): Promise<string[]> => {
    const everything = await story.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
      return [document.documentElement.outerHTML, location.href, document.title, ...fields].join('\n');
    });
    return Object.values(clearSample).filter((text) => everything.includes(text));
  };
  const reveal = async (): Promise<void> => {
    await openPerson(story.page);
    await press(story.page, 'reveal');
    await press(story.page, 'reason-contact');
    await story.page.locator('[data-clear]').waitFor();
    assert.deepEqual((await traces()).toSorted(), Object.values(clearSample).toSorted());
  };

  before(async () => {
    story = await startStoryConsole();
    await story.page.clock.install();
  });
  beforeEach(() => story.begin(scene));
  afterEach(() => story.end());
  after(() => story.stop());

  it('is on no page before a reason is given, and then goes out under that reason', async () => {
    await openPerson(story.page);
    await press(story.page, 'reveal');
    assert.deepEqual(await traces(), []);
    assert.deepEqual(story.sentTo('reveal'), []);
    await press(story.page, 'reason-complaint');
    await story.page.locator('[data-clear]').waitFor();
    const [sent] = story.sentTo('reveal');
    assert.equal(Reflect.get(sent ?? {}, 'reason'), 'complaint');
  });

  it('is hidden again after a minute', async () => {
    await reveal();
    await story.page.clock.runFor(58_000);
    assert.notDeepEqual(await traces(), []);
    await story.page.clock.runFor(3_000);
    await story.page.locator('[data-clear]').waitFor({ state: 'detached' });
    assert.deepEqual(await traces(), []);
  });

  it('is hidden at once when the computer slept longer than that', async () => {
    await reveal();
    await story.page.clock.fastForward(600_000);
    await story.page.locator('[data-clear]').waitFor({ state: 'detached' });
    assert.deepEqual(await traces(), []);
  });

  it('is hidden by a press', async () => {
    await reveal();
    await press(story.page, 'hide');
    assert.deepEqual(await traces(), []);
  });

  it('is gone with the panel', async () => {
    await reveal();
    await story.page.keyboard.press('Escape');
    await story.page.locator('[data-dialog=person]').waitFor({ state: 'detached' });
    assert.deepEqual(await traces(), []);
  });

  it('is gone with the page, and going back brings nothing back', async () => {
    await reveal();
    await story.page.evaluate(() => {
      location.hash = '#/couriers';
    });
    await story.page.locator('[data-page=couriers]').waitFor();
    assert.deepEqual(await traces(), []);
    await story.page.goBack();
    await story.page.locator('[data-page=people]').waitFor();
    assert.deepEqual(await traces(), []);
  });

  it('is gone with the sign-in', async () => {
    await reveal();
    story.edge.signIn(null);
    story.edge.tell('PersonRegistered');
    await story.page.clock.runFor(1_000);
    await story.page.locator('[data-field=username]').waitFor();
    assert.deepEqual(await traces(), []);
  });

  it('is not opened for officials by the desk alone', async () => {
    await story.begin({
      ...scene,
      prepare: (edge) => {
        givePeople(edge);
        edge.signIn(sessionSample({ roles: ['desk'] }));
      },
    });
    await openPerson(story.page);
    await press(story.page, 'reveal');
    assert.equal(await story.page.locator('[data-do=reason-official]').isDisabled(), true);
    assert.equal(await story.page.locator('[data-do=reason-deliver]').isDisabled(), false);
  });

  it('is not offered to guards, nor is any change', async () => {
    await story.begin({
      ...scene,
      prepare: (edge) => {
        givePeople(edge);
        edge.signIn(sessionSample({ roles: ['guard'] }));
      },
    });
    await openPerson(story.page);
    for (const does of ['reveal', 'change', 'bind-card', 'end-person', 'move-out', 'own-data', 'export', 'add-person'])
      assert.equal(await story.page.locator(`[data-do="${does}"]`).count(), 0, does);
  });
});
