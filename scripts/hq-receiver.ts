// The reference receiver of headquarters: npx tsx scripts/hq-receiver.ts --url mqtt://HOST:PORT --db FILE [--http PORT]
import { parseArgs } from 'node:util';
import { Ingest } from './hq-receiver/ingest.ts';
import { listenHttp } from './hq-receiver/listen-http.ts';
import { listenMqtt } from './hq-receiver/listen-mqtt.ts';
import { openStore } from './hq-receiver/store.ts';

const help = `usage: hq-receiver --url mqtt://HOST:PORT --db FILE [--http PORT] [--drop-receipts SHARE]
  --url            HQ's broker; events are read from mf/1/+/events, receipts go to mf/1/{site}/receipts
  --db             SQLite file, created when missing
  --http           also take batches by POST /mf/1/{site}/events on this loopback port (0: a free one)
  --drop-receipts  for fault tests: leave this share of the receipts unsent, 0 to 1
Prints one JSON line when it is ready.`;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    db: { type: 'string' },
    http: { type: 'string' },
    'drop-receipts': { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
const { url, db } = values;
const dropReceipts = Number(values['drop-receipts']);
if (values.help || !url || !db || !(dropReceipts >= 0 && dropReceipts <= 1)) {
  console.error(help);
  process.exit(values.help ? 0 : 2);
}

/** After a failed commit nobody knows what is on the disk: only a new process may look. */
const endWith = (cause: unknown): never => {
  console.error('receiver: the store failed', cause);
  process.exit(1);
};

const store = await openStore(db);
const ingest = new Ingest(store);
const http = values.http === undefined ? undefined : await listenHttp(ingest, Number(values.http), endWith);
const stopMqtt = await listenMqtt({ url, ingest, dropReceipts, onFault: endWith });
console.log(JSON.stringify({ ready: true, pid: process.pid, ...(http && { http: http.port }) }));

const stop = async (): Promise<void> => {
  await stopMqtt();
  await http?.close();
  await store.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
