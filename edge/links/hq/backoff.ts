// How long to wait before HQ's broker is called again.

const firstMs = 1_000;
const longestMs = 60_000;

/** Milliseconds, anywhere between none and the doubled limit: full jitter, so that a broker's return is not met by all sites at once. `random` is in [0, 1). */
export const backoffMs = (failures: number, random: number): number =>
  random * Math.min(firstMs * 2 ** failures, longestMs);
