// Secret files: mode 0600, written whole or not at all, and refused when others can read them.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** True when `error` is the operating system's error `code`, such as ENOENT. */
const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const writeBeside = (file: string, text: string): string => {
  const draft = `${file}.${randomUUID()}.tmp`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  return draft;
};

/** Writes `file` (0600, its folder 0700) durably; a former version stays whole until the new one is. Throws the system's error. */
export const replaceSecret = (file: string, text: string): void => {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(writeBeside(file, text), file);
  syncFolder(folder);
};

/** As `replaceSecret`, but never over an existing file: of two processes that start at once, the first one's secret holds. */
export const createSecret = (file: string, text: string): void => {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = writeBeside(file, text);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(folder);
};

const readIfThere = (file: string, isSecret: boolean): string | undefined => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
  try {
    const mode = fstatSync(handle).mode & 0o777;
    if (isSecret && (mode & 0o077) !== 0)
      throw new Error(
        `${file} holds secrets but its mode is ${mode.toString(8)}: others on this machine can reach it. Run: chmod 600 ${file}`,
      );
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
};

/** The text of `file`; undefined when there is none. Throws when people other than its owner can reach it, naming the remedy. */
export const readSecret = (file: string): string | undefined => readIfThere(file, true);

/** The text of a file that may be shown, such as a certificate; undefined when there is none. */
export const readPublic = (file: string): string | undefined => readIfThere(file, false);
