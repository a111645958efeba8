// What the page weighs on the wire: a kiosk must be on screen at once after a restart, on a small computer.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All scripts together, gzipped [kiosk: page]. */
export const mostBytes = 40 * 1024;

/** Gzipped bytes of every script in a folder of built assets. */
export const scriptWeight = async (folder: string): Promise<number> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** Ends the build with an error when the scripts in `folder` are heavier than `most` bytes. */
export const assertLight = async (folder: string, most = mostBytes): Promise<void> => {
  const bytes = await scriptWeight(folder);
  if (bytes > most) throw new Error(`the page's scripts weigh ${bytes} bytes gzipped; at most ${most} are allowed`);
};
