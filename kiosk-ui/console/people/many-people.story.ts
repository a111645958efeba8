// The list of people of a large compound.
import assert from 'node:assert/strict';
import { type StoryConsole, startStoryConsole } from '../console.fixture.ts';
import { givePeople } from './people-samples.fixture.ts';
import { openPerson } from './person-scenes.fixture.ts';

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
