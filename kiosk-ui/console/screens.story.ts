// Every state of every page of the console, at both desk sizes: axe-clean, large enough, nothing cut, no word missing.
import assert from 'node:assert/strict';
import { breaches } from '../inspect.fixture.ts';
import { languages } from '../words/dictionary.ts';
import { type StoryConsole, startStoryConsole } from './console.fixture.ts';
import { deskScenes } from './desk/scenes.fixture.ts';
import { deskFlaws } from './inspect.fixture.ts';
import { peopleScenes } from './people/people-scenes.fixture.ts';
import { consoleScenes, desks } from './scenes.fixture.ts';

const scenes = [...consoleScenes, ...deskScenes, ...peopleScenes];
const isFull = process.env.MENFANG_FULL !== undefined;
/** The small dose shows each scene in Chinese at one size and in English at the other, the full one in all languages at both. */
const shownIn = (scene: number, desk: number): readonly string[] =>
  isFull ? languages : [(scene + desk) % 2 === 0 ? 'zh-CN' : 'en'];

for (const [d, desk] of desks.entries()) {
  describe(`the console on ${desk.name}`, function () {
    this.timeout(300_000);
    let story: StoryConsole;
    before(async () => {
      story = await startStoryConsole(desk);
    });
    afterEach(() => story.end());
    after(() => story.stop());

    for (const [n, scene] of scenes.entries()) {
      it(`shows ${scene.name} clean, legible and whole`, async () => {
        const found: string[] = [];
        for (const language of shownIn(n, d)) {
          await story.begin(scene, language);
          found.push(...(await deskFlaws(story.page)).map((line) => `${language}: ${line}`));
          found.push(...(await breaches(story.page)).map((line) => `${language}: ${line}`));
        }
        assert.deepEqual(found, []);
      });
    }
  });
}
