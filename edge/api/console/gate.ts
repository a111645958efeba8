// How often one address may knock before anybody is signed in: nobody fills the ledger with wrong passwords, nor the machine with work.
import { type Bucket, fullBucket, type Rate, take } from '../../links/broker/token-bucket.ts';

const rate: Rate = { perSecond: 10 / 60, burst: 10 };
const mostAddresses = 1_000;

export interface Gate {
  /** Seconds to wait; 0 = come in. A refused knock costs nothing. */
  knock(address: string): number;
}

/** `now`: monotonic milliseconds. */
export const openGate = (now: () => number): Gate => {
  const buckets = new Map<string, Bucket>();
  return {
    knock(address) {
      const { bucket, waitMs } = take(buckets.get(address) ?? fullBucket(rate, now()), rate, { amount: 1, now: now() });
      if (waitMs > 0) return Math.ceil(waitMs / 1_000);
      // The one that knocked longest ago goes; by then it has earned its burst again or somebody has a thousand addresses.
      buckets.delete(address);
      buckets.set(address, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest);
      return 0;
    },
  };
};
