// The receiver's MQTT side: every site's events in, one cumulative receipt out for each message.
import { connect } from 'mqtt';
import { hqTopics } from '../../edge/contract/hq.ts';
import { deviceId } from '../../edge/contract/ids.ts';
import type { Ingest } from './ingest.ts';

export interface MqttOptions {
  url: string;
  ingest: Ingest;
  /** Share of receipts that are not sent, 0 to 1: how a fault test loses answers. */
  dropReceipts: number;
  onFault(cause: unknown): void;
}

/** So many messages may wait for their commit before the broker is made to wait too. */
const mostWaiting = 64;

const siteOf = (topic: string): string | undefined => {
  const site = deviceId.safeParse(topic.split('/')[2]);
  return site.success && hqTopics.events(site.data) === topic ? site.data : undefined;
};

/** Resolves when the broker has taken the subscription; from then on the connection is renewed for ever. */
export const listenMqtt = async ({ url, ingest, dropReceipts, onFault }: MqttOptions): Promise<() => Promise<void>> => {
  const client = connect(url, { clean: true, reconnectPeriod: 250, resubscribe: false, queueQoSZero: false });
  client.on('error', (error) => console.error(`receiver: ${error.message}`));
  client.handleMessage = (packet, done) => {
    const site = siteOf(packet.topic);
    if (site === undefined) {
      done();
      return;
    }
    const taken = ingest.ingest(site, Buffer.from(packet.payload)).then((receipt) => {
      if (!receipt || !client.connected || Math.random() < dropReceipts) return;
      client.publish(hqTopics.receipts(site), JSON.stringify(receipt), { qos: 1 });
    });
    taken.catch(onFault);
    if (ingest.waiting < mostWaiting) done();
    else void taken.finally(() => done());
  };
  await new Promise<void>((resolve) => {
    client.on('connect', () => {
      client.subscribe('mf/1/+/events', { qos: 1 }, (error) => {
        if (error) client.reconnect();
        else resolve();
      });
    });
  });
  return () => client.endAsync(true);
};
