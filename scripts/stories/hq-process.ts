// Real processes of the HQ stories: started, awaited until ready, killed the hard way, ended the soft way.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export interface Running {
  child: ChildProcess;
  /** Resolves with the first line from here on that `isIt`; rejects when the process ends before. */
  line(isIt: (line: string) => boolean): Promise<string>;
  /** SIGKILL, and wait until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and wait until it is gone. */
  end(): Promise<void>;
}

const alive = new Set<ChildProcess>();

const endBy = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

const awaitLine = (child: ChildProcess, lines: Interface, isIt: (line: string) => boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    const finish = (): void => {
      lines.off('line', look);
      child.off('exit', gone);
    };
    const look = (line: string): void => {
      if (!isIt(line)) return;
      finish();
      resolve(line);
    };
    const gone = (code: number | null): void => {
      finish();
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`));
    };
    lines.on('line', look);
    child.once('exit', gone);
  });

/** Its stderr goes to ours only when `isLoud`. */
export const run = (command: string, args: readonly string[], isLoud = true): Running => {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', isLoud ? 'inherit' : 'ignore'] });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    line: (isIt) => awaitLine(child, lines, isIt),
    kill: () => endBy(child, 'SIGKILL'),
    end: () => endBy(child, 'SIGTERM'),
  };
};

/** For after a story: whatever became of it, no process of it stays. */
export const killAll = async (): Promise<void> => {
  for (const child of alive) await endBy(child, 'SIGKILL');
};

/** A TypeScript program of ours; resolves when it prints its first JSON line. */
export const runReady = async (program: string, args: readonly string[], isLoud = false): Promise<Running> => {
  const running = run(process.execPath, ['--import', 'tsx', program, ...args], isLoud);
  await running.line((line) => line.startsWith('{'));
  return running;
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};

const isOpen = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return false;
    throw error;
  } finally {
    socket.destroy();
  }
};

/** Debian's Mosquitto on a loopback port, with its usual settings; its configuration and data stand in `dir`. */
export const runMosquitto = async (dir: string, port: number): Promise<Running> => {
  const file = join(dir, 'mosquitto.conf');
  const settings = [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous true',
    'persistence true',
    `persistence_location ${dir}/`,
    'log_dest none',
    ...(process.getuid?.() === 0 ? ['user root'] : []),
  ];
  await writeFile(file, `${settings.join('\n')}\n`);
  const running = run('/usr/sbin/mosquitto', ['-c', file], false);
  while (!(await isOpen(port))) {
    if (running.child.exitCode !== null) throw new Error(`mosquitto ended with ${running.child.exitCode}`);
    await wait(20);
  }
  return running;
};
