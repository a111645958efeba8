// A signature as the contract has it, made of what a pad drew.

/** Each stroke is x, y, x, y … in thousandths of the pad's width and height, as the contract has it. */
export type Strokes = number[][];

const mostStrokes = 60;
const mostPoints = 2_000;

const thousandth = (at: number, of: number): number => Math.min(1000, Math.max(0, Math.round((at / of) * 1000)));

/** Strokes of a pad `width` × `height` in pixels. A dot is a stroke of twice the same point. */
export const strokesOf = (
  groups: readonly { points: readonly { x: number; y: number }[] }[],
  width: number,
  height: number,
): Strokes =>
  groups.slice(0, mostStrokes).map(({ points }) => {
    const kept = points.slice(0, mostPoints);
    const drawn = kept.length === 1 ? [...kept, ...kept] : kept;
    return drawn.flatMap(({ x, y }) => [thousandth(x, width), thousandth(y, height)]);
  });
