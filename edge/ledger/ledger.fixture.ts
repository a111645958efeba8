// Ledgers in directories of their own, and units to append, for the tests of this folder.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { Ledger, type LedgerOptions, type NewEvent, type Unit } from './ledger.ts';
import { openDatabase } from './sqlite.ts';

/** 2026-01-01, the second of the first epoch. */
export const startMs = 1_767_225_600_000;

export const newEvent = (type: string, data: Record<string, unknown>): NewEvent => ({
  id: uuidv7(),
  type,
  at: { wallMs: startMs, clock: 'synced', boot: 'b', monoMs: 1 },
  actor: { kind: 'person', id: 'p', terminal: 'kiosk-1' },
  data,
});

/** A unit with one event and, on request, more. */
export const newUnit = (more: Partial<Unit> = {}): Unit => ({
  commandId: uuidv7(),
  answer: { done: true },
  events: [newEvent('CallAnswered', { terminal: '门口' })],
  changes: [],
  ...more,
});

export const units = (count: number): Unit[] => Array.from({ length: count }, () => newUnit());

const directories: string[] = [];

/** A path in a new directory. */
export const newFile = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-'));
  directories.push(directory);
  return join(directory, 'ledger.db');
};

/** For `after`: the directories go. */
export const removeFiles = async (): Promise<void> => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true });
};

export const startLedger = async (file: string, more: Partial<LedgerOptions> = {}): Promise<Ledger> => {
  const ledger = new Ledger({ file, site: 'site-1', now: () => startMs, ...more });
  await ledger.start();
  return ledger;
};

/** A copy of a closed ledger in a new directory. */
export const copyOf = async (file: string): Promise<string> => {
  const copy = await newFile();
  await copyFile(file, copy);
  return copy;
};

/** Changes a closed ledger behind its back. */
export const tamper = async (file: string, sql: string): Promise<void> => {
  const db = await openDatabase(file, 'write');
  await db.exec(`PRAGMA synchronous = OFF; ${sql}`);
  await db.close();
};
