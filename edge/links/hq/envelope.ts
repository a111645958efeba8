// A ledger row as HQ's CloudEvent, and the placeholder that keeps the sequence whole when a row cannot be one.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type HqEvent, hqEvent } from '../../contract/hq.ts';
import { id, wallMs } from '../../contract/ids.ts';
import { chainHash } from '../../ledger/chain.ts';
import type { Row } from '../../ledger/unit.ts';

/** Why a row could not leave as it is. `missing` there is no row with this seq, or none with a hash · `chain` its hash does not follow from the row before (S8). */
export type Poison = 'missing' | 'chain' | 'too-large' | 'not-json' | 'not-an-event';

/** The type of a placeholder: `data` is empty, so that HQ takes `hash` on trust and knows the loss (S9). */
export const placeholderType = 'RowQuarantined';

/** A message of more than 1 MiB is refused by NATS as it is installed; escaping can double a body. */
export const largestBodyBytes = 256 * 1024;

/** The fields of a body that HQ's envelope repeats, by the contract's own shapes; nothing else in it can be wrong. */
const bodyFields = z.object({ id, type: hqEvent.shape.type, at: z.object({ wallMs }) });

/** The end of the year 9999: later ones are written in a form that the contract does not know. */
const latestMs = Date.UTC(9999, 11, 31);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const seal = (row: Row, site: string) =>
  ({
    specversion: '1.0',
    source: `/menfang/${site}`,
    datacontenttype: 'text/plain',
    sequence: row.seq,
    epoch: row.epoch,
    hash: row.hash,
  }) as const;

/** Row of `site` → event, or why not. `previousHash` is that of the row with seq − 1; unknown for an epoch's first. */
export const writeEvent = (row: Row, previousHash: string | undefined, site: string): HqEvent | Poison => {
  if (previousHash !== undefined && chainHash(previousHash, row.seq, row.body) !== row.hash) return 'chain';
  if (Buffer.byteLength(row.body) > largestBodyBytes) return 'too-large';
  const body = parseJson(row.body);
  if (body === undefined) return 'not-json';
  const fields = bodyFields.safeParse(body);
  if (!fields.success) return 'not-an-event';
  const { id, type, at } = fields.data;
  if (at.wallMs > latestMs) return 'not-an-event';
  return { ...seal(row, site), id, type, time: new Date(at.wallMs).toISOString(), data: row.body };
};

/** Stands in HQ's sequence for a row that could not be sent; its id follows from place and hash, so that a repeat is the same event. */
export const writePlaceholder = (row: Row, site: string): HqEvent => {
  const digest = createHash('sha256').update(`${site}/${row.epoch}/${row.seq}/${row.hash}`).digest('hex');
  const groups = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`];
  return {
    ...seal(row, site),
    id: `${groups.join('-')}-${digest.slice(20, 32)}`,
    type: placeholderType,
    time: new Date(0).toISOString(),
    data: '',
  };
};
