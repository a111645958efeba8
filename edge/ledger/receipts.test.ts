// Receipts: sealed in the same commit, read one by one, erased for good, and proved, copied and brought forward with the rest.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checksum } from './checksum.ts';
import { newEvent, newFile, newUnit, removeFiles, startLedger, startMs, tamper } from './ledger.fixture.ts';
import { Ledger, LedgerFault, type Unit } from './ledger.ts';
import { currentVersion } from './migrations/migrate.ts';
import { openDatabase } from './sqlite.ts';

const signed = (id: string, sealed: Uint8Array | null): Unit => newUnit({ receipts: [{ id, sealed }] });
const strokes = Buffer.from('MARK of strokes');

/** The form of the ledger before there were receipts. */
const former = `
  DROP TABLE receipt; DROP INDEX holding_received; DROP INDEX holding_ended; DROP INDEX holding_carrier; DROP INDEX holding_person;
  DROP INDEX holding_household; DROP INDEX holding_where; DROP INDEX holding_kind; DROP INDEX holding_waybill; DROP INDEX holding_waybill_tail; DROP INDEX turned_away_at;
  INSERT INTO view_row (view, id, row) VALUES ('holdings', 'old', '{"holdId":"old"}');
  INSERT INTO checkpoint (reader, epoch, seq, crc) VALUES ('view:holdings', 1, 1, ${checksum('', 'view:holdings', '1/1')}); PRAGMA user_version = 1;`;

describe('the receipts of a ledger', () => {
  after(removeFiles);

  it('are read one by one, also after a restart; there is none where none was signed', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append([signed('r1', strokes), signed('r2', Buffer.from('other'))]);
    assert.deepEqual(await ledger.receipt('r1'), strokes);
    await ledger.stop();
    const again = await startLedger(file);
    assert.deepEqual(await again.receipt('r1'), strokes);
    assert.deepEqual(await again.receipt('r2'), Buffer.from('other'));
    assert.equal(await again.receipt('r3'), undefined);
    assert.deepEqual(await again.personal(), []);
    await again.stop();
  });

  it('are kept with their unit or not at all', async () => {
    const ledger = await startLedger(await newFile());
    const unit = signed('r1', strokes);
    await ledger.append([newUnit({ commandId: unit.commandId })]);
    await assert.rejects(ledger.append([unit]));
    assert.equal(await ledger.receipt('r1'), undefined);
    await ledger.stop();
  });

  it('are gone once erased: no page of the file has a trace of them', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append([signed('r1', strokes)]);
    await ledger.append([signed('r1', null)]);
    assert.equal(await ledger.receipt('r1'), undefined);
    await ledger.stop();
    assert.equal((await readFile(file)).includes(strokes.toString('base64')), false);
  });

  it('are proved by their checksum; a damaged one is not given out', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append([signed('r1', strokes)]);
    assert.ok((await ledger.verify()).ok);
    await ledger.stop();
    await tamper(file, `UPDATE receipt SET sealed = 'AAAA'`);
    const again = await startLedger(file);
    await assert.rejects(again.receipt('r1'), (error) => error instanceof LedgerFault && error.kind === 'damaged');
    const verdict = await again.verify();
    assert.deepEqual([verdict.ok, 'detail' in verdict && verdict.detail], [false, 'the receipt  r1']);
    await again.stop();
  });

  it('go with a backup and come back from it', async () => {
    const ledger = await startLedger(await newFile());
    await ledger.append([signed('r1', strokes)]);
    const [copy, file] = [await newFile(), await newFile()];
    await ledger.backup(copy);
    await ledger.stop();
    await Ledger.restore({ backup: copy, file, now: startMs + 5_000 });
    const restored = await startLedger(file);
    assert.deepEqual(await restored.receipt('r1'), strokes);
    await restored.stop();
  });

  it('find their table in a ledger of the former form: it is brought forward, and its old view is folded anew', async () => {
    const [file, restored] = [await newFile(), await newFile()];
    const ledger = await startLedger(file);
    await ledger.append([newUnit({ events: [newEvent('CallAnswered', {})] })]);
    await ledger.stop();
    await tamper(file, former);
    await Ledger.restore({ backup: file, file: restored, now: startMs + 5_000 });
    for (const one of [file, restored]) {
      const forward = await startLedger(one);
      await forward.append([signed('r1', strokes)]);
      assert.deepEqual(await forward.receipt('r1'), strokes);
      assert.deepEqual(await forward.viewRows('holdings'), []);
      assert.deepEqual(await forward.checkpoint('view:holdings'), { epoch: 0, seq: 0 });
      assert.ok((await forward.verify()).ok);
      await forward.stop();
      const db = await openDatabase(one, 'read');
      assert.deepEqual(await db.all('PRAGMA user_version'), [{ user_version: currentVersion }]);
      await db.close();
    }
  });
});
