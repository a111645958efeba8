// A signature as the contract has it, made of what a pad drew.

/** Each stroke is x, y, x, y … in thousandths of the pad's width and height, as the contract has it. */
export type Strokes = number[][];

const mostStrokes = 60;
/** Of the whole signature; a stroke of its own takes half of them. */
const mostPoints = 4_000;
const mostOfStroke = 2_000;

const thousandth = (at: number, of: number): number => Math.min(1000, Math.max(0, Math.round((at / of) * 1000)));

/** Strokes of a pad `width` × `height` in pixels. A dot is a stroke of twice the same point. */
export const strokesOf = (
  groups: readonly { points: readonly { x: number; y: number }[] }[],
  width: number,
  height: number,
): Strokes => {
  const strokes = groups.slice(0, mostStrokes);
  const inAll = strokes.reduce((sum, { points }) => sum + points.length, 0);
  return strokes.map(({ points }) => {
    // A long signature is drawn with fewer points, not cut short.
    const share = Math.floor((points.length * mostPoints) / Math.max(inAll, mostPoints));
    const most = Math.max(1, Math.min(mostOfStroke, share));
    const step = Math.max(1, Math.ceil(points.length / most));
    const kept = points.filter((_, n) => n % step === 0);
    const drawn = kept.length === 1 ? [...kept, ...kept] : kept;
    return drawn.flatMap(({ x, y }) => [thousandth(x, width), thousandth(y, height)]);
  });
};
