// A disk as the operating system keeps it: what is surely on it, and what waits to be written. Pure.
//
// Promised by fsync: the bytes and length of a file; of a directory: its names. Nothing else, so a file that was synced can still be missing
// as long as its directory was not (stricter than ext4), and an unlink can be undone. What waits is written in any order, sector by sector.
import type { Operation } from './strace-log.ts';

/** `serial` orders all changes of a disk. */
export type Change = { serial: number } & (
  | { kind: 'write'; offset: number; data: Uint8Array }
  | { kind: 'length'; size: number }
);
export type StoredFile = { kept: Uint8Array; waiting: readonly Change[] };
/** `inode` undefined: the name was removed. */
export type NameChange = { serial: number; name: string; inode: number | undefined };

export type Disk = {
  serial: number;
  files: ReadonlyMap<number, StoredFile>;
  keptNames: ReadonlyMap<string, number>;
  waitingNames: readonly NameChange[];
  /** Syncs that have begun: they promise what came before `serial`. `inode` undefined: the directory. */
  syncing: ReadonlyMap<number, { inode: number | undefined; serial: number }>;
};

export const emptyDisk: Disk = {
  serial: 0,
  files: new Map(),
  keptNames: new Map(),
  waitingNames: [],
  syncing: new Map(),
};

/** Names after some of their changes. */
export const withNames = (
  names: ReadonlyMap<string, number>,
  changes: readonly NameChange[],
): ReadonlyMap<string, number> => {
  const after = new Map(names);
  for (const { name, inode } of changes) {
    if (inode === undefined) after.delete(name);
    else after.set(name, inode);
  }
  return after;
};

/** Bytes after some of their changes; what was never written reads 0. */
export const withChanges = (bytes: Uint8Array, changes: readonly Change[]): Uint8Array => {
  const ends = changes.map((change) => (change.kind === 'length' ? change.size : change.offset + change.data.length));
  const after = new Uint8Array(Math.max(bytes.length, ...ends));
  after.set(bytes);
  let size = bytes.length;
  for (const change of changes) {
    if (change.kind === 'write') {
      after.set(change.data, change.offset);
      size = Math.max(size, change.offset + change.data.length);
    } else {
      after.fill(0, change.size, size);
      size = change.size;
    }
  }
  return after.subarray(0, size);
};

const inodeOf = (disk: Disk, name: string): number => {
  const inode = withNames(disk.keptNames, disk.waitingNames).get(name);
  if (inode === undefined) throw new Error(`${name} was changed but never made`);
  return inode;
};

const changed = (disk: Disk, inode: number, change: Change): Disk => {
  const file = disk.files.get(inode) ?? { kept: new Uint8Array(), waiting: [] };
  return { ...disk, files: new Map(disk.files).set(inode, { ...file, waiting: [...file.waiting, change] }) };
};

const renamed = (disk: Disk, change: NameChange): Disk => ({ ...disk, waitingNames: [...disk.waitingNames, change] });

const synced = (disk: Disk, call: number): Disk => {
  const sync = disk.syncing.get(call);
  if (!sync) throw new Error(`sync ${call} ended but never began`);
  const isCovered = (change: { serial: number }): boolean => change.serial < sync.serial;
  const syncing = new Map(disk.syncing);
  syncing.delete(call);
  if (sync.inode === undefined) {
    const keptNames = withNames(disk.keptNames, disk.waitingNames.filter(isCovered));
    return { ...disk, syncing, keptNames, waitingNames: disk.waitingNames.filter((change) => !isCovered(change)) };
  }
  const file = disk.files.get(sync.inode) ?? { kept: new Uint8Array(), waiting: [] };
  const kept = withChanges(file.kept, file.waiting.filter(isCovered));
  const waiting = file.waiting.filter((change) => !isCovered(change));
  return { ...disk, syncing, files: new Map(disk.files).set(sync.inode, { kept, waiting }) };
};

/** The disk after one operation. Throws an Error when the operation cannot be: then the log was not read rightly. */
export const operate = (before: Disk, operation: Operation): Disk => {
  const serial = before.serial + 1;
  const disk = { ...before, serial };
  switch (operation.do) {
    case 'create':
      return withNames(disk.keptNames, disk.waitingNames).has(operation.name)
        ? disk
        : renamed(
            { ...disk, files: new Map(disk.files).set(serial, { kept: new Uint8Array(), waiting: [] }) },
            {
              serial,
              name: operation.name,
              inode: serial,
            },
          );
    case 'unlink':
      return renamed(disk, { serial, name: operation.name, inode: undefined });
    case 'write': {
      const { offset, data } = operation;
      return changed(disk, inodeOf(disk, operation.name), { serial, kind: 'write', offset, data });
    }
    case 'truncate':
      return changed(disk, inodeOf(disk, operation.name), { serial, kind: 'length', size: operation.size });
    case 'begin-sync': {
      const inode = operation.name === '' ? undefined : inodeOf(disk, operation.name);
      return { ...disk, syncing: new Map(disk.syncing).set(operation.call, { inode, serial }) };
    }
    case 'end-sync':
      return synced(disk, operation.call);
    case 'say':
      return disk;
  }
};
