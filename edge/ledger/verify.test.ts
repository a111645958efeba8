// The proof: whatever is edited, cut, rolled back or damaged is found and named.
import assert from 'node:assert/strict';
import { open, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { copyOf, newEvent, newFile, newUnit, removeFiles, startLedger, tamper, units } from './ledger.fixture.ts';
import type { Head, Verdict } from './ledger.ts';
import { LedgerFault, StatementFault } from './ledger.ts';
import { openDatabase } from './sqlite.ts';
import { verifyLedger } from './verify.ts';

const events = 60;
const dose = { numRuns: 50, seed: 20_260_101 };
const place = fc.integer({ min: 1, max: events });

describe('the proof of a ledger', () => {
  let whole = '';
  let head: Head;
  let old = '';

  before(async () => {
    whole = await newFile();
    const ledger = await startLedger(whole);
    for (let index = 1; index <= events; index += 1) {
      const changes = [{ table: 'hold', id: `h${index % 9}`, row: { index, place: 'A07' } }];
      const personal = [{ id: `p${index % 5}`, sealed: Buffer.alloc(40, index) }];
      await ledger.append([newUnit({ events: [newEvent('ParcelPlaced', { index })], changes, personal })]);
      if (index === 40) {
        await ledger.moveCheckpoint('hq', ledger.head);
        old = await newFile();
        await ledger.backup(old);
      }
    }
    head = ledger.head;
    await ledger.stop();
  });
  after(removeFiles);

  /** What the proof says of a copy in which `sql` was done. */
  const proveAfter = async (sql: string, knownHead?: Head): Promise<Verdict> => {
    const file = await copyOf(whole);
    await tamper(file, sql);
    return verifyLedger(file, { knownHead });
  };
  const problemOf = (verdict: Verdict): string => (verdict.ok ? 'none' : `${verdict.problem} at ${verdict.at.seq}`);

  it('says ok of a whole one, with what it counted', async () => {
    assert.deepEqual(await verifyLedger(whole, { knownHead: head }), { ok: true, epochs: 1, events, head });
  });

  it('finds every edited event and where', () =>
    fc.assert(
      fc.asyncProperty(place, async (seq) => {
        const verdict = await proveAfter(
          `UPDATE event SET body = replace(body, 'kiosk-1', 'kiosk-2') WHERE seq = ${seq}`,
        );
        assert.equal(problemOf(verdict), `edited at ${seq}`);
      }),
      dose,
    ));

  it('finds every event taken out, and every end cut off', () =>
    fc.assert(
      fc.asyncProperty(place, fc.boolean(), async (seq, isCut) => {
        const verdict = await proveAfter(`DELETE FROM event WHERE seq ${isCut ? '>=' : '='} ${seq}`);
        const atEnd = isCut || seq === events;
        assert.equal(problemOf(verdict), atEnd ? `truncated at ${seq - 1}` : `missing at ${seq}`);
      }),
      dose,
    ));

  it('finds a rollback to any place against a head that others hold, though what is left fits', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: events - 1 }), async (seq) => {
        const cut = `DELETE FROM event WHERE seq > ${seq}; DELETE FROM answer WHERE first > ${seq};
          UPDATE head SET seq = ${seq}, hash = coalesce((SELECT hash FROM event WHERE seq = ${seq}), (SELECT previous FROM epoch))`;
        assert.equal((await proveAfter(cut)).ok, true);
        assert.equal(problemOf(await proveAfter(cut, head)), `rolled-back at ${events}`);
      }),
      dose,
    ));

  it('finds an old copy put back and written on, against a head that others hold', async () => {
    const ledger = await startLedger(old);
    await ledger.append(units(events));
    assert.equal(problemOf(await ledger.verify()), 'none');
    assert.equal(problemOf(await ledger.verify({ knownHead: head })), `edited at ${events}`);
    await ledger.stop();
  });

  it('finds damage beside the chain: head, epoch, answers, rows, sealed data, checkpoints', async () => {
    const cases: [string, string][] = [
      ['UPDATE head SET seq = seq - 1', `edited at ${events - 1}`],
      [`UPDATE head SET seq = 59, hash = (SELECT hash FROM event WHERE seq = 59)`, `edited at ${events}`],
      [`INSERT INTO event VALUES (5, 7, 'x', '{}')`, 'missing at 7'],
      ['UPDATE head SET epoch = epoch + 1', `missing at ${events}`],
      ['DELETE FROM head', 'missing at 0'],
      ['DELETE FROM epoch', `missing at ${events}`],
      [`UPDATE epoch SET previous = '${'1'.repeat(64)}'`, 'missing at 0'],
      ['DELETE FROM answer WHERE first = 9', `missing at ${events}`],
      ['UPDATE answer SET first = first - 1 WHERE first = 9', 'missing at 8'],
      [`UPDATE answer SET answer = '{"done":false}' WHERE first = 9`, 'damaged-row at 9'],
      [`UPDATE live SET row = replace(row, 'A07', 'A08') WHERE id = 'h3'`, 'damaged-row at 0'],
      [`UPDATE personal SET sealed = 'AAAA' WHERE id = 'p3'`, 'damaged-row at 0'],
      ['UPDATE checkpoint SET seq = seq + 1', 'damaged-row at 0'],
    ];
    for (const [sql, expected] of cases) assert.equal(problemOf(await proveAfter(sql)), expected, sql);
  });

  it('finds a damaged page, or nothing that can be read has changed', async () => {
    const contents = async (file: string): Promise<unknown[]> => {
      const db = await openDatabase(file, 'read');
      const tables = ['head', 'epoch', 'event', 'answer', 'live', 'personal', 'checkpoint'];
      const all: unknown[] = [];
      for (const table of tables) all.push(await db.all(`SELECT * FROM ${table} ORDER BY 1, 2`));
      await db.close();
      return all;
    };
    const expected = await contents(whole);
    const { length } = await readFile(whole);
    let foundOnes = 0;
    const where = fc.record({
      at: fc.nat({ max: length - 17 }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
    });
    const damage = async ({ at, bytes }: { at: number; bytes: Uint8Array }): Promise<void> => {
      const file = await copyOf(whole);
      const handle = await open(file, 'r+');
      await handle.write(bytes, 0, bytes.length, at);
      await handle.close();
      try {
        const verdict = await verifyLedger(file, { knownHead: head });
        if (verdict.ok) assert.deepEqual(await contents(file), expected);
        else foundOnes += 1;
      } catch (error) {
        if (!(error instanceof StatementFault || error instanceof LedgerFault)) throw error;
        foundOnes += 1;
      }
    };
    await fc.assert(fc.asyncProperty(where, damage), dose);
    // The rest fell on empty room, of which an index without entries has a page.
    assert.ok(foundOnes >= 15, `${foundOnes} of 50 hit something`);
  });

  it('finds a damaged page of a table that nothing else of the proof reads', async () => {
    const file = await copyOf(whole);
    const db = await openDatabase(file, 'read');
    const [root] = await db.all<{ page: number }>(`SELECT rootpage AS page FROM sqlite_schema WHERE name = 'view_row'`);
    await db.close();
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(64, 0xee), 0, 64, ((root?.page ?? 0) - 1) * 4096);
    await handle.close();
    assert.equal(problemOf(await verifyLedger(file)), 'corrupt-page at 0');
  });

  it('goes on while the edge appends', async () => {
    const ledger = await startLedger(await copyOf(whole));
    const appends = Array.from({ length: 30 }, () => ledger.append(units(40)));
    const verdicts = await Promise.all(Array.from({ length: 5 }, () => ledger.verify({ knownHead: head })));
    assert.deepEqual(
      verdicts.map(problemOf),
      Array.from({ length: 5 }, () => 'none'),
    );
    await Promise.all(appends);
    const verdict = await ledger.verify();
    assert.ok(verdict.ok && verdict.events === events + 1200);
    await ledger.stop();
  });
});
