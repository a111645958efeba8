// What a power cut leaves of a disk: of everything that waited, some version of each sector, each length and each name. Pure.
import { type Change, type Disk, type StoredFile, withChanges, withNames } from './disk.ts';

/** The unit that a drive writes as a whole. */
const sectorBytes = 512;

/** Picks how many of `count` waiting changes had reached one sector, length or name: 0 … count. */
export type Choose = (count: number) => number;

const touches = (change: Change, sector: number): boolean => {
  const start = sector * sectorBytes;
  const end = start + sectorBytes;
  return change.kind === 'write'
    ? change.offset < end && change.offset + change.data.length > start
    : change.size < end;
};

/** One change as one sector sees it. */
const within = (change: Change, start: number): Change => {
  const { serial } = change;
  if (change.kind === 'length') return { serial, kind: 'length', size: Math.max(0, change.size - start) };
  const from = Math.max(change.offset, start);
  const data = change.data.subarray(from - change.offset, start + sectorBytes - change.offset);
  return { serial, kind: 'write', offset: from - start, data };
};

const padded = (bytes: Uint8Array, size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  whole.set(bytes.subarray(0, size));
  return whole;
};

const touchedSectors = (changes: readonly Change[], length: number): number[] => {
  const sectors = new Set<number>();
  for (const change of changes) {
    const from = change.kind === 'write' ? change.offset : change.size;
    const to = change.kind === 'write' ? Math.min(length, change.offset + change.data.length) : length;
    for (let at = Math.floor(from / sectorBytes); at * sectorBytes < to; at += 1) sectors.add(at);
  }
  return [...sectors].sort((a, b) => a - b);
};

const leftOfFile = ({ kept, waiting }: StoredFile, choose: Choose): Uint8Array => {
  if (waiting.length === 0) return kept;
  const lengths = [kept.length];
  for (const change of waiting) {
    const before = lengths.at(-1) ?? 0;
    lengths.push(change.kind === 'length' ? change.size : Math.max(before, change.offset + change.data.length));
  }
  const left = padded(kept, lengths[choose(waiting.length)] ?? kept.length);
  for (const sector of touchedSectors(waiting, left.length)) {
    const start = sector * sectorBytes;
    const versions = waiting.filter((change) => touches(change, sector)).map((change) => within(change, start));
    const bytes = withChanges(kept.subarray(start, start + sectorBytes), versions.slice(0, choose(versions.length)));
    left.set(padded(bytes, Math.min(sectorBytes, left.length - start)), start);
  }
  return left;
};

/** The files, by name, that are on the disk when the power comes back. */
export const cutPower = (disk: Disk, choose: Choose): Map<string, Uint8Array> => {
  const changedNames = new Set(disk.waitingNames.map(({ name }) => name));
  const happened = [...changedNames].flatMap((name) => {
    const versions = disk.waitingNames.filter((change) => change.name === name);
    return versions.slice(0, choose(versions.length));
  });
  const left = new Map<string, Uint8Array>();
  for (const [name, inode] of withNames(disk.keptNames, happened)) {
    const file = disk.files.get(inode);
    if (file) left.set(name, leftOfFile(file, choose));
  }
  return left;
};
