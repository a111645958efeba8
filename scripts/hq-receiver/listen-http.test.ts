// The receiver by HTTP, into a real file: the reply is the receipt, and a new process knows what the old one stored.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainHash, genesis } from '../../edge/ledger/chain.ts';
import { openDatabase } from '../../edge/ledger/sqlite.ts';
import { Ingest } from './ingest.ts';
import { type HttpListener, listenHttp } from './listen-http.ts';
import { openStore, type Store } from './store.ts';

const batch = (from: number, to: number): unknown[] => {
  let hash = genesis;
  return Array.from({ length: to }, (_, index) => {
    const sequence = index + 1;
    const data = `门房 ${sequence}\u0000"`;
    hash = chainHash(hash, sequence, data);
    const id = `0197a000-0000-7000-8000-${String(sequence).padStart(12, '0')}`;
    const time = '2026-11-21T18:00:00.000Z';
    const seal = { specversion: '1.0', source: '/menfang/a', datacontenttype: 'text/plain', epoch: 3 };
    return { ...seal, id, type: 'ParcelPlaced', time, sequence, hash, data };
  }).slice(from - 1);
};

describe('the receiver by HTTP', () => {
  let dir = '';
  let store: Store;
  let http: HttpListener;

  const start = async (): Promise<void> => {
    store = await openStore(join(dir, 'hq.db'));
    http = await listenHttp(new Ingest(store), 0, (cause) => {
      throw cause;
    });
  };
  const stop = async (): Promise<void> => {
    await http.close();
    await store.close();
  };
  const post = async (path: string, body: string) => {
    const response = await fetch(`http://127.0.0.1:${http.port}${path}`, { method: 'POST', body });
    const { upTo, refused } = JSON.parse(await response.text());
    return [response.status, upTo ?? refused];
  };
  const postBatch = (from: number, to: number, site = 'a') =>
    post(`/mf/1/${site}/events`, JSON.stringify(batch(from, to)));

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'menfang-receiver-'));
    await start();
  });

  afterEach(async () => {
    await stop();
    await rm(dir, { recursive: true });
  });

  it('stores each event once, byte for byte, whatever comes twice or at the same time', async () => {
    await Promise.all([postBatch(1, 3), postBatch(1, 3), postBatch(1, 5), postBatch(1, 2, 'b')]);
    assert.deepEqual(await postBatch(4, 5), [200, 5]);
    const db = await openDatabase(join(dir, 'hq.db'), 'read');
    const rows = await db.all<{ event: string }>("SELECT event FROM event WHERE site = 'a' ORDER BY seq");
    const [other] = await db.all<{ count: number }>("SELECT count(*) AS count FROM event WHERE site = 'b'");
    await db.close();
    assert.deepEqual(
      rows.map(({ event }) => JSON.parse(event)),
      batch(1, 5),
    );
    assert.equal(other?.count, 2);
  });

  it('commits what waits together in the order in which it came', async () => {
    const ingest = new Ingest(store);
    const spans = [batch(1, 3), batch(4, 6), batch(7, 9)];
    const receipts = await Promise.all(spans.map((events) => ingest.ingest('a', Buffer.from(JSON.stringify(events)))));
    assert.deepEqual(
      receipts.map((receipt) => receipt?.upTo),
      [3, 9, 9],
    );
  });

  it('goes on after a restart where the file ends', async () => {
    await postBatch(1, 3);
    await stop();
    await start();
    assert.deepEqual(await postBatch(5, 6), [200, 3]);
    assert.deepEqual(await postBatch(4, 6), [200, 6]);
  });

  it('refuses with a remedy, keeps the poison aside once, and serves on', async () => {
    assert.deepEqual(await post('/mf/1/a/events', '{"half'), [400, 'not-a-batch']);
    assert.deepEqual(await post('/mf/1/a/events', '{"half'), [400, 'not-a-batch']);
    assert.deepEqual(await post('/mf/1/a/receipts', '[]'), [404, 'no-such-place']);
    assert.deepEqual(await post('/mf/1/A%00/events', '[]'), [404, 'no-such-place']);
    assert.deepEqual(await post('/mf/1/a/events', 'x'.repeat(1024 * 1024 + 1)), [413, 'too-large']);
    assert.deepEqual(await postBatch(1, 1), [200, 1]);
    const db = await openDatabase(join(dir, 'hq.db'), 'read');
    const aside = await db.all('SELECT site, reason FROM quarantine');
    await db.close();
    assert.deepEqual(aside, [{ site: 'a', reason: 'not-a-batch' }]);
  });
});
