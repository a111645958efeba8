// Scanners that type.
import assert from 'node:assert/strict';
import { listenToWedge } from './wedge.ts';

interface Stroke {
  key: string;
  at?: number;
  ctrlKey?: boolean;
}

/** Types strokes into a listener; returns what was scanned and how many strokes reached the page. */
const type = (strokes: Stroke[]): { scanned: string[]; reached: number } => {
  const scanned: string[] = [];
  let reached = 0;
  const listeners = new Set<(event: KeyboardEvent) => void>();
  const source = {
    addEventListener: (_: 'keydown', added: (event: KeyboardEvent) => void): void => {
      listeners.add(added);
    },
    removeEventListener: (_: 'keydown', removed: (event: KeyboardEvent) => void): void => {
      listeners.delete(removed);
    },
  };
  const stop = listenToWedge(source, (value) => scanned.push(value));
  for (const { key, at = 0, ctrlKey = false } of strokes) {
    let isKept = false;
    const event = {
      key,
      timeStamp: at,
      ctrlKey,
      altKey: false,
      metaKey: false,
      preventDefault: () => {
        isKept = true;
      },
      stopPropagation: () => undefined,
    } as KeyboardEvent;
    for (const listener of listeners) listener(event);
    if (!isKept) reached += 1;
  }
  stop();
  assert.equal(listeners.size, 0);
  return { scanned, reached };
};
const strokes = (text: string, gapMs: number): Stroke[] => Array.from(text, (key, n) => ({ key, at: n * gapMs }));

describe('a scanner that types', () => {
  it('is understood at any speed', () => {
    for (const gapMs of [0, 5, 100, 2_000]) {
      const typed = [...strokes('MF1:aB9+/=', gapMs), { key: 'Enter', at: 10 * gapMs }];
      assert.deepEqual(type(typed).scanned, ['MF1:aB9+/='], `${gapMs} ms`);
    }
  });

  it('presses no button with its Enter, not even with a second one', () => {
    const { scanned, reached } = type([...strokes('CARD', 5), { key: 'Enter' }, { key: 'Enter' }]);
    assert.deepEqual(scanned, ['CARD']);
    assert.equal(reached, 0);
  });

  it('does not begin with what somebody left half typed', () => {
    const typed = [...strokes('123', 5), { key: '9', at: 60_000 }, { key: 'Enter', at: 60_005 }];
    assert.deepEqual(type(typed).scanned, ['9']);
  });

  it('leaves the keys of a technician alone, and ignores keys without a character', () => {
    assert.equal(type([{ key: 'r', ctrlKey: true }]).reached, 1);
    assert.deepEqual(type([{ key: 'Shift' }, { key: 'A' }, { key: 'Enter' }]).scanned, ['A']);
  });
});
