// The ledger on a real file: all or nothing, in one order, once, by one process.
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { newEvent, newFile, newUnit, removeFiles, startLedger, startMs, tamper, units } from './ledger.fixture.ts';
import { LedgerFault, type Row, StatementFault } from './ledger.ts';

const isFault = (kind: string) => (error: unknown) => error instanceof LedgerFault && error.kind === kind;
const isStatementFault = (code: string) => (error: unknown) => error instanceof StatementFault && error.code === code;
const hold = (id: string, row: unknown) => ({ table: 'hold', id, row });

describe('the ledger', () => {
  after(removeFiles);

  it('numbers events without a gap and keeps their exact text across a restart', async () => {
    const file = await newFile();
    const first = await startLedger(file);
    const event = newEvent('ParcelWithdrawn', { note: '"引号"\u0000\\' });
    const [own = [], other = []] = await first.append([newUnit({ events: [event, event] }), newUnit()]);
    assert.deepEqual(
      [...own, ...other].map(({ seq }) => seq),
      [1, 2, 3],
    );
    const body = JSON.parse(own[1]?.body ?? '');
    assert.deepEqual(Object.keys(body), ['v', 'site', 'epoch', 'seq', 'id', 'type', 'at', 'command', 'actor', 'data']);
    assert.deepEqual({ ...event, ...body }, body);
    const { head } = first;
    await first.stop();

    const second = await startLedger(file);
    assert.deepEqual(second.head, head);
    assert.deepEqual(await second.read(0, 10), [...own, ...other]);
    assert.deepEqual(await second.read(1, 1), [own[1]]);
    await second.stop();
  });

  it('keeps nothing of a batch in which one unit fails, and the others can then be appended singly', async () => {
    const ledger = await startLedger(await newFile());
    const known = newUnit({ changes: [hold('h', { v: 1 })] });
    await ledger.append([known]);
    const { head } = ledger;
    const good = newUnit({ changes: [hold('h', { v: 2 })] });
    const told: Row[] = [];
    ledger.onAppend((rows) => told.push(...rows));

    await assert.rejects(
      ledger.append([good, { ...newUnit(), commandId: known.commandId }]),
      isStatementFault('SQLITE_CONSTRAINT'),
    );
    assert.deepEqual(ledger.head, head);
    assert.deepEqual(await ledger.tables(), [hold('h', { v: 1 })]);
    assert.equal(await ledger.answer(good.commandId), undefined);
    assert.equal((await ledger.read(0, 10)).length, 1);

    const [rows] = await ledger.append([good]);
    assert.deepEqual(told, rows);
    assert.deepEqual(await ledger.tables(), [hold('h', { v: 2 })]);
    assert.ok((await ledger.verify()).ok);
    await ledger.stop();
  });

  it('gives appends that are asked for at once one after the other, and tells listeners in that order', async () => {
    const ledger = await startLedger(await newFile());
    const told: number[] = [];
    ledger.onAppend((rows) => told.push(...rows.map(({ seq }) => seq)));
    const known = newUnit();
    await ledger.append([known]);
    const asked = Array.from({ length: 40 }, (_, index) =>
      index % 4 === 3 ? ledger.append([newUnit(), known]) : ledger.append(units(1 + (index % 3))),
    );
    const outcomes = await Promise.allSettled([...asked, ledger.moveCheckpoint('reader', ledger.head)]);
    assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 10);
    assert.deepEqual(
      told,
      Array.from({ length: ledger.head.seq }, (_, index) => index + 1),
    );
    assert.ok((await ledger.verify()).ok);
    await ledger.stop();
  });

  it('remembers the answer of each command, also one without events, across a restart', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    const silent = newUnit({ events: [], answer: { refused: 'not-recognised' } });
    const speaking = newUnit({ answer: null });
    await ledger.append([silent, speaking]);
    assert.deepEqual(await ledger.answer(silent.commandId), { answer: { refused: 'not-recognised' } });
    await ledger.stop();
    const again = await startLedger(file);
    assert.deepEqual(await again.answer(silent.commandId), { answer: { refused: 'not-recognised' } });
    assert.deepEqual(await again.answer(speaking.commandId), { answer: null });
    assert.equal(await again.answer(uuidv7()), undefined);
    assert.ok((await again.verify()).ok);
    await again.stop();
  });

  it('sets, replaces and deletes table rows with the batch, the last change counting', async () => {
    const ledger = await startLedger(await newFile());
    await ledger.append([
      newUnit({ changes: [hold('a', 1), hold('b', { deep: ['柜'] }), hold('c', 0)] }),
      newUnit({ changes: [hold('a', null), hold('c', null), hold('c', { back: true })] }),
    ]);
    assert.deepEqual(await ledger.tables(), [hold('b', { deep: ['柜'] }), hold('c', { back: true })]);
    await ledger.replaceTables([hold('z', 'only')]);
    assert.deepEqual(await ledger.tables(), [hold('z', 'only')]);
    await ledger.stop();
  });

  it('keeps sealed personal data beside the chain; erased, it is gone from the file and the chain is whole', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    const [kept, erased] = [Buffer.from('a kept sealed name'), Buffer.from('an erased sealed name')];
    const personal = [
      { id: 'p1', sealed: erased },
      { id: 'p2', sealed: kept },
    ];
    await ledger.append([newUnit({ personal })]);
    await ledger.append([newUnit({ personal: [{ id: 'p1', sealed: null }] })]);
    assert.deepEqual(await ledger.personal(), [{ id: 'p2', sealed: kept }]);
    assert.ok((await ledger.verify()).ok);
    await ledger.stop();
    const bytes = await readFile(file);
    assert.ok(bytes.includes(kept.toString('base64')));
    assert.ok(!bytes.includes(erased.toString('base64')));
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it('is refused when it belongs to another site, to a newer program, or is no ledger', async () => {
    const file = await newFile();
    await (await startLedger(file)).stop();
    await assert.rejects(startLedger(file, { site: 'site-2' }), isFault('other-site'));
    await tamper(file, 'PRAGMA user_version = 999');
    await assert.rejects(startLedger(file), isFault('newer'));
    const foreign = await newFile();
    await tamper(foreign, 'CREATE TABLE songs (title TEXT)');
    await assert.rejects(startLedger(foreign), isFault('not-a-ledger'));
  });

  it('does not start on an end that does not fit its hashes, nor hand out a damaged row', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append([newUnit({ changes: [hold('h', { compartment: 7 })] }), ...units(300)]);
    await ledger.stop();
    await tamper(file, `UPDATE live SET row = replace(row, '7', '8')`);
    const damaged = await startLedger(file);
    await assert.rejects(damaged.tables(), isFault('damaged'));
    await damaged.stop();
    await tamper(file, `UPDATE event SET body = replace(body, 'kiosk-1', 'kiosk-2') WHERE seq = 250`);
    await assert.rejects(startLedger(file), isFault('damaged'));
  });

  it('begins a new ledger in an epoch of its own', async () => {
    const ledger = await startLedger(await newFile());
    assert.deepEqual({ epoch: ledger.head.epoch, seq: ledger.head.seq }, { epoch: startMs / 1000, seq: 0 });
    await ledger.stop();
  });

  it('moves checkpoints forward only, and never past the head', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append(units(9));
    const { epoch } = ledger.head;
    assert.deepEqual(await ledger.checkpoint('hq'), { epoch: 0, seq: 0 });
    await Promise.all([5, 7, 3].map((seq) => ledger.moveCheckpoint('hq', { epoch, seq })));
    await ledger.moveCheckpoint('hq', { epoch, seq: 4 });
    await ledger.moveCheckpoint('hq', { epoch: epoch - 1, seq: 9 });
    await assert.rejects(ledger.moveCheckpoint('hq', { epoch, seq: 10 }), RangeError);
    await ledger.stop();
    const again = await startLedger(file);
    assert.deepEqual(await again.checkpoint('hq'), { epoch, seq: 7 });
    await again.stop();
  });
});
