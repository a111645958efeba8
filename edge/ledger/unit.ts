// The words of the ledger: what is appended together, and how it is read back.
import type { Instant } from '../contract/events.ts';

export type ClockQuality = Instant['clock'];

/** Who did it: a person, a device, the node itself; `terminal` is where. */
export interface Actor {
  kind: string;
  id?: string;
  terminal?: string;
}

/** An event before it has its place in the chain. `id` is a UUIDv7. */
export interface NewEvent {
  id: string;
  type: string;
  at: Instant;
  actor: Actor;
  data: Record<string, unknown>;
}

/** The new state of one row that decisions need; null deletes it. */
export interface TableChange {
  table: string;
  id: string;
  row: unknown;
}

/** Sealed data beside the chain, of one person, household or receipt; null erases it. */
export interface SealedChange {
  id: string;
  sealed: Uint8Array | null;
}

/** Everything one command does. It is kept whole or not at all. */
export interface Unit {
  commandId: string;
  answer: unknown;
  events: NewEvent[];
  changes: TableChange[];
  /** Of people and households: read at each start. */
  personal?: SealedChange[];
  /** Signatures and documents: never read but one by one. */
  receipts?: SealedChange[];
}

/** A place in the ledger. Epochs ascend; `seq` counts from 1 without a gap within its epoch, 0 = before its first event. */
export interface Position {
  epoch: number;
  seq: number;
}

/** A position in short, as views keep many of them. */
export type Place = [epoch: number, seq: number];

/** The last place, and the hash every later event builds on (64 hex digits). */
export interface Head extends Position {
  hash: string;
}

/** One stored event. `body` is the exact JSON text that was hashed: `{v:1, site, epoch, seq, id, type, at, command, actor, data}`. */
export interface Row extends Head {
  body: string;
}

/** What `body` holds. */
export interface Body extends NewEvent, Position {
  v: 1;
  site: string;
  command: string;
}
