// What the desk does for people: finds, adds, changes, binds cards, gives codes, ends, moves out and merges.
import assert from 'node:assert/strict';

import { noon, sampleId } from '../../samples.fixture.ts';
import { type StoryConsole, startStoryConsole } from '../console.fixture.ts';
import { scanWith } from '../desk/scanner.fixture.ts';
import { type ConsoleScene, fill, press } from '../scenes.fixture.ts';
import { courierSample, givePeople, personSample } from './people-samples.fixture.ts';
import { openPerson } from './person-scenes.fixture.ts';

const scene: ConsoleScene = {
  name: 'people',
  hash: '#/people',
  prepare: (edge) => givePeople(edge),
  play: ({ page }) => page.locator('[data-n="0"]').waitFor(),
};

describe('at the desk', function () {
  this.timeout(60_000);
  let story: StoryConsole;
  const gone = (dialog: string): Promise<void> =>
    story.page.locator(`[data-dialog="${dialog}"]`).waitFor({ state: 'detached' });
  const choose = (field: string, value: string): Promise<void> =>
    story.page.locator(`[data-field="${field}"] [data-value="${value}"]`).click();
  /** The last body that came to a route, without its command id. */
  const lastSent = (route: string): object => {
    const { commandId: _, ...body } = (story.sentTo(route).at(-1) ?? {}) as Record<string, unknown>;
    return body;
  };

  before(async () => {
    story = await startStoryConsole();
  });
  beforeEach(() => story.begin(scene));
  afterEach(() => story.end());
  after(() => story.stop());

  it('somebody is found by what was typed last, asked for once', async () => {
    await story.page.locator('[data-field=find]').evaluate((field: HTMLInputElement) => {
      for (const text of ['1', '1-', '1-0', '1-01']) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await story.page.locator('[data-n="3"]').waitFor({ state: 'detached' });
    const asked = story.edge.seen.filter(({ route }) => route === 'listPeople').map(({ query }) => query);
    assert.deepEqual(
      asked.map((query) => Reflect.get(query, 'search')),
      [undefined, '1-01'],
    );
  });

  it('filters are seen and taken away by one press', async () => {
    await choose('relation-filter', 'trustee');
    await story.page.locator('[data-n="8"]').waitFor({ state: 'detached' });
    await story.page.locator('[data-filter=relation]').click();
    await story.page.locator('[data-n="8"]').waitFor();
  });

  it('a resident is added with everything that was chosen', async () => {
    await press(story.page, 'add-person');
    await fill(story.page, 'room', '9-0901');
    await fill(story.page, 'person-name', '何秀英');
    await choose('relation', 'tenant');
    await fill(story.page, 'until', '2026-12-31');
    await choose('consent', 'locker');
    await story.page.locator('[data-field=elder]').check();
    await press(story.page, 'save');
    await gone('person-form');
    const { personId, ...sent } = lastSent('savePerson') as Record<string, unknown>;
    assert.match(String(personId), /^[0-9a-f-]{36}$/);
    assert.deepEqual(sent, {
      role: 'resident',
      room: '9-0901',
      name: '何秀英',
      relation: 'tenant',
      until: Date.parse('2026-12-31T15:59:59.999Z'),
      agreedBy: null,
      consent: 'locker',
      shares: false,
      elder: true,
      low: false,
      language: null,
      channels: [],
      quiet: null,
    });
  });

  it('a change sends only what was changed, and opens nothing that is masked', async () => {
    await openPerson(story.page);
    await press(story.page, 'change');
    await fill(story.page, 'phone', '139 0000 1111');
    await choose('quiet', 'site');
    await press(story.page, 'save');
    await gone('person-form');
    assert.deepEqual(lastSent('savePerson'), {
      personId: personSample(0).personId,
      role: 'resident',
      phone: '139 0000 1111',
      quiet: null,
    });
    assert.deepEqual(story.sentTo('reveal'), []);
  });

  it('a trustee is somebody to whom a resident of the same room agreed', async () => {
    await openPerson(story.page, 1);
    await press(story.page, 'change');
    await choose('relation', 'trustee');
    assert.equal(await story.page.locator('[data-do=save]').isDisabled(), true);
    await story.page.locator('[data-field=agreed-by]').selectOption(personSample(0).personId);
    await press(story.page, 'save');
    await gone('person-form');
    assert.deepEqual(lastSent('savePerson'), {
      personId: personSample(1).personId,
      role: 'resident',
      relation: 'trustee',
      agreedBy: personSample(0).personId,
    });
  });

  it('a refusal says in the form what to do, and what was filled in stays', async () => {
    story.edge.on('savePerson', () => ({ refused: 'bad-request', field: 'room' }));
    await openPerson(story.page);
    await press(story.page, 'change');
    await fill(story.page, 'room', '2-0202');
    await press(story.page, 'save');
    const told = await story.page.locator('[data-dialog=person-form] .note.bad').textContent();
    assert.equal(told, '这个房号属于另一户，请核对。');
    assert.equal(await story.page.locator('[data-field=room]').inputValue(), '2-0202');
  });

  it('a card is bound by a tap at the reader, and its number is nowhere on the page', async () => {
    await openPerson(story.page);
    await press(story.page, 'bind-card');
    await scanWith(story.page, '0012345678');
    await gone('bind-card');
    assert.deepEqual(lastSent('bindCard'), { personId: personSample(0).personId, card: '0012345678' });
    assert.doesNotMatch(await story.page.content(), /0012345678/);
  });

  it('a pickup code is not taken for a card', async () => {
    await openPerson(story.page);
    await press(story.page, 'bind-card');
    await scanWith(story.page, '482913760');
    await story.page.locator('[data-dialog=bind-card] .note.bad').waitFor();
    assert.deepEqual(story.sentTo('bindCard'), []);
  });

  it('a card is ended after one question', async () => {
    await openPerson(story.page, 1);
    await press(story.page, 'revoke-2');
    await press(story.page, 'revoke');
    await gone('revoke-card');
    assert.deepEqual(lastSent('revokeCredential'), { credentialId: personSample(1).cards[1] });
  });

  it('an entry ends for a reason; what waits for it is not lost to "entered twice"', async () => {
    await openPerson(story.page);
    await press(story.page, 'end-person');
    assert.equal(await story.page.locator('[data-do=end]').isDisabled(), true);
    await choose('end-reason', 'entered-twice');
    assert.equal(await story.page.locator('[data-do=end]').isDisabled(), true);
    await choose('end-reason', 'left');
    await press(story.page, 'end');
    await gone('person');
    assert.deepEqual(lastSent('endPerson'), { personId: personSample(0).personId, reason: 'left' });
  });

  it('a household moves out after everybody who ends with it was named', async () => {
    await openPerson(story.page);
    await press(story.page, 'move-out');
    const named = story.page.locator('[data-dialog=move-out] .household li');
    await named.first().waitFor();
    assert.equal(await named.count(), 3);
    await press(story.page.locator('[data-dialog=move-out]').page(), 'cancel');
    await gone('move-out');
    assert.deepEqual(story.sentTo('moveOut'), []);
    await press(story.page, 'move-out');
    await story.page.locator('[data-dialog=move-out] [data-do=move-out]').click();
    await gone('person');
    assert.deepEqual(lastSent('moveOut'), { householdId: personSample(0).householdId });
  });

  it('of two entries the one that is kept takes over the other', async () => {
    await story.begin({
      ...scene,
      hash: '#/people/doubles',
      play: ({ page }) => page.locator('.pair').first().waitFor(),
    });
    await press(story.page, 'keep-other-1');
    await press(story.page, 'merge');
    await gone('merge');
    assert.deepEqual(lastSent('mergePeople'), { from: sampleId(2000), into: sampleId(2008) });
  });

  it('a new courier’s code is shown once', async () => {
    await story.begin({ ...scene, hash: '#/couriers' });
    await press(story.page, 'add-courier');
    await fill(story.page, 'person-name', '刘来福');
    await fill(story.page, 'phone', '13600001111');
    await press(story.page, 'save');
    await story.page.locator('[data-dialog=code]').waitFor();
    assert.match(await story.page.content(), /482 913 760/);
    await press(story.page, 'done');
    await gone('code');
    assert.doesNotMatch(await story.page.content(), /482|913|760/);
  });

  it('a courier’s code is replaced after one question', async () => {
    await story.begin({ ...scene, hash: '#/couriers' });
    await openPerson(story.page);
    await press(story.page, 'new-code');
    assert.deepEqual(story.sentTo('reissueCode'), []);
    await press(story.page, 'reissue');
    await story.page.locator('.big-code').waitFor();
    assert.equal(await story.page.locator('.big-code').textContent(), '305 771 924');
    assert.deepEqual(lastSent('reissueCode'), { personId: courierSample(0).personId });
  });

  it('what others change meanwhile is seen in the list', async () => {
    story.edge.on('listPeople', () => ({
      asOf: noon,
      rows: [personSample(0, { name: '孔*' })],
      next: null,
      total: 1,
    }));
    story.edge.tell('PersonRegistered');
    await story.page.locator('[data-column=name]', { hasText: '孔*' }).waitFor();
  });
});
