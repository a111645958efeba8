// The leases of one device: random numbers of its own making that tell how old an order is, without any wall clock.
import { randomBytes } from 'node:crypto';

/** Issued leases by the monotonic millisecond of their issue; a new program has none, so all are void at its start. */
export type Leases = ReadonlyMap<string, number>;

/** An order may live 5,000 ms at most; older leases can prove nothing any more. */
const longestTtlMs = 5_000;

/** 64 random bits, lower-case hex. */
export const newLease = (): string => randomBytes(8).toString('hex');

export const withLease = (leases: Leases, lease: string, now: number): Leases =>
  new Map([...[...leases].filter(([, issuedAt]) => now - issuedAt <= longestTtlMs), [lease, now]]);

/** Monotonic milliseconds until which an order with this lease may open something; undefined if the lease is not ours or has run out. */
export const deadlineOf = (
  leases: Leases,
  order: { lease: string; ttlMs: number },
  now: number,
): number | undefined => {
  const issuedAt = leases.get(order.lease);
  if (issuedAt === undefined) return undefined;
  const deadline = issuedAt + order.ttlMs;
  return now < deadline ? deadline : undefined;
};
