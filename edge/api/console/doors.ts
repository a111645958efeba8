// Doors that the desk opens: an item fetched out of its compartment, or moved to the shelf because it did not go in.
import { isRefused } from '../../domain/decision.ts';
import { type CounterOptions, openCounter } from './counter.ts';
import type { Handlers } from './handlers.ts';

export const openDoors = (options: CounterOptions): Pick<Handlers, 'fetch' | 'moveToShelf' | 'readDoor'> => {
  const { dispatch } = options;
  const counter = openCounter(options);
  return {
    fetch: async ({ by, body }) => {
      const answer = await dispatch.execute({ kind: 'FetchToDesk', by, ...body });
      return isRefused(answer) ? answer : { body: counter.door(body.visitId) };
    },
    moveToShelf: async ({ by, body }) => {
      const answer = await dispatch.execute({ kind: 'MoveToShelf', by, ...body });
      if (isRefused(answer)) return answer;
      const hold = dispatch.state.get('holds', body.holdId);
      const { door } = counter.door(hold?.visitId ?? null);
      return { body: { door, item: hold ? counter.row(hold) : null } };
    },
    readDoor: async ({ params }) => ({ body: counter.door(params.id) }),
  };
};
