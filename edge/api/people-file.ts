// Reads a CSV of households, residents and couriers: every row that is wrong is named with its field and the remedy.
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { dictionary, sayRow } from '../words/shell/dictionary.ts';
import type { RowCode, RowFault } from '../words/shell/problem.ts';
import { columns, type PersonRow, personRow } from './people-row.ts';

export type RowProblem = RowFault & {
  /** Line of the file, from 1; the header is line 1, and 0 is the file as a whole. */
  row: number;
  /** The column by its English heading; `row` or `file` where no single one is meant. */
  field: string;
  /** In English, for machines; people are told in their own language by the code. */
  remedy: string;
};

export const rowProblem = (row: number, field: string, fault: RowFault): RowProblem => ({
  row,
  field,
  ...fault,
  remedy: sayRow(dictionary.en, fault),
});

/** Faults that need no facts beside their code. */
type PlainCode = Exclude<RowCode, 'card-twice' | 'person-twice'>;
/** A union of more kinds than the compiler tells apart by itself. */
const plain = (code: PlainCode): RowFault => ({ code, facts: {} }) as RowFault;
const isPlain = (text: string): text is PlainCode =>
  Object.hasOwn(dictionary.en.row, text) && text !== 'card-twice' && text !== 'person-twice';

/** Three times a site of 3,000 households. */
const mostBytes = 4_000_000;
/** Doors go on between so many rows. */
const sliceSize = 200;
const needed = ['role', 'name'] as const;

interface CsvError extends Error {
  code: string;
  lines?: number;
}
const isCsvError = (error: unknown): error is CsvError => error instanceof Error && 'code' in error;

/** What csv-parse calls it → what people can do about it. */
const ofParser: Record<string, PlainCode> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'columns',
  CSV_QUOTE_NOT_CLOSED: 'quotes',
  CSV_INVALID_CLOSING_QUOTE: 'quotes',
  INVALID_OPENING_QUOTE: 'quotes',
};

const unreadable = (error: CsvError): RowProblem => {
  const known = ofParser[error.code];
  return known === undefined
    ? rowProblem(0, 'file', { code: 'not-csv', facts: {} })
    : rowProblem(error.lines ?? 0, 'row', plain(known));
};

interface Line {
  line: number;
  cells: string[];
}

/** Our own lists put an apostrophe before what a spreadsheet would take for a formula: a phone that begins with +. */
const meant = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

/** Lines as they are, and those that cannot be taken apart. */
const split = (csv: string): { lines: Line[]; problems: RowProblem[] } => {
  const problems: RowProblem[] = [];
  try {
    const records = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) problems.push(unreadable(error));
        return undefined;
      },
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return { lines: records.map(({ info, record }) => ({ line: info.lines, cells: record.map(meant) })), problems };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return { lines: [], problems: [unreadable(error)] };
  }
};

const readRow = ({ line, cells }: Line, headings: readonly string[]): PersonRow | RowProblem[] => {
  if (cells.length !== headings.length) return [rowProblem(line, 'row', { code: 'columns', facts: {} })];
  const parsed = personRow.safeParse(Object.fromEntries(headings.map((heading, i) => [heading, cells[i]])));
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) =>
    rowProblem(line, String(path[0] ?? 'row'), plain(isPlain(message) ? message : 'unclear')),
  );
};

/** The card or the person of a row that an earlier line has already. */
const twiceIn = (seen: Map<string, number>, { line }: Line, person: PersonRow): RowProblem | undefined => {
  const card = person.cards.find((one) => seen.has(`card ${one}`));
  if (card !== undefined)
    return rowProblem(line, 'cards', { code: 'card-twice', facts: { line: seen.get(`card ${card}`) ?? 0 } });
  const who = `person ${JSON.stringify([person.role, person.room, person.name, person.phone ?? ''])}`;
  const before = seen.get(who);
  if (before !== undefined) return rowProblem(line, 'name', { code: 'person-twice', facts: { line: before } });
  seen.set(who, line);
  for (const one of person.cards) seen.set(`card ${one}`, line);
  return undefined;
};

export interface PeopleFile {
  /** Rows of people, good or not. */
  rows: number;
  good: { line: number; person: PersonRow }[];
  problems: RowProblem[];
}

/** Good rows with their lines, and every problem found. A file that is no CSV at all is one problem of row 0. */
export const readPeople = async (csv: string): Promise<PeopleFile> => {
  if (Buffer.byteLength(csv) > mostBytes)
    return { rows: 0, good: [], problems: [rowProblem(0, 'file', { code: 'file-large', facts: {} })] };
  const { lines, problems } = split(csv);
  const [head, ...rows] = lines;
  const headings = (head?.cells ?? []).map((name) => columns.get(name.toLowerCase()) ?? name);
  const missing = head ? needed.filter((column) => !headings.includes(column)) : [];
  if (missing.length > 0) {
    const unnamed = missing.map((column) => rowProblem(1, column, { code: 'heading-missing', facts: {} }));
    return { rows: rows.length, good: [], problems: unnamed };
  }
  const good: PeopleFile['good'] = [];
  const seen = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const person = readRow(row, headings);
    const twice = Array.isArray(person) ? undefined : twiceIn(seen, row, person);
    if (Array.isArray(person)) problems.push(...person);
    else if (twice) problems.push(twice);
    else good.push({ line: row.line, person });
    if (i % sliceSize === sliceSize - 1) await setImmediate();
  }
  return { rows: rows.length, good, problems: problems.sort((one, other) => one.row - other.row) };
};
