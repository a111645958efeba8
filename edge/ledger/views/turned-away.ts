// The view of what was not taken in and of what was refused at the counter: a line for each.
import type { EventData } from '../../contract/events.ts';
import type { Ledger } from '../ledger.ts';
import type { Body } from '../unit.ts';
import type { View } from './view.ts';

/** `at` is wall ms. What was refused is an item known by its holding; what was turned away is known by this line only. */
export type TurnedAway = { at: number } & (
  | ({ what: 'turned-away' } & EventData<'ItemTurnedAway'>)
  | ({ what: 'refused' } & EventData<'ItemRefused'>)
);

const lineOf = ({ type, data, at }: Body): TurnedAway | undefined => {
  // The ledger holds what the domain decided; its data needs no second check [style: seams].
  if (type === 'ItemTurnedAway')
    return { at: at.wallMs, what: 'turned-away', ...(data as EventData<'ItemTurnedAway'>) };
  if (type === 'ItemRefused') return { at: at.wallMs, what: 'refused', ...(data as EventData<'ItemRefused'>) };
  return undefined;
};

export const turnedAway: View<TurnedAway> = {
  name: 'turned-away',
  key: (event) => (lineOf(event) === undefined ? undefined : event.id),
  fold: (line, event) => line ?? lineOf(event),
};

/** Lines of `[from, to)`, wall ms, oldest first. */
export const readTurnedAway = async (
  ledger: Pick<Ledger, 'queryViews'>,
  { from, to }: { from: number; to: number },
): Promise<TurnedAway[]> => {
  const kept = await ledger.queryViews<{ row: string }>(
    `SELECT row FROM view_row WHERE view = 'turned-away' AND row->>'at' >= ? AND row->>'at' < ? ORDER BY row->>'at', id`,
    [from, to],
  );
  return kept.map(({ row }) => JSON.parse(row) as TurnedAway);
};
