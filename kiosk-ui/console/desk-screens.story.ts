// Every state of the desk's pages at both sizes, in Chinese and English: axe-clean, large enough, nothing cut, no word missing.
import assert from 'node:assert/strict';
import { breaches } from '../inspect.fixture.ts';
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { deskScenes } from './desk/scenes.fixture.ts';
import { deskFlaws } from './inspect.fixture.ts';
import { desks } from './scenes.fixture.ts';

for (const desk of desks) {
  describe(`the desk's pages on ${desk.name}`, function () {
    this.timeout(300_000);
    let story: StoryConsole;
    before(async () => {
      story = await startStoryConsole(desk);
    });
    afterEach(() => story.end());
    after(() => story.stop());

    for (const scene of deskScenes) {
      it(`shows ${scene.name} clean, legible and whole`, async () => {
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
