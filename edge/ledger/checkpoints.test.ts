// Checkpoints: moves that wait together share a commit, and none is lost between two commits.
import assert from 'node:assert/strict';
import { newFile, removeFiles, startLedger, units } from './ledger.fixture.ts';
import type { Ledger } from './ledger.ts';
import { type OpenDatabase, openDatabase } from './sqlite.ts';

describe('the checkpoints of readers', () => {
  after(removeFiles);

  it('share one commit when they wait together, and a move during that commit gets the next one', async () => {
    let commits = 0;
    let late: Promise<void> | undefined;
    let ledger: Ledger | undefined;
    const watched: OpenDatabase = async (file, mode) => {
      const db = await openDatabase(file, mode);
      return {
        ...db,
        async run(sql, params) {
          const changed = await db.run(sql, params);
          if (sql === 'COMMIT') commits += 1;
          if (sql.includes('INTO checkpoint')) late ??= ledger?.moveCheckpoint('late', ledger.head);
          return changed;
        },
      };
    };
    ledger = await startLedger(await newFile(), { open: watched });
    await ledger.append(units(5));
    const { head } = ledger;
    commits = 0;
    await Promise.all(['hq', 'orders', 'notices'].map((name) => ledger?.moveCheckpoint(name, head)));
    assert.equal(commits, 1);
    await late;
    assert.equal(commits, 2);
    for (const name of ['hq', 'orders', 'notices', 'late']) {
      assert.equal((await ledger.checkpoint(name)).seq, 5, name);
    }
    await ledger.stop();
  });
});
