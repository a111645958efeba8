// A scanner is told from a person by its speed.
import assert from 'node:assert/strict';
import { characterOf, hearKey, hearScans, isScan, pageEars } from './keys.ts';

const key = (change: { key: string; code?: string; shiftKey?: boolean }) => ({ code: '', shiftKey: false, ...change });

describe('what is typed at a desk', () => {
  it('is a scan when it comes faster than anybody types', () => {
    assert.equal(isScan(13, 13 * 20), true);
    assert.equal(isScan(13, 13 * 45), true);
    assert.equal(isScan(13, 13 * 80), false);
  });

  it('is no scan when it is too short or too long to be one', () => {
    assert.equal(isScan(3, 10), false);
    assert.equal(isScan(4, 10), true);
    assert.equal(isScan(201, 201), false);
  });

  it('is read by its place on the keyboard while a Chinese input method holds the characters back', () => {
    assert.equal(characterOf(key({ key: 'Process', code: 'KeyS', shiftKey: true })), 'S');
    assert.equal(characterOf(key({ key: 'Process', code: 'KeyF' })), 'f');
    assert.equal(characterOf(key({ key: 'Process', code: 'Digit7' })), '7');
    assert.equal(characterOf(key({ key: 'Process', code: 'Minus' })), '-');
    assert.equal(characterOf(key({ key: 'Process', code: 'ArrowLeft' })), '');
    assert.equal(characterOf(key({ key: 'Shift' })), '');
    assert.equal(characterOf(key({ key: 'é' })), 'é');
  });
});

describe('a scan', () => {
  it('goes to whoever listened last, and back when that one is gone', () => {
    const heard: string[] = [];
    assert.equal(pageEars.wantsScans(), false);
    const endPage = hearScans((value) => heard.push(`page ${value}`));
    const endDialog = hearScans((value) => heard.push(`dialog ${value}`));
    assert.equal(pageEars.wantsScans(), true);
    pageEars.scanned(' SF2 ');
    endDialog();
    pageEars.scanned('SF3');
    endPage();
    assert.equal(pageEars.wantsScans(), false);
    assert.deepEqual(heard, ['dialog SF2', 'page SF3']);
  });
});

describe('a single key', () => {
  it('does what was asked for last', () => {
    const done: string[] = [];
    const endFirst = hearKey('1', () => done.push('first'));
    const endSecond = hearKey('1', () => done.push('second'));
    pageEars.pressed('1');
    pageEars.pressed('2');
    endSecond();
    pageEars.pressed('1');
    endFirst();
    pageEars.pressed('1');
    assert.deepEqual(done, ['second', 'first']);
  });
});
