// Migration 2: receipts, sealed one by one, and the ways by which lists find holdings among hundreds of thousands.

/**
 * Run once, in one transaction; never changed afterwards. The lists' queries repeat these expressions letter by letter (views/list-holdings.ts), for only so
 * SQLite takes an index; the columns after `id` let a filter be answered by the index alone. That holds only for a table with rowids: without them SQLite
 * 3.52 looks up the row of every entry of an index on expressions, measured 2 µs each. Views are folded again from zero by whoever keeps them up, for their
 * former rows lack what the desk needs.
 */
export const desk = `
CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
DROP TABLE view_row;
DELETE FROM checkpoint WHERE reader LIKE 'view:%';
CREATE TABLE view_row (
  view TEXT NOT NULL,
  id TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (view, id)
) STRICT;
CREATE INDEX holding_received ON view_row (
  row->>'receivedAt', id, row->>'endedAt', row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_ended ON view_row (
  row->>'endedAt', id, row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings' AND row->>'endedAt' IS NOT NULL;
CREATE INDEX holding_carrier ON view_row (
  row->>'carrier', row->>'receivedAt', id, row->>'endedAt', row->>'kind', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_where ON view_row (
  iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf'), row->>'receivedAt', id, row->>'endedAt', row->>'kind', row->>'carrier'
) WHERE view = 'holdings';
CREATE INDEX holding_kind ON view_row (
  row->>'kind', row->>'receivedAt', id, row->>'endedAt', row->>'carrier',
  iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_person ON view_row (
  row->>'personId', row->>'receivedAt', id, row->>'endedAt', row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_household ON view_row (
  row->>'householdId', row->>'receivedAt', id, row->>'endedAt', row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_waybill ON view_row (
  upper(row->>'waybill'), row->>'receivedAt', id, row->>'endedAt', row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX holding_waybill_tail ON view_row (
  substr(upper(row->>'waybill'), -4), upper(row->>'waybill'), row->>'receivedAt', id,
  row->>'endedAt', row->>'kind', row->>'carrier', iif(row->>'$.place.shelf' IS NULL, row->>'$.place.cabinet', 'shelf')
) WHERE view = 'holdings';
CREATE INDEX turned_away_at ON view_row (row->>'at', id) WHERE view = 'turned-away';
`;
