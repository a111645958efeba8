// What goes back, is told in public, or is settled after a dispute.
import { salt } from '../../secrets/codes.ts';
import { type CounterOptions, openCounter } from './counter.ts';
import type { Handlers } from './handlers.ts';

type Names = 'undeliverable' | 'publicNotice' | 'returnItems' | 'settle';

export const openReturns = (options: CounterOptions): Pick<Handlers, Names> => {
  const { state } = options.dispatch;
  const counter = openCounter(options);

  /** Names of carriers as people read them, for those of couriers stand in the waybill only. */
  const carriersOf = (holdIds: readonly string[]): Set<string> =>
    new Set(
      holdIds.flatMap((holdId) => {
        const hold = state.get('holds', holdId);
        return hold ? [counter.row(hold).carrier] : [];
      }),
    );

  return {
    undeliverable: ({ by, body }) => counter.onItems({ kind: 'MarkUndeliverable', by, ...body }, body),
    publicNotice: ({ by, body }) => counter.onItems({ kind: 'PostPublicNotice', by, ...body }, body),
    returnItems: async ({ by, body }) => {
      const { commandId, returnId, holdIds, person, strokes } = body;
      if (carriersOf(holdIds).size > 1)
        return { refused: 'bad-request', field: 'holdIds', remedy: 'make one list for each carrier' };
      const signed = await counter.signedBefore(returnId);
      if (signed) return signed;
      const receipt = { name: person, strokes, salt: salt() };
      const command = { kind: 'ReturnItems', commandId, by, returnId, holdIds, receipt } as const;
      return counter.onItems(command, { holdIds, left: 'returned' });
    },
    settle: ({ by, body }) => {
      const left = body.outcome === 'lost' ? 'lost' : 'settled';
      return counter.onItems({ kind: 'SettleDispute', by, ...body }, { holdIds: [body.holdId], left });
    },
  };
};
