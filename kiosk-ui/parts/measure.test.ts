// Sizes for hands and eyes, from the millimetres of the screen.
import assert from 'node:assert/strict';
import { portraitScreen, smallScreen } from '../samples.fixture.ts';
import { measure } from './measure.ts';

describe('the measure of a screen', () => {
  it('gives keys of 20 mm on a tall panel and 16 mm on a 7" one', () => {
    const tall = measure({ width: 1080, height: 1920 }, portraitScreen);
    const small = measure({ width: 1024, height: 600 }, smallScreen);
    assert.ok(tall.keyPx / tall.pxPerMm >= 20);
    assert.ok(small.keyPx / small.pxPerMm >= 16);
  });

  it('never makes a key smaller than 60 px', () => {
    assert.equal(measure({ width: 344, height: 612 }, portraitScreen).keyPx, 60);
  });

  it('brings the lowered layout below 1,220 mm above the floor', () => {
    const { reachTopPx, pxPerMm } = measure({ width: 1080, height: 1920 }, portraitScreen);
    const topMm = portraitScreen.bottomMm + portraitScreen.heightMm - reachTopPx / pxPerMm;
    assert.ok(topMm <= 1220.2, String(topMm));
    assert.equal(measure({ width: 1024, height: 600 }, smallScreen).reachTopPx, 0);
  });
});
