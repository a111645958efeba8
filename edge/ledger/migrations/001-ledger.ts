// Migration 1: the ledger, the rows decisions need, the answers given, the checkpoints of readers and their views.

/** Run once, in one transaction; never changed afterwards. */
export const ledger = `
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  site TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE epoch (
  epoch INTEGER PRIMARY KEY,
  previous TEXT NOT NULL,
  began_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE event (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
  command TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  answer TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE live (
  tbl TEXT NOT NULL,
  id TEXT NOT NULL,
  row TEXT NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE personal (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (
  reader TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE view_row (
  view TEXT NOT NULL,
  id TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (view, id)
) STRICT, WITHOUT ROWID;
`;
