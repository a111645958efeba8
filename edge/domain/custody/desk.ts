// What staff do over the counter: each command, the right it needs, and the rule that decides it.
import type { CommandOf } from '../../contract/commands.ts';
import type { DeskCommand } from '../../contract/desk-commands.ts';
import type { Right } from '../../contract/rights.ts';
import type { Context, Decision } from '../decision.ts';
import { askedBy } from '../identity/staff.ts';
import type { State } from '../state.ts';
import { fetchToDesk } from './fetch.ts';
import { claim, handOver } from './hand-over.ts';
import { moveToShelf, receive, turnAway } from './receive.ts';
import { markUndeliverable, postPublicNotice, refuseItems, returnItems } from './return.ts';
import { settle } from './settle.ts';

const rightFor: Record<DeskCommand['kind'], Right> = {
  ReceiveItem: 'receive-items',
  TurnAwayItem: 'receive-items',
  MoveToShelf: 'receive-items',
  ClaimAtDesk: 'hand-over-items',
  HandOverItems: 'hand-over-items',
  RefuseItems: 'hand-over-items',
  FetchToDesk: 'hand-over-items',
  MarkUndeliverable: 'return-items',
  PostPublicNotice: 'return-items',
  ReturnItems: 'return-items',
  SettleDispute: 'settle-disputes',
};

export const decideDesk = (state: State, command: CommandOf<DeskCommand['kind']>, context: Context): Decision => {
  const staff = askedBy(state, command.by, rightFor[command.kind]);
  if ('answer' in staff) return staff;
  switch (command.kind) {
    case 'ReceiveItem':
      return receive(state, command, context);
    case 'TurnAwayItem':
      return turnAway(command);
    case 'MoveToShelf':
      return moveToShelf(state, command, context);
    case 'ClaimAtDesk':
      return claim(state, command, context);
    case 'HandOverItems':
      return handOver(state, command, context);
    case 'RefuseItems':
      return refuseItems(state, command);
    case 'FetchToDesk':
      return fetchToDesk(state, command, context);
    case 'MarkUndeliverable':
      return markUndeliverable(state, command);
    case 'PostPublicNotice':
      return postPublicNotice(state, command, context);
    case 'ReturnItems':
      return returnItems(state, command, context);
    case 'SettleDispute':
      return settle(state, command, context);
  }
};
