// The counter as its handlers see it: one command to the dispatch, then the rows of the items it was about.

import type { Command } from '../../contract/commands.ts';
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import type { HoldStatus } from '../../domain/custody/hold.ts';
import { isRefused, type SiteLayout } from '../../domain/decision.ts';
import type { Hold } from '../../domain/state.ts';
import type { Keys } from '../../secrets/keys.ts';
import type { Reply } from '../answers.ts';
import { doorView } from '../visit-view.ts';
import { type ItemScene, itemRow } from './item-row.ts';

export interface CounterOptions {
  dispatch: Dispatch;
  site: SiteLayout;
  keys: Keys;
  now: () => Instant;
}

export interface Counter {
  scene(): ItemScene;
  row(hold: Hold): ConsoleAnswer<'handOver'>['items'][number];
  /**
   * Does it and answers the rows of these items as they are then; `left` is how those ended that are out of the house with it. A refusal is the command's own.
   */
  onItems(
    command: Command,
    about: { holdIds: readonly string[]; left?: HoldStatus },
  ): Promise<Reply<ConsoleAnswer<'handOver'>>>;
  /** The refusal when something else was signed under this id before: no signature is ever written over. */
  signedBefore(receiptId: string): Promise<Refusal | undefined>;
  /** The door of this visit of the desk and the item it is about, as they stand; neither once the visit is over. */
  door(visitId: string | null): ConsoleAnswer<'readDoor'>;
}

export const openCounter = ({ dispatch, site, now }: CounterOptions): Counter => {
  const { state } = dispatch;
  const scene = (): ItemScene => ({ state, site, personal: (id) => dispatch.personal(id), now: now() });
  const row: Counter['row'] = (hold) => itemRow(scene(), hold);
  const liveOf = (holdId: string): Hold[] => {
    const hold = state.get('holds', holdId);
    return hold ? [hold] : [];
  };
  return {
    scene,
    row,
    async onItems(command, { holdIds, left }) {
      const before = holdIds.flatMap(liveOf);
      const answer = await dispatch.execute(command);
      if (isRefused(answer)) return answer;
      const items = before.map((hold) => {
        const live = state.get('holds', hold.id);
        if (live || left === undefined) return row(live ?? hold);
        return { ...row({ ...hold, status: left }), endedAt: now().wallMs };
      });
      return { body: { items } };
    },
    async signedBefore(receiptId) {
      return (await dispatch.receipt(receiptId))
        ? { refused: 'bad-request', field: 'receiptId', remedy: 'give every signature an id of its own' }
        : undefined;
    },
    door(visitId) {
      const visit = visitId === null ? undefined : state.get('visits', visitId);
      const door = visit?.role === 'desk' ? doorView(scene(), visit) : null;
      const [hold] = door === null ? [] : liveOf(door.holdId);
      return { door, item: hold ? row(hold) : null };
    },
  };
};
