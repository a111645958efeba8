// Lists of people in and out, and what is kept how long.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type StoryConsole, startStoryConsole } from '../console.fixture.ts';
import { sessionSample } from '../samples.fixture.ts';
import { type ConsoleScene, press } from '../scenes.fixture.ts';
import { clearSample, givePeople, personSample, previewSample, retentionSample } from './people-samples.fixture.ts';
import { chooseFile, chooseGbkFile, chooseGoodFile } from './people-scenes.fixture.ts';
import { openPerson } from './person-scenes.fixture.ts';

const scene: ConsoleScene = {
  name: 'import',
  hash: '#/people/import',
  prepare: (edge) => {
    givePeople(edge);
    edge.on('previewPeople', () => ({ ...previewSample, problems: [] }));
  },
  play: ({ page }) => page.locator('.file-choice').waitFor(),
};

describe('a list of people', function () {
  this.timeout(60_000);
  let story: StoryConsole;
  before(async () => {
    story = await startStoryConsole();
  });
  beforeEach(() => story.begin(scene));
  afterEach(() => story.end());
  after(() => story.stop());

  it('is checked, changes nothing, and is imported when that is pressed', async () => {
    await chooseGoodFile(story.page);
    await story.page.locator('[data-do=import-all]').waitFor();
    assert.deepEqual(story.sentTo('importPeople'), []);
    await press(story.page, 'import-all');
    await story.page.locator('.note.good', { hasText: '已导入 50 人' }).waitFor();
    const [sent] = story.sentTo('importPeople');
    assert.equal(Reflect.get(sent ?? {}, 'partial'), false);
    assert.match(String(Reflect.get(sent ?? {}, 'csv')), /王小明/);
  });

  it('with bad rows names each by line and column, and only the good ones can be imported', async () => {
    story.edge.on('previewPeople', () => previewSample);
    await chooseGoodFile(story.page);
    const rows = story.page.locator('[data-table=problems] tbody tr');
    await rows.first().waitFor();
    assert.deepEqual(await rows.nth(1).locator('td').allTextContents(), [
      '第 56 行',
      '卡号',
      '这张卡在第 12 行已经出现过',
    ]);
    assert.equal(await story.page.locator('[data-do=import-all]').count(), 0);
    await press(story.page, 'import-good');
    await story.page.locator('.note.good').waitFor();
    assert.equal(Reflect.get(story.sentTo('importPeople')[0] ?? {}, 'partial'), true);
  });

  it('in which something went wrong after the check is not imported, and says why', async () => {
    story.edge.on('importPeople', () => ({ imported: 0, households: 0, problems: previewSample.problems }));
    await chooseGoodFile(story.page);
    await press(story.page, 'import-all');
    await story.page.locator('[data-table=problems]').waitFor();
    assert.equal(await story.page.locator('.note.good').count(), 0);
    await story.page.locator('[data-do=import-good]').waitFor();
  });

  it('saved by an old spreadsheet is read, and its first lines are shown to be compared', async () => {
    await chooseGbkFile(story.page);
    await story.page.locator('.decoded', { hasText: 'GBK' }).waitFor();
    assert.match(await story.page.locator('.decoded pre').innerText(), /角色,姓名\n住户,/);
    assert.match(String(Reflect.get(story.sentTo('previewPeople')[0] ?? {}, 'csv')), /^角色,姓名\n住户,/);
    await press(story.page, 'import-all');
    await story.page.locator('.note.good').waitFor();
    assert.equal(await story.page.locator('.decoded').count(), 0);
  });

  it('that is no text, or too large, is not sent', async () => {
    await chooseFile(story.page, Buffer.from('ff00ff817f', 'hex'));
    await story.page.locator('.note.bad', { hasText: 'CSV UTF-8' }).waitFor();
    await chooseFile(story.page, Buffer.alloc(4_000_001, 'a'));
    await story.page.locator('.note.bad', { hasText: '4 MB' }).waitFor();
    assert.deepEqual(story.sentTo('previewPeople'), []);
  });

  it('leaves the house only by the manager’s hand, and not without a word', async () => {
    await story.begin({ ...scene, hash: '#/people', play: ({ page }) => press(page, 'export') });
    const link = story.page.locator('[data-do=download-people]');
    assert.equal(await link.getAttribute('href'), '/api/console/people-csv');
    await story.begin({
      ...scene,
      hash: '#/people',
      prepare: (edge) => {
        givePeople(edge);
        edge.signIn(sessionSample({ roles: ['desk'] }));
      },
      play: ({ page }) => page.locator('[data-do=add-person]').waitFor(),
    });
    assert.equal(await story.page.locator('[data-do=export]').count(), 0);
  });
});

describe('what is known of people', function () {
  this.timeout(60_000);
  let story: StoryConsole;
  before(async () => {
    story = await startStoryConsole();
  });
  afterEach(() => story.end());
  after(() => story.stop());

  it('is given to the person as a file, for a reason that is recorded first', async () => {
    await story.begin({ ...scene, hash: '#/people', play: ({ page }) => openPerson(page) });
    await press(story.page, 'own-data');
    const [download] = await Promise.all([
      story.page.waitForEvent('download'),
      press(story.page, 'reason-verify-identity'),
    ]);
    assert.match(download.suggestedFilename(), /^本人资料-\d{4}-\d{2}-\d{2}\.json$/);
    const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.deepEqual(Reflect.get(Object(saved), 'data'), clearSample);
    const order = story.edge.seen.map(({ route }) => route).filter((route) => /reveal|readOwnData/.test(route));
    assert.deepEqual(order, ['reveal', 'readOwnData']);
    assert.equal(Reflect.get(story.sentTo('reveal')[0] ?? {}, 'subject'), personSample(0).personId);
    assert.doesNotMatch(await story.page.content(), /王小明|13812345678/);
  });

  it('is erased after what is due was read, and then nothing is due', async () => {
    await story.begin({ ...scene, hash: '#/privacy', play: ({ page }) => page.locator('[data-n="4"]').waitFor() });
    await press(story.page, 'run');
    assert.equal(await story.page.locator('[data-dialog=erase] .lines li').count(), 3);
    assert.deepEqual(story.sentTo('runRetention'), []);
    story.edge.on('readRetention', () =>
      retentionSample({ rules: retentionSample().rules.map((row) => ({ ...row, due: 0 })) }),
    );
    await press(story.page, 'erase');
    await story.page.locator('.toast.good', { hasText: '30' }).waitFor();
    await story.page.locator('[data-do=run]:disabled').waitFor();
  });
});
