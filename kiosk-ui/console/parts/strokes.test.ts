// A signature leaves the pad in thousandths, as the contract takes it.
import assert from 'node:assert/strict';
import { strokes as contractStrokes } from '../../../edge/contract/console/shared.ts';
import { strokesOf } from './strokes.ts';

const line = (n: number) => ({ points: Array.from({ length: n }, (_, at) => ({ x: at, y: 2 * at })) });

describe('the strokes of a signature', () => {
  it('are thousandths of the pad, whatever its size', () => {
    assert.deepEqual(
      strokesOf(
        [
          {
            points: [
              { x: 30, y: 100 },
              { x: 300, y: 50 },
            ],
          },
        ],
        300,
        100,
      ),
      [[100, 1000, 1000, 500]],
    );
  });

  it('stay on the pad when the pen leaves it', () => {
    assert.deepEqual(
      strokesOf(
        [
          {
            points: [
              { x: -5, y: 101 },
              { x: 305, y: 0 },
            ],
          },
        ],
        300,
        100,
      ),
      [[0, 1000, 1000, 0]],
    );
  });

  it('keep a dot as a stroke that does not move', () => {
    assert.deepEqual(strokesOf([line(1)], 300, 100), [[0, 0, 0, 0]]);
  });

  it('are never more than the contract takes', () => {
    const many = strokesOf(
      Array.from({ length: 90 }, () => line(5_000)),
      300,
      100,
    );
    assert.equal(contractStrokes.safeParse(many).success, true);
  });

  it('reach to the end of a long stroke, with fewer points', () => {
    const [long = []] = strokesOf([line(9_000)], 9_000, 18_000);
    assert.ok(long.length <= 4_000);
    assert.ok((long.at(-2) ?? 0) > 990);
  });
});
