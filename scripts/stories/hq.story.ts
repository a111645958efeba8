// Headquarters knows every event, whatever dies on the way (S8, S9).
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chainHash, genesis } from '../../edge/ledger/chain.ts';
import { openDatabase } from '../../edge/ledger/sqlite.ts';
import { freePort, killAll, type Running, runMosquitto, runReady } from './hq-process.ts';

const site = 'story-hq';
const killsOfEach = process.env.MENFANG_FULL ? 30 : 3;
const seed = 20_261_121;

/** Park and Miller's generator: the same deaths in the same order each time. */
const randomFrom = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

type Part = 'broker' | 'receiver' | 'edge';
const parts: readonly Part[] = ['broker', 'receiver', 'edge'];

interface StoredRow {
  epoch: number;
  seq: number;
  hash: string;
  proven: number;
  event: string;
}

const readHq = async (file: string) => {
  const db = await openDatabase(file, 'read');
  const rows = await db.all<StoredRow>(
    'SELECT epoch, seq, hash, proven, event FROM event WHERE site = ? ORDER BY epoch, seq',
    [site],
  );
  const heads = await db.all('SELECT epoch, up_to AS seq, hash FROM head WHERE site = ?', [site]);
  const aside = await db.all('SELECT reason FROM quarantine');
  await db.close();
  return { rows, heads, aside };
};

describe('an event on its way to headquarters', () => {
  let dir = '';
  let url = '';
  let start: Record<Part, () => Promise<Running>>;
  const running = new Map<Part, Running>();

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'menfang-hq-'));
    const port = await freePort();
    url = `mqtt://127.0.0.1:${port}`;
    start = {
      broker: () => runMosquitto(dir, port),
      receiver: () =>
        runReady('scripts/hq-receiver.ts', ['--url', url, '--db', join(dir, 'hq.db'), '--drop-receipts', '0.2']),
      edge: () => runReady('scripts/stories/hq-edge.ts', ['--url', url, '--db', join(dir, 'edge.db'), '--site', site]),
    };
  });

  after(async () => {
    await killAll();
    await rm(dir, { recursive: true });
  });

  it('arrives once in effect and in order, though broker, receiver and edge are killed and receipts are lost', async function () {
    this.timeout(60_000 + killsOfEach * 30_000);
    const random = randomFrom(seed);
    for (const part of parts) running.set(part, await start[part]());
    const deaths = parts.flatMap((part) => Array.from({ length: killsOfEach }, () => ({ part, order: random() })));
    for (const { part } of deaths.sort((one, other) => one.order - other.order)) {
      await wait(300 + random() * 700);
      await running.get(part)?.kill();
      running.set(part, await start[part]());
    }
    await wait(500);

    const edge = running.get('edge');
    assert.ok(edge);
    const done = edge.line((line) => line.includes('"done"'));
    edge.child.stdin?.write('enough\n');
    const { head } = JSON.parse(await done);
    await running.get('receiver')?.end();

    const { rows, heads, aside } = await readHq(join(dir, 'hq.db'));
    assert.deepEqual(heads, [head]);
    assert.deepEqual(aside, []);
    assert.equal(rows.length, head.seq);
    assert.ok(head.seq > 1_000, 'the deaths must fall into traffic');
    let hash = genesis;
    for (const [index, row] of rows.entries()) {
      assert.equal(row.seq, index + 1);
      assert.equal(row.proven, 1);
      hash = chainHash(hash, row.seq, JSON.parse(row.event).data);
      assert.equal(row.hash, hash);
    }
    assert.equal(hash, head.hash);
  });
});
