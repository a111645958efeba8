// Backup and restore: a whole copy while the ledger goes on, and numbers that are never given twice.
import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newFile, newUnit, removeFiles, startLedger, startMs, tamper, units } from './ledger.fixture.ts';
import { Ledger, LedgerFault } from './ledger.ts';

const isFault = (kind: string) => (error: unknown) => error instanceof LedgerFault && error.kind === kind;

/** A ledger of 20 events, its backup, and 5 events after it. */
const backedUp = async () => {
  const ledger = await startLedger(await newFile());
  const kept = newUnit({ changes: [{ table: 'hold', id: 'h', row: 1 }] });
  await ledger.append([kept, ...units(19)]);
  await ledger.moveCheckpoint('hq', { ...ledger.head, seq: 15 });

  const backup = await newFile();
  const later = ledger.append(units(5));
  await ledger.backup(backup);
  await later;
  return { ledger, backup, kept };
};

describe('backup and restore', () => {
  after(removeFiles);

  it('makes a whole copy while the ledger goes on, for the owner only, and never over another file', async () => {
    const { ledger, backup } = await backedUp();
    assert.equal((await stat(backup)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(dirname(backup)), ['ledger.db']);
    await assert.rejects(ledger.backup(backup), isFault('exists'));
    await ledger.stop();
  });

  it('restores into a new epoch that builds on the old head and keeps rows, answers and checkpoints', async () => {
    const { ledger, backup, kept } = await backedUp();
    const lost = ledger.head;
    await ledger.stop();
    const file = await newFile();
    const restored = await Ledger.restore({ backup, file, now: startMs + 60_000 });
    assert.equal(restored.epoch, startMs / 1000 + 60);

    const again = await startLedger(file);
    assert.deepEqual(again.head, restored);
    const [old] = await again.read(0, 1000, lost.epoch).then((rows) => rows.slice(-1));
    assert.equal(old?.hash, restored.hash);
    const [[first] = []] = await again.append(units(1));
    assert.deepEqual([first?.epoch, first?.seq], [restored.epoch, 1]);
    assert.deepEqual(await again.read((old?.seq ?? 0) - 1, 10, lost.epoch), [old, first]);
    assert.deepEqual(await again.answer(kept.commandId), { answer: kept.answer });
    assert.deepEqual(await again.tables(), kept.changes);
    assert.deepEqual(await again.checkpoint('hq'), { epoch: lost.epoch, seq: 15 });
    const verdict = await again.verify({ knownHead: again.head });
    assert.ok(verdict.ok && verdict.epochs === 2 && verdict.events === (old?.seq ?? 0) + 1);
    await again.stop();
  });

  it('finds a cut old epoch, and an epoch that no longer builds on it', async () => {
    const { ledger, backup } = await backedUp();
    await ledger.stop();
    for (const sql of ['DELETE FROM event WHERE seq = 20', 'UPDATE event SET epoch = epoch + 1 WHERE seq = 3']) {
      const file = await newFile();
      await Ledger.restore({ backup, file, now: startMs + 60_000 });
      await tamper(file, sql);
      const copy = await startLedger(file);
      const verdict = await copy.verify();
      assert.ok(!verdict.ok && verdict.problem === 'missing', sql);
      await copy.stop();
    }
  });

  it('gives two restores of one backup different epochs, also when the clock went back', async () => {
    const { ledger, backup } = await backedUp();
    await ledger.stop();
    const epochs = new Set([startMs / 1000]);
    for (const now of [startMs + 5_000, startMs + 9_000, 0]) {
      epochs.add((await Ledger.restore({ backup, file: await newFile(), now })).epoch);
    }
    assert.equal(epochs.size, 4);
    assert.equal(Math.min(...epochs), startMs / 1000, 'none is before the one it builds on');
  });

  it('makes nothing from a damaged backup, nor over a ledger that is there', async () => {
    const { ledger, backup } = await backedUp();
    await ledger.stop();
    await assert.rejects(Ledger.restore({ backup, file: backup, now: startMs }), isFault('exists'));
    await tamper(backup, `UPDATE event SET body = replace(body, 'kiosk-1', 'kiosk-2') WHERE seq = 3`);
    const file = await newFile();
    await assert.rejects(Ledger.restore({ backup, file, now: startMs }), isFault('damaged'));
    assert.deepEqual(await readdir(dirname(file)), []);
  });
});
