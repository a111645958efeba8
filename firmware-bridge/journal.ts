// The journal of a bridge: what its devices have reported and nobody has receipted yet, kept through kill -9 and power cuts.
import { closeSync, fdatasync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Report } from '../edge/contract/reports.ts';
import type { Clock } from './clock.ts';
import type { Observation } from './devices/lock/board.ts';
import { readEntries, rewrite } from './journal-file.ts';
import { blankMemory, type DeviceMemory, type Entry, remember } from './memory.ts';

const sync = promisify(fdatasync);

export interface Unreceipted {
  device: string;
  report: Report;
}

export interface JournalParts {
  folder: string;
  /** A new id at each start of the program. */
  boot: string;
  clock: Clock;
  /** The file is rewritten without what is receipted when this much was written to it. */
  compactAtBytes: number;
}

/** A file error is thrown and ends the program: what cannot be written down must not be done, and an ended bridge sends no lease. */
export class Journal {
  private fd = -1;
  private bytes = 0;
  private readonly memories = new Map<string, DeviceMemory>();
  private readonly waiting = new Map<string, Unreceipted>();
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private readonly parts: JournalParts;
  private readonly file: string;

  constructor(parts: JournalParts) {
    this.parts = parts;
    this.file = join(parts.folder, 'journal.ndjson');
  }

  /** Reads the journal; answers with the bytes of a torn last line, which were never acknowledged to anyone and are left out. */
  start(): { tornBytes: number } {
    mkdirSync(this.parts.folder, { recursive: true, mode: 0o700 });
    const { entries, tornBytes } = readEntries(this.file);
    for (const line of entries) this.apply(line);
    this.compact();
    return { tornBytes };
  }

  async stop(): Promise<void> {
    await this.synced();
    closeSync(this.fd);
  }

  memory(device: string): DeviceMemory {
    return this.memories.get(device) ?? blankMemory;
  }

  /** In the order of their making. */
  unreceipted(): Unreceipted[] {
    return [...this.waiting.values()];
  }

  /** Remembers that an order's bytes may have gone out. Not synced to the disk: a power cut voids the lease and the door's sensor tells the rest. */
  begin(device: string, order: { orderId: string; compartment: number }): void {
    this.write({ entry: 'begun', device, orderId: order.orderId, compartment: order.compartment });
  }

  /** Numbers the report at once; resolves when it is on the disk and may be published. */
  async append(device: string, observation: Observation): Promise<Unreceipted> {
    const { boot, clock } = this.parts;
    const header = {
      reportId: uuidv7(),
      seq: this.memory(device).seq + 1,
      at: { boot, monoMs: clock.monoMs(), wallMs: clock.wallMs() },
    };
    const told = { device, report: { ...header, ...observation } };
    this.write({ entry: 'report', ...told });
    await this.synced();
    return told;
  }

  /** The edge has committed the report; false for one that does not wait. Losing this line only means sending the report again. */
  receipted(device: string, reportId: string): boolean {
    if (this.waiting.get(reportId)?.device !== device) return false;
    this.write({ entry: 'receipted', device, reportId });
    if (this.bytes >= this.parts.compactAtBytes && !this.running && !this.following) this.compact();
    return true;
  }

  private apply(line: Entry): void {
    this.memories.set(line.device, remember(this.memory(line.device), line));
    if (line.entry === 'report' || line.entry === 'waiting')
      this.waiting.set(line.report.reportId, { device: line.device, report: line.report });
    if (line.entry === 'receipted') this.waiting.delete(line.reportId);
  }

  private write(line: Entry): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    if (writeSync(this.fd, bytes) < bytes.length) throw new Error(`${this.file}: the disk is full`);
    this.bytes += bytes.length;
    this.apply(line);
  }

  /** One sync serves all who wait: whoever comes while it runs is served by the one after it. */
  private synced(): Promise<void> {
    this.following ??= (this.running ?? Promise.resolve()).then(async () => {
      this.following = undefined;
      this.running = sync(this.fd);
      await this.running;
      this.running = undefined;
    });
    return this.following;
  }

  private compact(): void {
    if (this.fd >= 0) closeSync(this.fd);
    rewrite(this.file, [
      ...[...this.memories].map(([device, memory]): Entry => ({ entry: 'memory', device, memory })),
      ...this.unreceipted().map((told): Entry => ({ entry: 'waiting', ...told })),
    ]);
    this.fd = openSync(this.file, 'a', 0o600);
    this.bytes = 0;
  }
}
