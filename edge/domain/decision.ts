// The shape of every decision: what happened, or why not; and what the deciding functions are given.

import type { Personal } from '../contract/commands.ts';
import type { Receipt } from '../contract/desk-commands.ts';
import type { Fact, Instant } from '../contract/events.ts';
import type { Size } from '../contract/ids.ts';
import type { Refusal } from '../contract/refusals.ts';

/** Kept with the command's id, and given again when the command is sent again. Holds no secret. */
export type Answer = { done: true; id?: string } | Refusal;

export interface Decision {
  facts: Fact[];
  answer: Answer;
  /** Sealed beside the ledger in the same commit; null erases. */
  personal?: { id: string; data: Personal | null }[];
  /** Signatures and documents: sealed likewise, and never held in memory. */
  receipts?: { id: string; data: Receipt | null }[];
}

export interface CompartmentLayout {
  compartment: number;
  size: Size;
  /** In the lowest row. */
  low: boolean;
}
export interface SiteLayout {
  cabinets: { id: string; label: string; compartments: CompartmentLayout[] }[];
  terminals: { id: string; cabinets: string[] }[];
  shelfPlaces: number;
}

/** Fresh ids and keyed digests, made outside because they need randomness and keys. */
export interface Supply {
  id(): string;
  /** Keyed lookups of the code and the QR text derived for this credential. */
  lookups(credentialId: string, issue: number): { code: string; qr: string };
  /** Salted digest of sealed personal data, for the chain. */
  digest(data: Personal | Receipt): string;
}

export interface Context {
  now: Instant;
  /** The latest wall time this node has ever recorded: a clock that went back revalidates nothing [S14]. */
  latestMs: number;
  site: SiteLayout;
  supply: Supply;
}

export const done = (facts: Fact[], id?: string): Decision => ({
  facts,
  answer: id ? { done: true, id } : { done: true },
});
export const refuse = (
  refused: Refusal['refused'],
  more: Omit<Refusal, 'refused'> = {},
  facts: Fact[] = [],
): Decision => ({
  facts,
  answer: { refused, ...more },
});
export const isRefused = (answer: Answer): answer is Refusal => 'refused' in answer;
