// Reads and rewrites the journal's file so that a cut at any moment leaves the old file or the new one.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Entry, entry } from './memory.ts';

const readEntry = (line: string): Entry | undefined => {
  try {
    return entry.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * Every whole line of the file; `tornBytes` counts the bytes of lines that a cut left half written, which are kept in `FILE.torn` for a technician.
 * A missing file has no lines. Throws what the file system throws.
 */
export const readEntries = (file: string): { entries: Entry[]; tornBytes: number } => {
  if (!existsSync(file)) return { entries: [], tornBytes: 0 };
  const entries: Entry[] = [];
  const torn: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const read = readEntry(line);
    if (read) entries.push(read);
    else if (line !== '') torn.push(line);
  }
  const tornText = torn.join('\n');
  if (tornText !== '') writeFileSync(`${file}.torn`, tornText, { mode: 0o600 });
  return { entries, tornBytes: Buffer.byteLength(tornText) };
};

const syncPath = (path: string): void => {
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
};

/** Puts a file of these lines in the place of the old one, durably. */
export const rewrite = (file: string, entries: readonly Entry[]): void => {
  const next = `${file}.next`;
  writeFileSync(next, entries.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  syncPath(next);
  renameSync(next, file);
  syncPath(dirname(file));
};
