// A table as CSV that office programs open rightly and safely: UTF-8 with its mark, CRLF, formulas made harmless.
import { stringify } from 'csv-stringify/sync';

/** Null is an empty cell. */
export type CsvCell = string | number | null;

export const csvType = 'text/csv; charset=utf-8';

/**
 * The whole file as text. A cell that a spreadsheet would take for a formula gets an apostrophe before it [OWASP: CSV injection]; numbers are numbers.
 */
export const csvText = (head: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  stringify([[...head], ...[...rows].map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
