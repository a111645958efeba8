// The menfang command as a technician runs it, and what it said.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../edge/config.ts';

export interface Told {
  code: number;
  out: string;
  err: string;
}

/** Runs `menfang WORDS --data DATA` of the built checkout, to its end, in English unless the words ask for another language. */
export const menfang = (data: string, ...words: string[]): Promise<Told> =>
  new Promise((resolve) => {
    const file = join(projectFolder, 'dist', 'edge', 'cli.js');
    const given = [file, ...words, '--data', data];
    const env = { ...process.env, LC_ALL: '', LC_MESSAGES: 'en_US.UTF-8' };
    const child = execFile(process.execPath, given, { maxBuffer: 2 ** 26, env }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });

/** The one JSON answer of `--json`. */
export const asJson = ({ out, err }: Told): unknown => JSON.parse(out === '' ? err : out);
