// The far side of the bench "open": the real bridge on a real serial port, which tells when an unlock frame is handed to the line; and a bare client of each broker.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { writeTopic } from '../../../edge/contract/topics.ts';
import { Bridge } from '../../../firmware-bridge/bridge.ts';
import { systemClock } from '../../../firmware-bridge/clock.ts';
import { Journal } from '../../../firmware-bridge/journal.ts';
import { readOptions } from '../../../firmware-bridge/options.ts';
import type { Port } from '../../../firmware-bridge/ports/port.ts';
import { serialPort } from '../../../firmware-bridge/ports/serial.ts';

const monoMs = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;
const tell = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** 8A B L 11 bcc [hardware: 0x8A]. */
const isUnlock = (bytes: Uint8Array): boolean => bytes.length === 5 && bytes[0] === 0x8a && bytes[3] === 0x11;

const tapped = (port: Port): Port => ({
  open: async () => {
    const opened = await port.open();
    if ('fault' in opened) return opened;
    const { source, sink } = opened;
    return {
      source,
      sink: {
        write: (bytes) => {
          if (isUnlock(bytes)) tell({ unlock: monoMs() });
          return sink.write(bytes);
        },
        discard: () => sink.discard(),
        close: () => sink.close(),
      },
    };
  },
});

const [barePort = '', mosquittoPort = '', ...rest] = process.argv.slice(2);
const options = readOptions(rest);
if (!options) throw new Error('the bench gives all options');
const journal = new Journal({ folder: options.data, boot: uuidv7(), clock: systemClock, compactAtBytes: 1 << 20 });
journal.start();
const bridge = new Bridge({
  ...options,
  boot: uuidv7(),
  journal,
  clock: systemClock,
  log: pino({ level: 'silent' }),
  openPort: ({ path, baud }) => tapped(serialPort(path, baud)),
});

const keys = process.env.BENCH_KEYS ?? '';
/** Tells `{[word]: ms}` at each delivery. */
const receive = async (port: string, word: string): Promise<MqttClient> => {
  const client = await connectAsync({
    protocol: 'mqtts',
    host: '127.0.0.1',
    port: Number(port),
    clientId: 'bench-1',
    protocolVersion: 4,
    ca: readFileSync(join(keys, 'ca.pem')),
    cert: readFileSync(join(keys, 'bench-1.pem')),
    key: readFileSync(join(keys, 'bench-1.key')),
  });
  client.on('message', () => tell({ [word]: monoMs() }));
  await client.subscribeAsync(writeTopic({ kind: 'cabinet', id: 'bench', word: 'order' }), { qos: 1 });
  return client;
};
const clients = [await receive(barePort, 'delivered'), await receive(mosquittoPort, 'deliveredByMosquitto')];
await bridge.start();
tell({ ready: true });
process.once('SIGTERM', () => {
  for (const client of clients) client.end(true);
  void bridge
    .stop()
    .then(() => journal.stop())
    .then(() => process.exit(0));
});
