// The ledger when its process is killed, and when a second process wants to write it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, stat, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { copyOf, newFile, removeFiles, startLedger, units } from './ledger.fixture.ts';
import { type Ledger, LedgerFault } from './ledger.ts';

const program = fileURLToPath(new URL('./append-forever.ts', import.meta.url));

/** Starts a process that appends, and resolves once it has acknowledged `count` batches. */
const appendUntil = async (file: string, count: number) => {
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length >= count) break;
  }
  return {
    pid: child.pid,
    last: Math.max(...acknowledged),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};

describe('a ledger whose process is killed', () => {
  after(removeFiles);

  it('has every acknowledged event, and its lock is free again at once', async () => {
    const file = await newFile();
    const { last, kill } = await appendUntil(file, 25);
    await kill();
    const ledger = await startLedger(file);
    assert.ok(last >= 50 && ledger.head.seq >= last, `${ledger.head.seq} events of ${last} acknowledged`);
    assert.equal(ledger.head.seq % 2, 0, 'no half batch');
    const verdict = await ledger.verify();
    assert.ok(verdict.ok && verdict.events === ledger.head.seq);
    await ledger.stop();
  });

  it('is refused to a second writer, who is told which process holds it, while anyone may verify it', async () => {
    const file = await newFile();
    const { pid, kill } = await appendUntil(file, 1);
    await assert.rejects(startLedger(file), (error) => {
      assert.ok(error instanceof LedgerFault && error.kind === 'held');
      assert.match(error.message, new RegExp(`process ${pid}\\b`));
      return true;
    });
    await kill();
    const ledger = await startLedger(file);
    await assert.rejects(startLedger(file), (error) => error instanceof LedgerFault && error.kind === 'held');
    await ledger.append(units(1));
    await ledger.stop();
  });

  it('opens after its write-ahead log was cut, and the loss is found against a head that others hold', async () => {
    const file = await newFile();
    const { kill } = await appendUntil(file, 10);
    await kill();
    const { size } = await stat(`${file}-wal`);
    const cutCopy = async (keptBytes: number): Promise<Ledger> => {
      const copy = await copyOf(file);
      await copyFile(`${file}-wal`, `${copy}-wal`);
      await truncate(`${copy}-wal`, keptBytes);
      return startLedger(copy);
    };
    const whole = await cutCopy(size);
    const knownHead = whole.head;
    assert.ok((await whole.verify({ knownHead })).ok);
    await whole.stop();
    for (const share of [0, 0.3, 0.6, 0.8, 0.9, 0.999]) {
      const ledger = await cutCopy(Math.floor(size * share));
      assert.ok(ledger.head.seq < knownHead.seq);
      assert.ok((await ledger.verify()).ok, 'what is left is whole');
      const verdict = await ledger.verify({ knownHead });
      assert.ok(!verdict.ok && verdict.problem === 'rolled-back');
      await ledger.append(units(1));
      await ledger.stop();
    }
  });
});
