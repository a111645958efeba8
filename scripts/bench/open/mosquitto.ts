// Debian's Mosquitto on a loopback port, with mutual TLS by the node's own certificates, and one client that publishes through it: what our own broker is held against.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectAsync } from 'mqtt';
import type { Authority } from '../../../edge/secrets/authority.ts';
import { freePort } from '../../stories/hq-process.ts';

const publisher = 'bench-2';

export interface Mosquitto {
  port: number;
  /** QoS 1; resolves with Mosquitto's PUBACK. */
  publish(topic: string, payload: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** It drops root's rights by default and could not read our keys; without TCP_NODELAY it would wait for more to send, which our broker does not. */
const settings = (port: number, own: string, authority: string): string[] => [
  ...(process.getuid?.() === 0 ? ['user root'] : []),
  'persistence false',
  'set_tcp_nodelay true',
  'log_dest stderr',
  `listener ${port} 127.0.0.1`,
  'allow_anonymous true',
  'require_certificate true',
  `cafile ${authority}`,
  `certfile ${own}.pem`,
  `keyfile ${own}.key`,
];

/** `folder` gets its configuration and key. Rejects with Mosquitto's own last words when it does not start. */
export const startMosquitto = async (authority: Authority, folder: string): Promise<Mosquitto> => {
  const files = await authority.enroll(publisher);
  if ('refused' in files) throw new Error(`no certificate for ${publisher}: ${files.refused}`);
  const { certificate, key } = await authority.serverPair([]);
  const own = join(folder, 'mosquitto');
  writeFileSync(`${own}.pem`, certificate);
  writeFileSync(`${own}.key`, key, { mode: 0o600 });
  const port = await freePort();
  writeFileSync(`${own}.conf`, `${settings(port, own, files.authorityFile).join('\n')}\n`);

  const child = spawn('/usr/sbin/mosquitto', ['-c', `${own}.conf`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(child, 'exit');
  // A bench that fails half-way leaves no broker behind.
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`mosquitto did not start: ${said}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      said = line;
      if (line.endsWith(' running')) resolve();
    });
  });
  const client = await connectAsync({
    protocol: 'mqtts',
    host: '127.0.0.1',
    port,
    clientId: publisher,
    protocolVersion: 4,
    ca: authority.certificate,
    cert: readFileSync(files.certificateFile),
    key: readFileSync(files.keyFile),
  });
  return {
    port,
    publish: (topic, payload) => client.publishAsync(topic, payload, { qos: 1 }),
    stop: async () => {
      await client.endAsync();
      end();
      await gone;
      process.off('exit', end);
    },
  };
};
