// The simulated hardware of a site as a program: every port of the site file is there, with its boards, and gone afterwards.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = new URL('simulate.ts', import.meta.url).pathname;

describe('the simulated hardware of a site', function () {
  // Programs are started on a machine that may be busy.
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
  const site = join(folder, 'site.json');
  const path = (port: string): string => join(folder, port);
  const cabinet = (id: string, port: string, board: number) => ({
    id,
    label: id.toUpperCase(),
    profile: 'parcel-12',
    port,
    board,
  });
  const running: ChildProcess[] = [];

  const start = (): { child: ChildProcess; next: () => Promise<Record<string, unknown>> } => {
    const options = ['--site', site, '--dir', join(folder, 'simulated')];
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    running.push(child);
    assert.ok(child.stdout);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, next: async () => JSON.parse((await lines.next()).value) };
  };

  before(() => {
    writeFileSync(
      site,
      JSON.stringify({
        site: 'demo',
        title: 'Demo',
        broker: { port: 0 },
        terminals: [{ id: 'hall', port: 0, cabinets: ['a'] }],
        ports: ['p1', 'p2', 'spare'].map((id) => ({ id, bridge: 'bridge', path: path(id) })),
        cabinets: [cabinet('a', 'p1', 1), cabinet('b', 'p1', 2), cabinet('c', 'p2', 1)],
      }),
    );
  });

  after(() => {
    for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('has a line for each port with cabinets, follows instructions for each, and leaves nothing behind', async () => {
    const { child, next } = start();
    const ready = await next();
    const boltLog = (port: string): string => join(folder, 'simulated', `${port}.bolts.jsonl`);
    assert.deepEqual(ready, {
      ready: true,
      ports: [
        { id: 'p1', path: path('p1'), boards: { 1: 12, 2: 12 }, boltLog: boltLog('p1') },
        { id: 'p2', path: path('p2'), boards: { 1: 12 }, boltLog: boltLog('p2') },
      ],
    });
    assert.ok(existsSync(path('p1')) && existsSync(path('p2')) && !existsSync(path('spare')));

    child.stdin?.write('{"port":"p2","open":3}\n{"port":"p9","open":3}\n{"open":3}\nopen\n');
    const { port, door, lock } = await next();
    assert.deepEqual({ port, door, lock }, { port: 'p2', door: 'open', lock: 3 });
    assert.deepEqual(await next(), { port: 'p2', followed: { open: 3 } });
    for (const reason of [/no port p9/, /name the "port"/, /not JSON/])
      assert.match(String((await next()).because), reason);
    assert.equal(JSON.parse(readFileSync(boltLog('p2'), 'utf8')).door, 'open');

    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    assert.ok(!existsSync(path('p1')) && !existsSync(path('p2')));
  });

  it('starts nothing when one port cannot be had', async () => {
    writeFileSync(path('p2'), 'precious');
    const { child } = start();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
    assert.ok(!existsSync(path('p1')));
    assert.equal(readFileSync(path('p2'), 'utf8'), 'precious');
  });
});
