// The words between a site and headquarters.
import { z } from 'zod';
import { deviceId, digest, id } from './ids.ts';

/** One ledger row as a CloudEvent 1.0. `data` is the ledger's body, byte for byte, as text, so that HQ can check `hash` = SHA-256(previous hash ‖ seq ‖ body). */
export const hqEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id,
  source: z.string().max(200),
  type: z.string().max(100),
  time: z.iso.datetime(),
  datacontenttype: z.literal('text/plain'),
  /** Ledger seq, gap-free within (site, epoch). */
  sequence: z.int().min(1),
  epoch: z.int().min(1),
  hash: digest,
  data: z.string(),
});
export type HqEvent = z.infer<typeof hqEvent>;

/** `mf/1/{site}/events`, site → HQ, QoS 1: up to 200 events in ledger order. */
export const hqBatch = z.array(hqEvent).min(1).max(200);

/** `mf/1/{site}/receipts`, HQ → site, QoS 1: everything up to `upTo` is stored without a gap and its chain ends in `hash`. */
export const hqReceipt = z.strictObject({ epoch: z.int().min(1), upTo: z.int().min(0), hash: digest });
export type HqReceipt = z.infer<typeof hqReceipt>;

export const hqTopics = {
  events: (site: string): string => `mf/1/${deviceId.parse(site)}/events`,
  receipts: (site: string): string => `mf/1/${deviceId.parse(site)}/receipts`,
};
