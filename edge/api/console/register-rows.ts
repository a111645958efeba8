// Where the rows of each register come from: the one thing besides its data that a register needs.
import type { Holding } from '../../ledger/views/holding.ts';
import type { HoldingsAsked, HoldingsPage } from '../../ledger/views/list-holdings.ts';
import type { TurnedAway } from '../../ledger/views/turned-away.ts';
import type { RegisterRecord } from '../../words/registers/cell.ts';
import { itemRecord, type RecordScene, turnedAwayRecord } from './register-record.ts';

/** What the ledger's views tell; in a test a few rows in memory. */
export interface RegisterFacts {
  holdings(asked: HoldingsAsked): Promise<Pick<HoldingsPage, 'rows' | 'next'>>;
  /** Items by their ids; those there are none of are left out. */
  items(holdIds: string[]): Promise<ReadonlyMap<string, Holding>>;
  turnedAway(asked: { from: number; to: number }): Promise<TurnedAway[]>;
}

export interface RowsAsked {
  /** Wall ms: `from` itself counts, `to` does not. */
  from: number;
  to: number;
  carrier?: string | undefined;
  /** Whoever lives or lived in the room that is asked for. */
  householdIds?: readonly string[] | undefined;
}
export interface RowsScene extends RecordScene {
  facts: RegisterFacts;
}

/** Records in the order of the register, read page by page as they are taken. */
export type RowSource = (scene: RowsScene, asked: RowsAsked) => AsyncIterable<RegisterRecord>;

const pageRows = 500;

interface ItemsAsked extends RowsAsked {
  by: 'received' | 'ended';
  isRow: (item: Holding) => boolean;
}

async function* items(scene: RowsScene, { by, isRow, householdIds, ...asked }: ItemsAsked) {
  const isOfRoom = ({ householdId }: Holding): boolean => householdIds?.includes(householdId) ?? true;
  let after: string | undefined;
  do {
    const { rows, next } = await scene.facts.holdings({
      ...asked,
      by,
      householdIds: by === 'received' ? householdIds : undefined,
      order: 'asc',
      limit: pageRows,
      after,
    });
    for (const item of rows) if (isRow(item) && isOfRoom(item)) yield await itemRecord(scene, item);
    after = next ?? undefined;
  } while (after !== undefined);
}

/** What the office received, kept on its shelf or handed over; for what a courier put into a compartment the door is the evidence [M4]. */
const passedTheCounter = ({ staffId, placedAt, handedOver, place }: Holding): boolean =>
  staffId !== null || (placedAt !== null && (handedOver !== null || (place !== null && 'shelf' in place)));

async function* turnedAway(scene: RowsScene, { householdIds, carrier, ...span }: RowsAsked) {
  const lines = await scene.facts.turnedAway(span);
  const refused = await scene.facts.items(lines.flatMap((line) => (line.what === 'refused' ? [line.holdId] : [])));
  for (const line of lines) {
    const item = line.what === 'refused' ? refused.get(line.holdId) : undefined;
    const record = turnedAwayRecord(scene, line, item);
    const isOfRoom = householdIds?.includes(item?.householdId ?? '') ?? true;
    if (isOfRoom && (carrier === undefined || record.carrier === carrier)) yield record;
  }
}

/** By the register's id. */
export const rowSources: Readonly<Record<string, RowSource>> = {
  mail: (scene, asked) => items(scene, { ...asked, by: 'received', isRow: passedTheCounter }),
  returns: (scene, asked) => items(scene, { ...asked, by: 'ended', isRow: ({ returned }) => returned !== null }),
  'turned-away': turnedAway,
};
