// Bugs planted on purpose: a gate that does not catch them catches nothing.
import type { OpenDatabase } from '../../edge/ledger/sqlite.ts';

/** `early-ack`: acknowledged before COMMIT · `split`: the rows and the head in two transactions. */
export const plants = ['early-ack', 'split'] as const;
export type Plant = (typeof plants)[number];

export const isPlant = (text: string | undefined): text is Plant => plants.some((plant) => plant === text);

/** Commits what was written so far before the head is moved. */
export const splitting =
  (open: OpenDatabase): OpenDatabase =>
  async (file, mode) => {
    const db = await open(file, mode);
    return {
      ...db,
      async run(sql, params) {
        if (sql.startsWith('UPDATE head')) {
          await db.run('COMMIT');
          await db.run('BEGIN IMMEDIATE');
        }
        return db.run(sql, params);
      },
    };
  };
