// What a proof of the ledger can find, and how its tables are walked with little memory.
import type { Bindable, Connection } from './sqlite.ts';
import type { Head, Position } from './unit.ts';

/**
 * `edited` bytes do not fit their hash, or not what others have seen · `missing` a place, an epoch or an answer is gone · `truncated` the end is cut off ·
 * `rolled-back` it ends before a head that others have seen · `corrupt-page` the file is damaged · `damaged-row` a kept row does not fit its checksum.
 */
export type Problem = 'edited' | 'missing' | 'truncated' | 'rolled-back' | 'corrupt-page' | 'damaged-row';
export type Finding = { ok: false; at: Position; problem: Problem; detail: string };
export type Verdict = { ok: true; epochs: number; events: number; head: Head } | Finding;

/** For what has no place in the chain. */
export const nowhere: Position = { epoch: 0, seq: 0 };

export const found = (at: Position, problem: Problem, detail: string): Finding => ({ ok: false, at, problem, detail });

export const pageRows = 1_000;

/** Walks a table by its key. `sql` takes the key of the last row seen, then the number of rows. */
export async function* walk<T>(
  db: Connection,
  sql: string,
  { from, keyOf }: { from: Bindable[]; keyOf: (row: T) => Bindable[] },
): AsyncGenerator<T> {
  let key = from;
  for (;;) {
    const page = await db.all<T>(sql, [...key, pageRows]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    key = keyOf(last);
  }
}
