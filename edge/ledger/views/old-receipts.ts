// Which signatures and documents are still kept of items that left the house in a given time.
import type { Ledger } from '../ledger.ts';

const sql = `SELECT DISTINCT receipt.id AS id FROM view_row INDEXED BY holding_ended
  JOIN receipt ON receipt.id IN (row->>'$.handedOver.receiptId', row->>'$.returned.returnId')
  WHERE view = 'holdings' AND row->>'endedAt' IS NOT NULL AND row->>'endedAt' >= ?1 AND row->>'endedAt' < ?2`;

/** Ids of receipts; `from` itself counts, `to` does not (wall ms). Rejects with a StatementFault when the ledger cannot be read. */
export const readOldReceipts = async (
  ledger: Pick<Ledger, 'queryViews'>,
  { from, to }: { from: number; to: number },
): Promise<string[]> => {
  const rows = await ledger.queryViews<{ id: string }>(sql, [from, to]);
  return rows.map(({ id }) => id);
};
