// Rows that the counter's facts change.

import type { EventData, Instant } from '../../contract/events.ts';
import type { Evolvers } from '../evolve.ts';
import { type Change, type Hold, put, type State } from '../state.ts';
import { deskTerminal } from './desk-visit.ts';
import { nextStatus } from './hold.ts';
import { move, received, trustedMs, unsent, vacate } from './hold-rows.ts';

type DeskEvent =
  | 'ItemReceived'
  | 'ItemTurnedAway'
  | 'ItemHandedOver'
  | 'ItemRefused'
  | 'ItemUndeliverable'
  | 'PublicNoticePosted'
  | 'ItemReturned'
  | 'DisputeSettled';

type Reason = NonNullable<Hold['returning']>['reason'];

const giveUp = (state: State, { holdId, reason }: { holdId: string; reason: Reason }, at: Instant): Change[] =>
  move(state, holdId, 'give-up', { returning: { reason, since: trustedMs(state, at) }, dispute: null });

/** A code that was right ends the row of wrong ones before it, as at a kiosk. */
const endStreak = (state: State, { identified, staffId }: EventData<'ItemHandedOver'>): Change[] => {
  const terminal = identified === 'code' ? state.get('terminals', deskTerminal(staffId)) : undefined;
  return terminal ? [put('terminals', { ...terminal, streak: 0 })] : [];
};

/** It lies on the shelf from now on, be it found, brought back or fetched before. */
const shelved = (state: State, hold: Hold, { shelf, change }: { shelf: number; change: Partial<Hold> }): Change[] => [
  ...vacate(state, hold),
  put('shelf', { id: String(shelf), holdId: hold.id }),
  put('holds', { ...hold, place: { shelf }, dispute: null, ...change }),
];

const settled = (state: State, { holdId, outcome, shelf }: EventData<'DisputeSettled'>, at: Instant): Change[] => {
  const hold = state.get('holds', holdId);
  if (hold?.status !== 'disputed') return [];
  switch (outcome) {
    case 'delivered':
      return move(state, holdId, 'settle');
    case 'lost':
      return move(state, holdId, 'lose');
    case 'to-return': {
      if (shelf === null) return giveUp(state, { holdId, reason: 'settled' }, at);
      const returning = { reason: 'settled', since: trustedMs(state, at) } as const;
      const status = nextStatus(hold.status, 'give-up') ?? hold.status;
      return shelved(state, hold, { shelf, change: { status, returning } });
    }
    case 'to-shelf': {
      if (shelf === null) return [];
      const status = nextStatus(hold.status, 'shelve') ?? hold.status;
      // Told anew, for it has another place and another code.
      return shelved(state, hold, { shelf, change: { status, placedAt: at.wallMs, notices: unsent } });
    }
  }
};

export const deskEvolvers: Evolvers<DeskEvent> = {
  ItemReceived: (state, data, at) => [put('holds', received(state, data, at))],
  ItemTurnedAway: () => [],
  ItemHandedOver: (state, data) => [...move(state, data.holdId, 'hand-over'), ...endStreak(state, data)],
  ItemRefused: (state, { holdId }, at) => giveUp(state, { holdId, reason: 'refused' }, at),
  ItemUndeliverable: (state, { holdId }, at) => giveUp(state, { holdId, reason: 'undeliverable' }, at),
  PublicNoticePosted: (state, { holdId }, at) => {
    const hold = state.get('holds', holdId);
    return hold ? [put('holds', { ...hold, noticePostedAt: at.wallMs })] : [];
  },
  ItemReturned: (state, { holdId }) => move(state, holdId, 'send-back'),
  DisputeSettled: settled,
};
