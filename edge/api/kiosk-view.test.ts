// What a terminal says of itself.
import assert from 'node:assert/strict';
import { kioskView as schema } from '../contract/api.ts';
import { openSite } from '../domain/people.fixture.ts';
import type { Scene } from '../domain/scene.fixture.ts';
import { kioskView, type TerminalPicture } from './kiosk-view.ts';

const picture: TerminalPicture = {
  id: 'lobby',
  siteTitle: '示范小区',
  dutyPhone: '0755-12345678',
  screen: { widthMm: 600, heightMm: 1060, bottomMm: 700 },
  cabinets: [
    { id: 'a', label: 'A', rows: [{ compartments: [{ n: 1, size: 'S' }] }, { compartments: [{ n: 12, size: 'L' }] }] },
  ],
};
const shown = ({ state, now }: Scene) => schema.parse(kioskView(state, picture, now));
const wrongCodes = (scene: Scene, times: number): Scene => {
  for (let n = 0; n < times; n += 1) scene.given({ type: 'AttemptFailed', data: { terminal: 'lobby' } });
  return scene;
};

describe('a terminal', () => {
  it('draws its cabinets from the top row down', () => {
    const [cabinet] = shown(openSite()).cabinets;
    assert.deepEqual(
      cabinet?.rows.flat().map(({ label }) => label),
      ['A12', 'A01'],
    );
    assert.equal(cabinet?.online, true);
  });

  it('says that a cabinet is away', () => {
    const scene = openSite().given({ type: 'CabinetPresenceChanged', data: { cabinet: 'a', presence: 'silent' } });
    assert.equal(shown(scene).cabinets[0]?.online, false);
  });

  it('counts down while codes are not answered, in whole seconds rounded up', () => {
    const scene = wrongCodes(openSite(), 5).passes(59_001);
    assert.deepEqual([shown(scene).waitSeconds, shown(scene).attended], [1, false]);
    assert.equal(shown(scene.passes(999)).waitSeconds, 0);
  });

  it('waits for a guard after thirty wrong codes, and says so', () => {
    assert.equal(shown(wrongCodes(openSite(), 30)).attended, true);
  });

  it('says since when a person is called, until somebody has answered', () => {
    const scene = openSite();
    scene.when({ kind: 'CallPerson', terminal: 'lobby', reason: 'help' }).tells('PersonCalled', 'AlertRaised');
    assert.equal(shown(scene).calledAt, scene.now.wallMs);
    scene.when({ kind: 'CallPerson', terminal: 'lobby', reason: 'help' }).gives([]);
    scene.when({ kind: 'AnswerCall', terminal: 'lobby' }).tells('CallAnswered', 'AlertCleared');
    assert.equal(shown(scene).calledAt, null);
  });

  it('says when it does not know the time', () => {
    const scene = openSite();
    scene.now = { ...scene.now, clock: 'unknown' };
    assert.equal(shown(scene).clockTrusted, false);
  });
});
