// The program itself over a real pty: what another program reads there, and that nothing is left when it ends.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { ReadStream, WriteStream } from 'node:tty';

const program = new URL('lock-board.ts', import.meta.url).pathname;

type Said = Record<string, unknown>;

describe('the simulated lock board as a program', function () {
  // Programs are started on a machine that may be busy.
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'lock-board-'));
  const link = join(folder, 'tty');
  const boltLog = join(folder, 'bolts.jsonl');
  let child: ChildProcess;
  let lines: Interface;

  const until = (wanted: (said: Said) => boolean): Promise<Said> =>
    new Promise((resolve) => {
      const look = (text: string): void => {
        const said = JSON.parse(text);
        if (!wanted(said)) return;
        lines.off('line', look);
        resolve(said);
      };
      lines.on('line', look);
    });
  const tell = (text: string): void => void child.stdin?.write(`${text}\n`);

  const exchange = async (frame: string, answerLength: number): Promise<string> => {
    const reader = new ReadStream(openSync(link, 'r+'));
    const writer = new WriteStream(openSync(link, 'r+'));
    let read = Buffer.alloc(0);
    writer.write(Buffer.from(frame, 'hex'));
    while (read.length < answerLength) {
      const [bytes] = await once(reader, 'data');
      read = Buffer.concat([read, bytes]);
    }
    reader.destroy();
    writer.destroy();
    return read.toString('hex');
  };

  before(async () => {
    const options = [
      '--link',
      link,
      '--board',
      '1:24',
      '--board',
      '2:12',
      '--bolt-log',
      boltLog,
      '--fault',
      'mute@2:0',
    ];
    child = spawn(process.execPath, ['--import', 'tsx', program, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
    assert.ok(child.stdout);
    lines = createInterface({ input: child.stdout });
    assert.deepEqual(await until((said) => said.ready === true), {
      ready: true,
      link,
      baud: 9_600,
      boards: { 1: 24, 2: 12 },
    });
  });

  after(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('unlocks a door that is then read as open, and writes both to the bolt log', async () => {
    const startMs = Number(process.hrtime.bigint()) / 1e6;
    assert.equal(await exchange('8a01031199', 5), '8a01030088');
    assert.equal(await exchange('80010333b1', 5), '8001030082');
    const entries = readFileSync(boltLog, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      entries.map(({ monoMs, wallMs, ...motion }) => motion),
      [
        { pulse: 3, board: 1 },
        { door: 'open', lock: 3, board: 1 },
      ],
    );
    const endMs = Number(process.hrtime.bigint()) / 1e6;
    assert.ok(entries.every(({ monoMs }) => monoMs > startMs && monoMs < endMs));
  });

  it('serves one program after another', async () => {
    assert.equal(await exchange('80010433b6', 5), '8001041194');
    assert.equal(await exchange('80010533b7', 5), '8001051195');
  });

  it('follows instructions and refuses others with a reason', async () => {
    const opened = until((said) => said.door === 'open');
    tell('{"open":7,"board":1}');
    assert.equal((await opened).lock, 7);
    const refused = until((said) => 'refused' in said);
    tell('{"open":25,"board":1}');
    assert.match(String((await refused).because), /locks 1 to 24/);
    const followed = until((said) => JSON.stringify(said.followed)?.includes('clear') === true);
    tell('{"clear":"mute@2:0"}');
    await followed;
    assert.equal(await exchange('80020033b1', 6), '80020fff3341');
  });

  it('reports bytes that are no frame', async () => {
    const discarded = until((said) => 'discarded' in said);
    await exchange('ff80010433b6', 5);
    assert.equal((await discarded).discarded, 'ff');
  });

  it('removes the link when it is ended', async () => {
    assert.ok(existsSync(link));
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
    assert.ok(!existsSync(link));
  });

  it('does not replace a file that is in the way', async () => {
    writeFileSync(link, 'precious');
    const second = spawn(process.execPath, ['--import', 'tsx', program, '--link', link], { stdio: 'ignore' });
    child = second;
    const [code] = await once(second, 'exit');
    assert.equal(code, 1);
    assert.equal(readFileSync(link, 'utf8'), 'precious');
  });
});
