// The journal through receipts, restarts, cuts and kill -9.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { report } from '../edge/contract/reports.ts';
import { Journal } from './journal.ts';

const orderId = '01920000-0000-7000-8000-000000000001';
const clock = { monoMs: () => 12.5, wallMs: () => 1_700_000_000_000 };
const open = (folder: string, compactAtBytes = 1 << 20): Journal => {
  const journal = new Journal({ folder, boot: uuidv7(), clock, compactAtBytes });
  journal.start();
  return journal;
};

describe('journal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (): string => join(folder, 'journal.ndjson');

  it('numbers reports without a gap for each device, over restarts', async () => {
    const first = open(folder);
    await Promise.all([
      first.append('a', { kind: 'opened', compartment: 1 }),
      first.append('a', { kind: 'opened', compartment: 2 }),
    ]);
    await first.append('b', { kind: 'opened', compartment: 1 });
    await first.stop();
    const second = open(folder);
    const third = await second.append('a', { kind: 'closed', compartment: 1, stableMs: 300 });
    assert.equal(third.report.seq, 3);
    assert.deepEqual(
      second.unreceipted().map(({ device, report: { seq } }) => `${device}${seq}`),
      ['a1', 'a2', 'b1', 'a3'],
    );
    for (const told of second.unreceipted()) report.parse(told.report);
    await second.stop();
  });

  it('forgets a report only on the receipt that its own device got', async () => {
    const journal = open(folder);
    const { report: told } = await journal.append('a', { kind: 'opened', compartment: 1 });
    assert.equal(journal.receipted('b', told.reportId), false);
    assert.equal(journal.unreceipted().length, 1);
    assert.equal(journal.receipted('a', told.reportId), true);
    assert.equal(journal.receipted('a', told.reportId), false);
    await journal.stop();
    const again = open(folder);
    assert.deepEqual(again.unreceipted(), []);
    assert.equal(again.memory('a').seq, 1);
    await again.stop();
  });

  it('loses only a torn last line, says so, keeps it aside and goes on', async () => {
    const whole = open(folder);
    await whole.append('a', { kind: 'opened', compartment: 1 });
    await whole.append('a', { kind: 'opened', compartment: 2 });
    await whole.stop();
    truncateSync(file(), statSync(file()).size - 9);
    const torn = new Journal({ folder, boot: uuidv7(), clock, compactAtBytes: 1 << 20 });
    assert.ok(torn.start().tornBytes > 0);
    assert.match(readFileSync(`${file()}.torn`, 'utf8'), /"seq":2/);
    assert.deepEqual(
      torn.unreceipted().map(({ report: { seq } }) => seq),
      [1],
    );
    assert.equal((await torn.append('a', { kind: 'opened', compartment: 2 })).report.seq, 2);
    await torn.stop();
    const healed = open(folder);
    assert.deepEqual(
      healed.unreceipted().map(({ report: { seq } }) => seq),
      [1, 2],
    );
    await healed.stop();
  });

  it('skips lines that are not of its making', async () => {
    const first = open(folder);
    await first.append('a', { kind: 'opened', compartment: 1 });
    await first.stop();
    appendFileSync(file(), '\0\0\0\0\n{"entry":"report"}\n[]\n');
    const second = open(folder);
    assert.equal(second.unreceipted().length, 1);
    await second.stop();
  });

  it('remembers over a restart which order it began, what it answered and what the doors were', async () => {
    const first = open(folder);
    first.begin('a', { orderId, compartment: 2 });
    await first.stop();
    const second = open(folder);
    assert.deepEqual(second.memory('a').begun, [{ orderId, compartment: 2 }]);
    await second.append('a', { kind: 'answered', orderId, compartment: 2, result: 'failed', observed: 'open' });
    await second.append('a', { kind: 'opened', orderId, compartment: 2 });
    await second.append('a', { kind: 'fault', fault: 'board-silent', detail: '' });
    await second.stop();
    const third = open(folder);
    const memory = third.memory('a');
    assert.deepEqual(memory.begun, []);
    assert.deepEqual(memory.answers, [{ orderId, result: 'failed' }]);
    assert.deepEqual(memory.faults, ['board-silent']);
    assert.deepEqual(memory.doors, [{ compartment: 2, reported: 'open', order: undefined, openedBy: orderId }]);
    await third.stop();
  });

  it('attributes no opening to an order that expired', async () => {
    const journal = open(folder);
    journal.begin('a', { orderId, compartment: 2 });
    await journal.append('a', { kind: 'answered', orderId, compartment: 2, result: 'expired', observed: 'closed' });
    assert.equal(journal.memory('a').doors[0]?.order, undefined);
    await journal.stop();
  });

  it('stays small, whatever was receipted', async () => {
    const journal = open(folder, 4_096);
    for (let i = 0; i < 100; i += 1) {
      const { report: told } = await journal.append('a', { kind: 'opened', compartment: 1 });
      journal.receipted('a', told.reportId);
    }
    assert.ok(statSync(file()).size < 6_000, `${statSync(file()).size} bytes`);
    await journal.stop();
    const again = open(folder);
    assert.equal(again.memory('a').seq, 100);
    await again.stop();
  });

  it('keeps every report it acknowledged when its owner is killed', async () => {
    const script = `
      import { Journal } from ${JSON.stringify(fileURLToPath(new URL('./journal.ts', import.meta.url)))};
      const clock = { monoMs: () => 1, wallMs: () => 1 };
      const journal = new Journal({ folder: ${JSON.stringify(folder)}, boot: '01920000-0000-7000-8000-00000000000b', clock, compactAtBytes: 3_000 });
      journal.start();
      for (;;) {
        const { report } = await journal.append('a', { kind: 'opened', compartment: 1 });
        process.stdout.write(report.seq + '\\n');
        if (report.seq % 3 === 0) journal.receipted('a', report.reportId);
      }`;
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of owner.stdout.setEncoding('utf8')) {
      said += String(chunk);
      if (said.split('\n').length > 200) break;
    }
    owner.kill('SIGKILL');
    if (owner.exitCode === null && owner.signalCode === null) await once(owner, 'exit');
    const acknowledged = said.split('\n').slice(0, -1).map(Number);
    const journal = open(folder);
    const kept = journal.unreceipted().map(({ report: { seq } }) => seq);
    for (const seq of acknowledged) if (seq % 3 !== 0) assert.ok(kept.includes(seq), `report ${seq} is lost`);
    assert.ok(journal.memory('a').seq >= acknowledged.length);
    await journal.stop();
  });
});
