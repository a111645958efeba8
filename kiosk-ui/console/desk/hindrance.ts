// Why something cannot be done with several items at once. Pure.
import type { ItemRow } from '../contract.ts';
import type { ItemAction } from './contract.ts';

/** Null = it can. One carrier at a time signs a list. */
export const hindrance = (action: ItemAction, rows: readonly ItemRow[]): 'not-all' | 'carriers' | null => {
  if (!rows.every(({ actions }) => actions.includes(action))) return 'not-all';
  return action === 'return' && new Set(rows.map(({ carrier }) => carrier)).size > 1 ? 'carriers' : null;
};
