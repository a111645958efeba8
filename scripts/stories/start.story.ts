// The start command: a demo that is ready, that is not started twice, and that leaves nothing behind.
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectFolder } from '../../edge/config.ts';

interface Ready {
  ready: boolean;
  kiosk: string;
  courier: string;
  readyMs: number;
  pids: Record<string, number>;
}
/** Ctrl-C reaches the whole foreground group. */
const interrupt = ({ pid }: ChildProcess): void => {
  assert.ok(pid !== undefined);
  process.kill(-pid, 'SIGINT');
};
const brokerPort = 8883;
const kioskPort = 8080;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const bound = once(server, 'listening').then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return false;
      throw error;
    },
  );
  server.listen(port, '127.0.0.1');
  const free = await bound;
  server.close();
  return free;
};

describe('the start command', () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'menfang-start-')));
  const [data = '', otherData = ''] = folders;
  const started: ChildProcess[] = [];
  after(async () => {
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        interrupt(child);
        await gone;
      }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const start = (...words: string[]) => {
    const child = spawn(join(projectFolder, 'scripts', 'start'), words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, LC_ALL: '', LC_MESSAGES: 'en_US.UTF-8' },
    });
    started.push(child);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, err }));
    const ready = Promise.race([
      once(lines, 'line').then(([line]) => JSON.parse(String(line)) as Ready),
      ended.then((end) => Promise.reject(new Error(`it ended: ${JSON.stringify(end)}`))),
    ]);
    ready.catch(() => undefined);
    return { child, ready, ended };
  };

  it('says in one line when a demo is ready, and Ctrl-C leaves no process and no port behind', async () => {
    const { child, ready, ended } = start('--json', '--data', data);
    const said = await ready;
    assert.equal(said.ready, true);
    assert.match(said.courier, /^\d{3} \d{3} \d{3}$/);
    const page = await fetch(said.kiosk);
    assert.equal(page.status, 200);
    assert.equal((await fetch(new URL('/healthz', said.kiosk))).status, 200);
    assert.deepEqual(Object.keys(said.pids).sort(), ['bridge-1', 'edge', 'simulated']);

    for (const words of [
      ['--data', data],
      ['--data', otherData],
    ]) {
      const second = await start('--json', ...words).ended;
      assert.notEqual(second.code, 0);
      assert.match(second.err, /already|in use/);
      assert.doesNotMatch(second.err, /^\s+at /m);
    }
    assert.equal((await fetch(new URL('/healthz', said.kiosk))).status, 200, 'the first one goes on');

    interrupt(child);
    assert.equal((await ended).code, 0);
    for (const [name, pid] of Object.entries(said.pids)) assert.equal(isAlive(pid), false, name);
    for (const port of [kioskPort, brokerPort]) assert.equal(await isFree(port), true, `port ${port}`);
  });

  it('starts again on what it kept, with the same courier’s code', async () => {
    const { child, ready, ended } = start('--json', '--data', data);
    const { courier } = await ready;
    assert.match(courier, /^\d{3} \d{3} \d{3}$/);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  it('can be stopped before it is ready', async () => {
    const { child, ended } = start('--json', '--data', otherData);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    interrupt(child);
    const { err } = await ended;
    assert.doesNotMatch(err, /^\s+at /m);
    for (const port of [kioskPort, brokerPort]) assert.equal(await isFree(port), true, `port ${port}`);

    const again = start('--json', '--data', otherData);
    assert.match((await again.ready).courier, /^\d{3} \d{3} \d{3}$/);
    interrupt(again.child);
    assert.equal((await again.ended).code, 0);
  });

  it('says in each language what it can do, and of a wrong option where to look', async () => {
    const run = promisify(execFile);
    const speak = async (speech: string): Promise<string[]> => {
      const file = join(projectFolder, 'scripts', 'start');
      const { stdout } = await run(file, ['--help', '--language', speech]);
      const { err } = await start('--colour', '--language', speech).ended;
      return [stdout, err];
    };
    const said = await Promise.all(['zh-CN', 'zh-HK', 'zh-TW', 'en'].map(speak));
    assert.equal(new Set(said.flat()).size, 8);
    for (const [help = '', err = ''] of said) {
      assert.match(help, /--site/);
      assert.match(err, /--help/);
      assert.doesNotMatch(err, /^\s+at /m);
    }
  });

  it('says of a site file that is wrong which field, and what to do', async () => {
    const { code, err } = await start('--site', join(otherData, 'none.json')).ended;
    assert.notEqual(code, 0);
    assert.match(err, /none\.json/);
    assert.doesNotMatch(err, /^\s+at /m);
  });
});
