// What is on record after a story: the ledger's events and what iron did.
import { readFileSync } from 'node:fs';
import type { Recorded } from '../../edge/contract/events.ts';
import { replay } from '../../edge/ledger/replay.ts';
import type { Entry } from '../../firmware-bridge/simulated/bolt-log.ts';

export type LedgerEvent = Recorded & { epoch: number; seq: number; id: string };
export type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>;
export type BoltEntry = Exclude<Entry, { discarded: string }>;

export const readEvents = async (file: string): Promise<LedgerEvent[]> => {
  const events: LedgerEvent[] = [];
  for await (const { body } of replay(file, { epoch: 0, seq: 0 })) events.push(JSON.parse(body) as LedgerEvent);
  return events;
};

export const readBolts = (file: string): BoltEntry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BoltEntry);

export const eventsOf = <T extends LedgerEvent['type']>(events: readonly LedgerEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** The events that name this opening, in order. */
export const ofOpening = (events: readonly LedgerEvent[], openingId: string): LedgerEvent[] =>
  events.filter(({ data }) => 'openingId' in data && data.openingId === openingId);
