// The published contract of the MQTT side: what devices and headquarters say and hear, made of the schemas that check every message.
import { z } from 'zod';
import { hqBatch, hqReceipt } from '../contract/hq.ts';
import { leaseMessage, order } from '../contract/orders.ts';
import { receipt, report, state } from '../contract/reports.ts';
import { deviceKinds, type Word, words } from '../contract/topics.ts';

const payloads: Record<Word, z.ZodType> = { lease: leaseMessage, order, report, receipt, state };

interface Channel {
  address: string;
  payload: z.ZodType;
  action: 'send' | 'receive';
  qos: number;
  retain: boolean;
}

/** `action` is the edge's. */
const channels: Record<string, Channel> = {
  ...Object.fromEntries(
    deviceKinds.flatMap((kind) =>
      Object.entries(words).map(([word, { from, qos, retain }]): [string, Channel] => [
        `${kind}-${word}`,
        {
          address: `mf/1/${kind}/{id}/${word}`,
          payload: payloads[word as Word],
          action: from === 'edge' ? 'send' : 'receive',
          qos,
          retain,
        },
      ]),
    ),
  ),
  'hq-events': { address: 'mf/1/{id}/events', payload: hqBatch, action: 'send', qos: 1, retain: false },
  'hq-receipts': { address: 'mf/1/{id}/receipts', payload: hqReceipt, action: 'receive', qos: 1, retain: false },
};

/** AsyncAPI 3.0 of every topic. */
export const asyncApi = (version: string): object => ({
  asyncapi: '3.0.0',
  info: { title: 'Menfang devices and headquarters', version },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(
    Object.entries(channels).map(([name, { address, payload }]) => [
      name,
      {
        address,
        parameters: { id: { description: 'a device, or the site' } },
        messages: { [name]: { payload: z.toJSONSchema(payload) } },
      },
    ]),
  ),
  operations: Object.fromEntries(
    Object.entries(channels).map(([name, { action, qos, retain }]) => [
      name,
      { action, channel: { $ref: `#/channels/${name}` }, bindings: { mqtt: { qos, retain } } },
    ]),
  ),
});
