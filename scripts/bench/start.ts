// From the start command to a site that can be used, once built, and what its programs weigh then.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../edge/config.ts';
import type { Measured } from './bench.ts';

const rssMb = (pid: number): number => {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 102.4) / 10;
};

/** A second start on the same data: the first one also makes keys and the ledger. */
export const run = async (): Promise<Measured> => {
  const data = mkdtempSync(join(tmpdir(), 'menfang-start-'));
  let measured: Measured = { name: 'start' };
  for (const _round of ['first', 'second']) {
    const child = spawn(process.execPath, [join(projectFolder, 'dist/scripts/start.js'), '--json', '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const began = performance.now();
    const ready = await new Promise<{ pids: Record<string, number> }>((resolve) =>
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line))),
    );
    const readyMs = Math.round(performance.now() - began);
    const edgeRssMb = rssMb(ready.pids.edge ?? 0);
    const bridgeRssMb = rssMb(ready.pids['bridge-1'] ?? 0);
    measured = { name: 'start', ratio: Math.round(readyMs / 30) / 100, readyMs, edgeRssMb, bridgeRssMb };
    child.kill('SIGINT');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
  return measured;
};
