// What goes back, by the carrier who takes it: the carrier with the soonest term first. Pure.
import type { ItemRow } from '../contract.ts';

export interface ReturnGroup {
  carrier: string;
  /** Soonest first. */
  rows: readonly ItemRow[];
  /** The soonest term of all of them, wall ms. */
  soonest: number;
}

const never = Number.MAX_SAFE_INTEGER;
const termOf = ({ due }: ItemRow): number => due?.at ?? never;

export const byCarrier = (rows: readonly ItemRow[]): ReturnGroup[] =>
  [...new Set(rows.map(({ carrier }) => carrier))]
    .map((carrier) => {
      const own = rows.filter((row) => row.carrier === carrier).sort((one, other) => termOf(one) - termOf(other));
      return { carrier, rows: own, soonest: own[0] ? termOf(own[0]) : never };
    })
    .sort((one, other) => one.soonest - other.soonest);

/** Nothing is sent back out of a closed compartment. */
export const mayGo = ({ actions }: ItemRow): boolean => actions.includes('return');
