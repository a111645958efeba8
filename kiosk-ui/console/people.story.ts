// Every page about people, at both desk sizes: axe-clean, large enough, nothing cut, no word missing; and a compound of two thousand.
import assert from 'node:assert/strict';
import { breaches } from '../inspect.fixture.ts';
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { deskFlaws } from './inspect.fixture.ts';
import { givePeople } from './people/people-samples.fixture.ts';
import { peopleScenes } from './people/people-scenes.fixture.ts';
import { openPerson } from './people/person-scenes.fixture.ts';
import { desks } from './scenes.fixture.ts';

for (const desk of desks) {
  describe(`the pages about people on ${desk.name}`, function () {
    this.timeout(300_000);
    let story: StoryConsole;
    before(async () => {
      story = await startStoryConsole(desk);
    });
    afterEach(() => story.end());
    after(() => story.stop());

    for (const scene of peopleScenes) {
      it(`show ${scene.name} clean, legible and whole`, async () => {
        const found: string[] = [];
        for (const language of ['zh-CN', 'en']) {
          await story.begin(scene, language);
          found.push(...(await deskFlaws(story.page)).map((line) => `${language}: ${line}`));
          found.push(...(await breaches(story.page)).map((line) => `${language}: ${line}`));
        }
        assert.deepEqual(found, []);
      });
    }
  });
}

describe('a compound of two thousand residents', function () {
  this.timeout(60_000);
  let story: StoryConsole;
  before(async () => {
    story = await startStoryConsole();
    await story.begin({ name: 'many', hash: '#/people', prepare: (edge) => givePeople(edge, 2000) });
    await story.page.locator('[data-n="0"]').waitFor();
  });
  after(() => story.stop());

  it('is one list of which only what is in view is on the page', async () => {
    const rows = story.page.locator('[data-table=people] tbody tr');
    assert.equal(await story.page.locator('[data-table=people] table').getAttribute('aria-rowcount'), '2001');
    assert.ok((await rows.count()) < 80);
    await story.page.locator('[data-n="0"]').focus();
    await story.page.keyboard.press('End');
    await story.page.locator('[data-n="1999"]').waitFor();
    assert.ok((await rows.count()) < 80);
  });

  it('opens its last one as well as its first', async () => {
    await openPerson(story.page, 1999);
    assert.equal(story.sentTo('listPeople').length, 1);
  });
});
