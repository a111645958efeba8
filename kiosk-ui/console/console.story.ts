// Every page of the console's own, at both desk sizes: axe-clean, large enough, nothing cut, no word missing.
import assert from 'node:assert/strict';
import { breaches } from '../inspect.fixture.ts';
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { deskFlaws } from './inspect.fixture.ts';
import { consoleScenes, desks } from './scenes.fixture.ts';

for (const desk of desks) {
  describe(`the console on ${desk.name}`, function () {
    this.timeout(300_000);
    let story: StoryConsole;
    before(async () => {
      story = await startStoryConsole(desk);
    });
    afterEach(() => story.end());
    after(() => story.stop());

    for (const scene of consoleScenes) {
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
