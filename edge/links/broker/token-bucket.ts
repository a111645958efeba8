// A bound on how fast something may go on: tokens come at a steady rate, up to a burst.

export interface Rate {
  perSecond: number;
  burst: number;
}
export interface Bucket {
  tokens: number;
  /** Monotonic milliseconds. */
  at: number;
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

/** Takes `amount` at `now`, on credit if need be, and says how long to wait until the debt is paid. */
export const take = (bucket: Bucket, rate: Rate, { amount, now }: { amount: number; now: number }) => {
  const earned = (Math.max(0, now - bucket.at) / 1_000) * rate.perSecond;
  const tokens = Math.min(rate.burst, bucket.tokens + earned) - amount;
  return { bucket: { tokens, at: now }, waitMs: tokens < 0 ? Math.ceil((-tokens / rate.perSecond) * 1_000) : 0 };
};
