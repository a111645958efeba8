// What nobody takes goes back: refused, undeliverable [M5], unclaimed after a public notice [M6]; the carrier's person signs one list.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import type { Hold, State } from '../state.ts';
import { endCodes, fetchFirst, itemsIn, onShelf } from './at-desk.ts';
import { isSigned } from './hand-over.ts';
import { type HoldStatus, isWaiting } from './hold.ts';
import { dueOf, isPast } from './terms.ts';

const waiting: readonly HoldStatus[] = ['placed', 'notified'];

/** Each of the items becomes this fact, and its codes end. */
const giveUp = (state: State, holds: Hold[] | Decision, fact: (holdId: string) => Fact): Decision =>
  'answer' in holds ? holds : done(holds.flatMap(({ id }) => [fact(id), ...endCodes(state, id)]));

/** Refused, or found damaged, by whoever came for it. What is in dispute is settled instead. */
export const refuseItems = (state: State, { by, holdIds, reason }: CommandOf<'RefuseItems'>): Decision =>
  giveUp(state, itemsIn(state, holdIds, waiting), (holdId) => ({
    type: 'ItemRefused',
    data: { holdId, staffId: by.staffId, reason },
  }));

export const markUndeliverable = (state: State, { by, holdIds, reason }: CommandOf<'MarkUndeliverable'>): Decision =>
  giveUp(state, itemsIn(state, holdIds, waiting), (holdId) => ({
    type: 'ItemUndeliverable',
    data: { holdId, staffId: by.staffId, reason },
  }));

/** Only once its term is over [S14: by a clock that is trusted]. */
const isOverdue = (hold: Hold, { now }: Context): boolean => {
  const term = dueOf(hold, now);
  return term !== null && isPast(term, now);
};

/** For what has been unclaimed for over a month [M6]. */
export const postPublicNotice = (
  state: State,
  { by, holdIds }: CommandOf<'PostPublicNotice'>,
  context: Context,
): Decision => {
  if (context.now.clock === 'unknown') return refuse('clock-untrusted');
  const holds = itemsIn(state, holdIds, waiting);
  if ('answer' in holds) return holds;
  if (holds.some((hold) => hold.noticePostedAt !== null))
    return refuse('not-waiting', { field: 'holdIds', remedy: 'its notice hangs already' });
  if (!holds.every((hold) => isOverdue(hold, context)))
    return refuse('not-waiting', { field: 'holdIds', remedy: 'post it when it has been unclaimed for over a month' });
  return done(
    holds.map(({ id: holdId }) => ({ type: 'PublicNoticePosted', data: { holdId, staffId: by.staffId } }) as const),
  );
};

/** Why it may go back now; undefined = it may not. */
const reasonOf = (hold: Hold, context: Context): EventData<'ItemReturned'>['reason'] | undefined => {
  if (!isWaiting(hold.status)) return hold.returning?.reason;
  return hold.noticePostedAt !== null && isOverdue(hold, context) ? 'unclaimed' : undefined;
};

/**
 * One list, one carrier, one signature. What couriers put in has its carrier in its waybill alone, whose letters are words of people and are read outside.
 */
export const returnItems = (state: State, command: CommandOf<'ReturnItems'>, context: Context): Decision => {
  const { by, returnId, receipt } = command;
  if (!isSigned(receipt)) return refuse('signature-needed');
  if (!receipt.name)
    return refuse('bad-request', { field: 'person', remedy: 'write the name of the carrier’s person who takes them' });
  const holds = itemsIn(state, command.holdIds, [...waiting, 'to-return']);
  if ('answer' in holds) return holds;
  if (new Set(holds.flatMap(({ carrier }) => carrier ?? [])).size > 1)
    return refuse('bad-request', { field: 'holdIds', remedy: 'make one list for each carrier' });
  const digest = context.supply.digest(receipt);
  const facts: Fact[] = [];
  for (const hold of holds) {
    const reason = reasonOf(hold, context);
    if (!reason) return refuse('not-waiting', { field: 'holdIds', remedy: 'it still waits for its owner' });
    if (!onShelf(hold)) return fetchFirst;
    const data = { holdId: hold.id, returnId, staffId: by.staffId, reason, digest };
    facts.push({ type: 'ItemReturned', data }, ...endCodes(state, hold.id));
  }
  return { ...done(facts), receipts: [{ id: returnId, data: receipt }] };
};
