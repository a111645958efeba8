// The edge of the HQ stories: the real ledger and the real link; appends without rest until a line comes on stdin, then prints its head once HQ holds all.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { Ledger, type Unit } from '../../edge/ledger/ledger.ts';
import { usualLimits } from '../../edge/links/hq/window.ts';
import { HqLink } from '../../edge/links/hq.ts';

const { values } = parseArgs({
  options: { db: { type: 'string' }, url: { type: 'string' }, site: { type: 'string' } },
});
const { db, url, site } = values;
if (!db || !url || !site) throw new Error('usage: hq-edge --db FILE --url URL --site NAME');

const say = (facts: object): void => console.log(JSON.stringify(facts));
const boot = uuidv7();
const unit = (): Unit => ({
  commandId: uuidv7(),
  answer: null,
  events: [
    {
      id: uuidv7(),
      type: 'NodeStarted',
      at: { wallMs: Date.now(), clock: 'synced', boot, monoMs: performance.now() },
      actor: { kind: 'node' },
      data: { boot, version: '门房 "0"' },
    },
  ],
  changes: [],
});

const ledger = new Ledger({ file: db, site, now: Date.now });
await ledger.start();
const link = new HqLink({
  url,
  site,
  ledger,
  log: { info: () => {}, warn: () => {}, error: (facts, message) => console.error(message, facts) },
  onQuarantine: (seq, reason) => say({ quarantined: seq, reason }),
  onDiverged: () => say({ diverged: true }),
  limits: { ...usualLimits, receiptTimeoutMs: 500, longestTimeoutMs: 2_000 },
});
await link.start();
say({ ready: true });

let isTold = false;
void once(process.stdin, 'data').then(() => {
  isTold = true;
});
while (!isTold) {
  await ledger.append(Array.from({ length: 20 }, unit));
  await wait(10);
}
while (link.status().receivedUpTo < ledger.head.seq) await wait(50);
say({ done: true, head: ledger.head, status: link.status() });
process.stdin.destroy();
await link.stop();
await ledger.stop();
