// The driver: every failure comes back as a fault with SQLite's code, and ends nothing else.
import assert from 'node:assert/strict';
import { newFile, removeFiles } from './ledger.fixture.ts';
import { openDatabase, StatementFault } from './sqlite.ts';

const fault = (code: string) => (error: unknown) => error instanceof StatementFault && error.code === code;

describe('the SQLite driver', () => {
  after(removeFiles);

  it('answers each failure with its code, and works on', async () => {
    const file = await newFile();
    await assert.rejects(openDatabase(file, 'read'), fault('SQLITE_CANTOPEN'));
    const db = await openDatabase(file, 'write');
    await db.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)');
    assert.equal(await db.run('INSERT INTO t VALUES (?, ?), (2, NULL)', [1, '一']), 2);
    await assert.rejects(db.run('INSERT INTO t VALUES (?, ?)', [1, null]), fault('SQLITE_CONSTRAINT'));
    await assert.rejects(db.run('INSERT INTO nowhere VALUES (1)'), fault('SQLITE_ERROR'));
    await assert.rejects(db.all('SELECT c FROM t'), fault('SQLITE_ERROR'));
    await assert.rejects(db.exec('no SQL at all'), fault('SQLITE_ERROR'));
    assert.deepEqual(await db.all('SELECT a, b FROM t WHERE a < ? ORDER BY a', [9]), [
      { a: 1, b: '一' },
      { a: 2, b: null },
    ]);
    await db.close();
  });

  it('changes nothing on a connection that reads', async () => {
    const file = await newFile();
    const writer = await openDatabase(file, 'write');
    await writer.exec('CREATE TABLE t (a)');
    const reader = await openDatabase(file, 'read');
    await assert.rejects(reader.run('INSERT INTO t VALUES (1)'), fault('SQLITE_READONLY'));
    await reader.close();
    await writer.close();
  });
});
