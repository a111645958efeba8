// Reads a register: which rows its days, carrier and room ask for, and what stands in each field.
import { setImmediate } from 'node:timers/promises';
import type { ConsoleQuery } from '../../contract/console/routes.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import type { LookupKeys } from '../../secrets/codes.ts';
import { roomKey } from '../../secrets/recipient-keys.ts';
import { type Cell, cellOf } from '../../words/registers/cell.ts';
import type { Register } from '../../words/registers/register.ts';
import type { SiteTime } from '../../words/site-time.ts';
import { type RegisterFacts, type RowsAsked, rowSources } from './register-rows.ts';

export type RegisterQuery = ConsoleQuery<'readRegister'>;

export interface ReadingOptions {
  dispatch: Pick<Dispatch, 'state' | 'personal' | 'receipt'>;
  facts: RegisterFacts;
  keys: LookupKeys;
  time: SiteTime;
  /** Brings the views up to the ledger's end; wall ms at which what they show was true. */
  asOf: () => Promise<number>;
}

export interface RegisterReading {
  register: Register;
  /** Fields in the order of the register's columns. */
  rows: { key: string; cell: Cell }[][];
  /** There were more rows than a page takes. */
  isCut: boolean;
  /** Wall ms. */
  asOf: number;
}

/** What a page of the contract takes. */
const mostRows = 5_000;
/** So many rows are written before a door's order may go in between. */
const sliceRows = 50;

const badField = (field: string, remedy: string): Refusal => ({ refused: 'bad-request', field, remedy });

const spanOf = ({ from, to }: RegisterQuery, time: SiteTime): Pick<RowsAsked, 'from' | 'to'> | Refusal => {
  const begin = time.startOf(from);
  if (begin === undefined) return badField('from', 'no calendar has this day');
  const end = time.startOf(to) === undefined ? undefined : time.startOf(time.dayAfter(to));
  if (end === undefined) return badField('to', 'no calendar has this day');
  return begin < end ? { from: begin, to: end } : badField('to', 'choose a day that is not before the first');
};

/** Answers a function that reads a register; a day that is none is refused as `bad-request` with its field. */
export const openReading = ({ dispatch, facts, keys, time, asOf: shownAt }: ReadingOptions) => {
  const scene = {
    facts,
    personal: (id: string) => dispatch.personal(id),
    receipt: (id: string) => dispatch.receipt(id),
  };

  /** Also those who have moved out, as long as their room is kept. */
  const householdsOf = (room: string): string[] => {
    const { state } = dispatch;
    const wanted = roomKey(keys, room);
    const lived = [...state.all('ended')].filter(({ id }) => {
      const kept = dispatch.personal(id)?.room;
      return kept !== undefined && roomKey(keys, kept) === wanted;
    });
    return [...[...state.all('households')].filter((one) => one.roomKey === wanted), ...lived].map(({ id }) => id);
  };

  const rowsAsked = (query: RegisterQuery): RowsAsked | Refusal => {
    const span = spanOf(query, time);
    if ('refused' in span) return span;
    const room = query.room?.trim();
    return {
      ...span,
      carrier: query.carrier?.trim() || undefined,
      householdIds: room ? householdsOf(room) : undefined,
    };
  };

  return async (register: Register, query: RegisterQuery): Promise<RegisterReading | Refusal> => {
    const asked = rowsAsked(query);
    if ('refused' in asked) return asked;
    const source = rowSources[register.id];
    if (source === undefined) throw new Error(`the register ${register.id} has no source of rows`);
    const speech = { language: query.language, time };
    const asOf = await shownAt();
    const rows: RegisterReading['rows'] = [];
    for await (const record of source(scene, asked)) {
      if (rows.length === mostRows) return { register, rows, isCut: true, asOf };
      const numbered = { ...record, n: rows.length + 1 };
      rows.push(register.columns.map((column) => ({ key: column.key, cell: cellOf(column, numbered, speech) })));
      if (rows.length % sliceRows === 0) await setImmediate();
    }
    return { register, rows, isCut: false, asOf };
  };
};
