// The durable places of readers: moves that wait together share one commit, and none goes backwards.
import { checksum } from './checksum.ts';
import type { Connection } from './sqlite.ts';
import type { Position } from './unit.ts';
import type { Writer } from './writer.ts';

/** Whether place `a` comes after place `b`. */
export const isAfter = (a: Position, b: Position): boolean =>
  a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);

const upsert = `INSERT INTO checkpoint (reader, epoch, seq, crc)
  SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?) WHERE true
  ON CONFLICT DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, crc = excluded.crc
  WHERE (excluded.epoch, excluded.seq) > (epoch, seq)`;

/** Writes places within the caller's transaction. */
export const writeCheckpoints = async (db: Connection, moves: ReadonlyMap<string, Position>): Promise<void> => {
  const places = [...moves].map(([reader, { epoch, seq }]) => [
    reader,
    epoch,
    seq,
    checksum('', reader, `${epoch}/${seq}`),
  ]);
  await db.run(upsert, [JSON.stringify(places)]);
};

/** Answers a function that moves one reader's place and resolves when that is durable. */
export const checkpointMover = (writer: Writer): ((reader: string, to: Position) => Promise<void>) => {
  let waiting = new Map<string, Position>();
  let commit: Promise<void> | undefined;
  return (reader, to) => {
    const other = waiting.get(reader);
    if (other === undefined || isAfter(to, other)) waiting.set(reader, to);
    if (commit) return commit;
    const moves = waiting;
    const closeGroup = (): void => {
      if (waiting !== moves) return;
      waiting = new Map();
      commit = undefined;
    };
    commit = writer
      .transaction((db) => {
        closeGroup();
        return writeCheckpoints(db, moves);
      })
      .finally(closeGroup);
    return commit;
  };
};
