// Which compartment a parcel gets: the smallest free one that fits, in the low row for those who need it.
import { type Size, sizes } from '../../contract/ids.ts';
import type { CompartmentLayout, SiteLayout } from '../decision.ts';
import { compartmentOf, type State } from '../state.ts';

export interface Choice {
  cabinet: string;
  compartment: number;
}
/** A terminal stands before some cabinets; the desk, null, reaches all. */
export type Reach = string | null;
export interface Wish {
  terminal: Reach;
  size: Size;
  /** The household needs a low compartment. */
  low: boolean;
}

/** Free: known to be closed, empty by the record, not blocked, nothing under way, its cabinet there. */
export const isFree = (state: State, cabinet: string, compartment: number): boolean => {
  const row = compartmentOf(state, cabinet, compartment);
  const there = state.get('cabinets', cabinet)?.presence === 'online';
  return there && row.door === 'closed' && row.blocked === null && row.holdId === null && row.openingId === null;
};

const freeAt = (state: State, site: SiteLayout, terminal: Reach): (Choice & CompartmentLayout)[] => {
  const reach = site.terminals.find((one) => one.id === terminal)?.cabinets ?? [];
  return site.cabinets
    .filter((cabinet) => terminal === null || reach.includes(cabinet.id))
    .flatMap((cabinet) => cabinet.compartments.map((one) => ({ ...one, cabinet: cabinet.id })))
    .filter((one) => isFree(state, one.cabinet, one.compartment));
};

const rank = (size: Size): number => sizes.indexOf(size);

/**
 * Undefined when nothing fits. A household that needs it gets a low compartment of any fitting size before a higher one; others leave the low row free while
 * they can.
 */
export const choose = (state: State, site: SiteLayout, wish: Wish): Choice | undefined => {
  const fitting = freeAt(state, site, wish.terminal).filter((one) => rank(one.size) >= rank(wish.size));
  const cost = (one: CompartmentLayout): number =>
    wish.low ? (one.low ? 0 : 10) + rank(one.size) : 2 * rank(one.size) + (one.low ? 1 : 0);
  const [best] = fitting.sort((a, b) => cost(a) - cost(b) || a.compartment - b.compartment);
  return best && { cabinet: best.cabinet, compartment: best.compartment };
};

/** How many compartments of each size are free before this terminal, or for the desk. */
export const countFree = (state: State, site: SiteLayout, terminal: Reach): Record<Size, number> => {
  const counts: Record<Size, number> = { S: 0, M: 0, L: 0 };
  for (const one of freeAt(state, site, terminal)) counts[one.size] += 1;
  return counts;
};

/** The first free place on the guarded shelf 「前台代存架」, from 1. */
export const shelfPlace = (state: State, site: SiteLayout): number | undefined => {
  const place = anyShelfPlace(state);
  return place <= site.shelfPlaces ? place : undefined;
};

/** For what is in the house already and has to lie somewhere: a full shelf takes it on top. */
export const anyShelfPlace = (state: State): number => {
  let place = 1;
  while (state.get('shelf', String(place))) place += 1;
  return place;
};
