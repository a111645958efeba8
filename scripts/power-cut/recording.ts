// Runs the workload under strace and reads what it did to its disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Plant } from './plant.ts';
import { type Operation, readStraceLog, watchedCalls } from './strace-log.ts';

/** Runs the workload below `root` under strace. Rejects with an Error when it fails or does what the disk model does not know. */
export const recordWorkload = async (root: string, plant: Plant | undefined): Promise<Operation[]> => {
  const directory = join(root, 'recorded');
  const log = join(root, 'strace.log');
  mkdirSync(directory);
  const workload = fileURLToPath(new URL('workload.ts', import.meta.url));
  const program = [process.execPath, '--import', 'tsx', workload, directory, ...(plant ? [plant] : [])];
  const options = [
    '-f',
    '-qq',
    '-y',
    '-xx',
    '-s',
    '1000000',
    '--seccomp-bpf',
    '-e',
    `trace=${watchedCalls}`,
    '-o',
    log,
  ];
  const child = spawn('strace', [...options, ...program], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the workload under strace ended with ${code}`);
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(log) })) lines.push(line);
  return [...readStraceLog(lines, directory)];
};
