// A serial port over a pty pair: bytes both ways, the loss of the other side, and its return.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenPort } from './port.ts';
import { serialPort } from './serial.ts';

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await pause(10);
};

describe('serial port', () => {
  let folder: string;
  let socat: ChildProcess | undefined;
  const near = (): string => join(folder, 'near');
  const far = (): string => join(folder, 'far');
  const plugIn = async (): Promise<void> => {
    socat = spawn('socat', [`pty,raw,echo=0,link=${near()}`, `pty,raw,echo=0,link=${far()}`]);
    await until(() => existsSync(near()) && existsSync(far()));
  };
  const pullOut = async (): Promise<void> => {
    const child = socat;
    socat = undefined;
    if (!child) return;
    child.kill();
    await once(child, 'exit');
  };
  const openAt = async (path: string): Promise<OpenPort> => {
    const opened = await serialPort(path, 9_600).open();
    assert.ok(!('fault' in opened), 'fault' in opened ? opened.cause : '');
    return opened;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'serial-'));
  });
  afterEach(async () => {
    await pullOut();
    rmSync(folder, { recursive: true });
  });

  it('carries bytes, and ends when it is closed', async () => {
    await plugIn();
    const here = await openAt(near());
    const there = await openAt(far());
    assert.equal(await here.sink.write(Uint8Array.of(0x8a, 1, 1, 0x11, 0x9b)), undefined);
    const received: number[] = [];
    for await (const bytes of there.source) {
      received.push(...bytes);
      if (received.length >= 5) await there.sink.close();
    }
    assert.deepEqual(received, [0x8a, 1, 1, 0x11, 0x9b]);
    await here.sink.discard();
    assert.equal((await here.source[Symbol.asyncIterator]().next()).done, true);
  });

  it('that is not there is a fault with its cause', async () => {
    const missing = await serialPort(near(), 9_600).open();
    assert.ok('fault' in missing);
    assert.equal(missing.fault, 'port-missing');
    assert.match(missing.cause, /No such file/);
  });

  it('ends when its other side goes away, refuses to write, and opens again later', async () => {
    await plugIn();
    const port = serialPort(near(), 9_600);
    const first = await port.open();
    assert.ok(!('fault' in first));
    const ended = (async () => {
      for await (const bytes of first.source) assert.fail(`${bytes.length} bytes from nowhere`);
    })();
    await pullOut();
    // serialport may read a vanished port as endless nothing; writing is what finds it out, and a polled line writes all the time.
    const fault = await first.sink.write(Uint8Array.of(1));
    assert.equal(fault?.fault, 'port-missing');
    await first.sink.close();
    await ended;
    assert.equal((await first.sink.write(Uint8Array.of(1)))?.fault, 'port-missing');
    await plugIn();
    const second = await port.open();
    assert.ok(!('fault' in second));
    await second.sink.close();
  });
});
