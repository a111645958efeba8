// The health check: healthy is a node that can record and whose bridges are there, and no other.
import assert from 'node:assert/strict';
import { memory } from '../domain/overlay.ts';
import { newFile, removeFiles, startLedger } from '../ledger/ledger.fixture.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type OpenDatabase, openDatabase } from '../ledger/sqlite.ts';
import { openOperations } from './operations.ts';

/** A file system that turns read-only once the ledger has begun. */
const failingProbe: OpenDatabase = async (file, mode) => {
  const db = await openDatabase(file, mode);
  const run: typeof db.run = async (sql, params) => {
    if (sql.startsWith('INSERT INTO view_row')) await db.exec('PRAGMA query_only = ON');
    return db.run(sql, params);
  };
  return { ...db, run };
};

describe('the health of a node', () => {
  let ledger: Ledger;
  afterEach(() => ledger.stop());
  after(removeFiles);

  const start = async (open: OpenDatabase = openDatabase): Promise<void> => {
    ledger = await startLedger(await newFile(), { open });
  };
  const openHealth = (isConnected: boolean, asked: Pick<Ledger, 'head' | 'probe'> = ledger) =>
    openOperations({
      dispatch: { state: memory() },
      ledger: asked,
      broker: {
        isConnected: () => isConnected,
        stats: () => ({ connections: 0, clients: 0, received: 0, sent: 0, turnedAway: new Map() }),
      },
      devices: { refused: 0 },
      hq: undefined,
      notices: { status: () => ({ carriers: [], waiting: 0, failed: 0, givenUp: 0, sent: 0 }) },
      config: { clients: [{ name: 'bridge-1', cabinets: ['a'] }] },
    }).health;

  for (const [what, { open, isConnected }, status] of [
    ['200 while the ledger can be written and every bridge is there', { open: openDatabase, isConnected: true }, 200],
    ['503 while the ledger cannot be written', { open: failingProbe, isConnected: true }, 503],
    ['503 while a bridge is away', { open: openDatabase, isConnected: false }, 503],
  ] as const)
    it(`is ${what}, and says which`, async () => {
      await start(open);
      const health = await openHealth(isConnected)();
      const said = { ok: status === 200, ledgerWritable: open === openDatabase, bridges: { 'bridge-1': isConnected } };
      assert.deepEqual([health.status, JSON.parse(health.body)], [status, said]);
    });

  it('asks the disk once for many who ask at the same moment', async () => {
    await start();
    let probes = 0;
    const probe = (): Promise<void> => {
      probes += 1;
      return ledger.probe();
    };
    const health = openHealth(true, { head: ledger.head, probe });
    await Promise.all([health(), health(), health()]);
    assert.equal(probes, 1);
  });
});
