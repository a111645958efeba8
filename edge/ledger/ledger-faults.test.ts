// The ledger when the world fails: a full disk, an I/O error, a head that another moved.
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { newFile, newUnit, removeFiles, startLedger, tamper, units } from './ledger.fixture.ts';
import { StatementFault, type Unit } from './ledger.ts';
import { type OpenDatabase, openDatabase } from './sqlite.ts';

const isStatementFault = (code: string) => (error: unknown) => error instanceof StatementFault && error.code === code;
const hold = (id: string, row: unknown) => ({ table: 'hold', id, row });

describe('the ledger when something fails', () => {
  after(removeFiles);

  it('changes nothing when the disk is full, and goes on when there is room again', async () => {
    let pages = 2 ** 30;
    const limited: OpenDatabase = async (file, mode) => {
      const db = await openDatabase(file, mode);
      return {
        ...db,
        run: async (sql, params) => {
          if (sql === 'BEGIN IMMEDIATE') await db.exec(`PRAGMA max_page_count = ${pages}`);
          return db.run(sql, params);
        },
      };
    };
    const ledger = await startLedger(await newFile(), { open: limited });
    await ledger.append([newUnit({ changes: [hold('h', 1)] })]);
    const { head } = ledger;
    const big = (): Unit => newUnit({ changes: [hold('h', 'x'.repeat(100_000))] });
    pages = 1;
    await assert.rejects(ledger.append([big()]), isStatementFault('SQLITE_FULL'));
    assert.deepEqual(ledger.head, head);
    assert.deepEqual(await ledger.tables(), [hold('h', 1)]);
    pages = 2 ** 30;
    await ledger.append([big()]);
    assert.equal(ledger.head.seq, 2);
    assert.ok((await ledger.verify()).ok);
    await ledger.stop();
  });

  it('can be asked whether it can be written: each time a page is, and nothing stays of it', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    const written: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { size } = await stat(`${file}-wal`);
      await ledger.probe();
      written.push((await stat(`${file}-wal`)).size - size);
    }
    // Measured: a row set to what it is writes none, and so succeeded on a full disk.
    for (const bytes of written) assert.ok(bytes >= 4096, `${bytes} bytes`);
    assert.deepEqual(await ledger.viewRows('probe'), []);
    assert.equal(ledger.head.seq, 0);
    await ledger.stop();
  });

  it('says so while it cannot be written, and no longer when it can', async () => {
    let isReadOnly = false;
    const ledger = await startLedger(await newFile(), {
      open: async (file, mode) => {
        const db = await openDatabase(file, mode);
        const run: typeof db.run = async (sql, params) => {
          if (sql === 'BEGIN IMMEDIATE') await db.exec(`PRAGMA query_only = ${isReadOnly}`);
          return db.run(sql, params);
        };
        return { ...db, run };
      },
    });
    await ledger.probe();
    isReadOnly = true;
    await assert.rejects(ledger.probe(), isStatementFault('SQLITE_READONLY'));
    isReadOnly = false;
    await ledger.probe();
    await ledger.stop();
  });

  it('ends the process after an I/O error, for nobody knows what is stored', async () => {
    const file = await newFile();
    let broken = false;
    const failing: OpenDatabase = async (name, mode) => {
      const db = await openDatabase(name, mode);
      return {
        ...db,
        run: async (sql, params) => {
          const changes = await db.run(sql, params);
          // As measured: the COMMIT "fails" and yet its rows are there [storage: sqlite3].
          if (broken && sql === 'COMMIT')
            throw new StatementFault(Object.assign(new Error('EIO'), { code: 'SQLITE_IOERR' }));
          return changes;
        },
      };
    };
    const fatal: Error[] = [];
    const ledger = await startLedger(file, { open: failing, onFatal: (error) => fatal.push(error) });
    const unit = newUnit();
    broken = true;
    await assert.rejects(ledger.append([unit]), isStatementFault('SQLITE_IOERR'));
    assert.equal(fatal.length, 1);
    await assert.rejects(ledger.append([newUnit()]), /not open/);
    await ledger.stop();

    const restarted = await startLedger(file);
    assert.deepEqual(await restarted.answer(unit.commandId), { answer: unit.answer });
    await restarted.stop();
  });

  it('appends nothing when the head is no longer where it left it', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append(units(2));
    await tamper(file, `UPDATE head SET hash = '${'1'.repeat(64)}'`);
    await assert.rejects(ledger.append(units(1)), /the head of the ledger is not where/);
    assert.equal((await ledger.read(0, 10)).length, 2);
    await ledger.stop();
  });

  it('throws for what JSON cannot say, and keeps nothing of it', async () => {
    const ledger = await startLedger(await newFile());
    await assert.rejects(ledger.append([newUnit({ answer: undefined })]), TypeError);
    await assert.rejects(ledger.append([newUnit({ changes: [hold('h', 1n)] })]), TypeError);
    assert.equal(ledger.head.seq, 0);
    await ledger.append(units(2));
    assert.equal(ledger.head.seq, 2);
    await ledger.stop();
  });
});
