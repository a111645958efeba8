// Keeping a view up: every event counted once over restarts, fresh when somebody reads, and honest when it cannot be.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { newFile, newUnit, removeFiles, startLedger, startMs } from '../ledger.fixture.ts';
import { type OpenDatabase, openDatabase } from '../sqlite.ts';
import { received } from './desk-events.fixture.ts';
import { Upkeep } from './upkeep.ts';
import { readView, type View } from './view.ts';

const counting: View<number> = { name: 'count', key: () => 'all', fold: (row) => (row ?? 0) + 1 };
const events = (count: number) => Array.from({ length: count }, () => received('1', 7));
const now = startMs + 1_000_000_000;

describe('the upkeep of a view', () => {
  after(removeFiles);

  it('shows everything that was committed before it was asked, over restarts too', async () => {
    const file = await newFile();
    for (const times of [1, 2, 3]) {
      const ledger = await startLedger(file);
      const upkeep = new Upkeep(ledger, counting);
      upkeep.start();
      await ledger.append([newUnit({ events: events(250) })]);
      assert.equal(await upkeep.freshAt(now), now);
      assert.deepEqual(await readView(ledger, counting), new Map([['all', 250 * times]]));
      await upkeep.stop();
      await ledger.stop();
    }
  });

  it('folds what has gathered by itself, though nobody reads', async () => {
    const ledger = await startLedger(await newFile());
    const upkeep = new Upkeep(ledger, counting);
    upkeep.start();
    await ledger.append([newUnit({ events: events(3) })]);
    while ((await readView(ledger, counting)).get('all') !== 3) await wait(50);
    await upkeep.stop();
    await ledger.stop();
  });

  it('counts no event twice when many ask at once', async () => {
    const ledger = await startLedger(await newFile());
    const upkeep = new Upkeep(ledger, counting);
    upkeep.start();
    for (let n = 0; n < 5; n += 1) {
      await ledger.append([newUnit({ events: events(10) })]);
      await Promise.all(Array.from({ length: 8 }, () => upkeep.freshAt(now)));
    }
    assert.deepEqual(await readView(ledger, counting), new Map([['all', 50]]));
    await upkeep.stop();
    await ledger.stop();
  });

  it('tells how old it is while it cannot be written, and comes back by itself', async () => {
    let isFull = false;
    const open: OpenDatabase = async (file, mode) => {
      const db = await openDatabase(file, mode);
      const run: typeof db.run = async (sql, params) => {
        if (sql === 'BEGIN IMMEDIATE') await db.exec(`PRAGMA query_only = ${isFull}`);
        return db.run(sql, params);
      };
      return { ...db, run };
    };
    const ledger = await startLedger(await newFile(), { open });
    const upkeep = new Upkeep(ledger, counting);
    upkeep.start();
    await ledger.append([newUnit({ events: events(1) })]);
    assert.equal(await upkeep.freshAt(now), now);
    await ledger.append([newUnit({ events: events(1) })]);
    isFull = true;
    assert.equal(await upkeep.freshAt(now), startMs + 7 * 60_000);
    isFull = false;
    while ((await readView(ledger, counting)).get('all') !== 2) await wait(50);
    assert.equal(await upkeep.freshAt(now), now);
    assert.deepEqual(await readView(ledger, counting), new Map([['all', 2]]));
    await upkeep.stop();
    await ledger.stop();
  });
});
