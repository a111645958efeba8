// Every event from a place on, in order: for proofs, print-outs and folds, also while an edge writes.
import { pageRows } from './finding.ts';
import { Reading } from './reading.ts';
import { openDatabase } from './sqlite.ts';
import type { Position, Row } from './unit.ts';

/** Reads page by page, so memory stays small. Rejects when the file is not a ledger. */
export async function* replay(file: string, after: Position): AsyncGenerator<Row> {
  const reading = new Reading(file, openDatabase);
  await reading.start();
  try {
    for (let place = after; ; ) {
      const page = await reading.rows(place, pageRows);
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      place = last;
    }
  } finally {
    await reading.stop();
  }
}
