// One transaction: all of the work or nothing of it.
import { type Connection, StatementFault } from './sqlite.ts';

/** A full disk and the like end the transaction on their own; a failed statement leaves it open [storage: traps]. */
const rollBack = async (db: Connection): Promise<void> => {
  try {
    await db.run('ROLLBACK');
  } catch (error) {
    const isOver = error instanceof StatementFault && error.message.includes('no transaction is active');
    if (!isOver) throw error;
  }
};

/**
 * BEGIN IMMEDIATE, the work, COMMIT. Whatever the work or a statement throws is thrown on after the roll back.
 * The caller alone uses the connection until the promise settles.
 */
export const inTransaction = async <T>(db: Connection, work: () => Promise<T>): Promise<T> => {
  let result: T;
  try {
    await db.run('BEGIN IMMEDIATE');
    result = await work();
    await db.run('COMMIT');
  } catch (error) {
    await rollBack(db);
    throw error;
  }
  return result;
};
