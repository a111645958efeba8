// Receiving at the counter: what the waybill tells, who it may be for, where it goes.
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import { countFree } from '../../domain/custody/compartment.ts';
import { inHouse } from '../../domain/custody/deposit.ts';
import { isOver } from '../../domain/custody/hold.ts';
import { isRefused } from '../../domain/decision.ts';
import type { Person } from '../../domain/state.ts';
import { carrierOf } from '../../words/carriers.ts';
import { maskName, maskPhone } from '../../words/masking.ts';
import { type CounterOptions, openCounter } from './counter.ts';
import type { Handlers } from './handlers.ts';
import type { Search } from './search.ts';

const recipientsMost = 20;

export interface ReceiveOptions extends CounterOptions {
  search: Pick<Search, 'find'>;
  newId: () => string;
}
type Names = 'receive' | 'turnAway' | 'readWaybill' | 'findRecipients';
type Recipient = ConsoleAnswer<'findRecipients'>['rows'][number];

export const openReceive = (options: ReceiveOptions): Pick<Handlers, Names> => {
  const { dispatch, site, search, newId } = options;
  const counter = openCounter(options);
  const { state } = dispatch;

  const waitingFor = (): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { householdId, status } of state.all('holds'))
      if (!isOver(status)) counts.set(householdId, (counts.get(householdId) ?? 0) + 1);
    return counts;
  };
  const recipient = (person: Person, seen: { waiting: Map<string, number>; free: Recipient['free'] }): Recipient[] => {
    const { id: personId, householdId, relation, consent } = person;
    if (householdId === null) return [];
    const data = dispatch.personal(personId);
    return [
      {
        personId,
        householdId,
        room: dispatch.personal(householdId)?.room ?? '',
        name: maskName(data?.name ?? ''),
        phone: data?.phone ? maskPhone(data.phone) : '',
        relation,
        consent,
        low: state.get('households', householdId)?.low ?? false,
        waiting: seen.waiting.get(householdId) ?? 0,
        free: seen.free,
      },
    ];
  };

  return {
    readWaybill: async ({ query: { waybill } }) => ({
      body: { carrier: carrierOf(waybill) || null, inHouse: inHouse(state, waybill) },
    }),
    findRecipients: async ({ by, query }) => {
      const found = await search.find(query.q, recipientsMost);
      const answer = await dispatch.execute({ commandId: newId(), kind: 'RecordSearch', by, found: found.length });
      if (isRefused(answer)) return answer;
      const seen = { waiting: waitingFor(), free: countFree(state, site, null) };
      return {
        body: {
          rows: found.flatMap(({ personId }) => {
            const person = state.get('people', personId);
            return person ? recipient(person, seen) : [];
          }),
        },
      };
    },
    receive: async ({ by, body }) => {
      const { commandId, holdId, visitId, ...item } = body;
      const answer = await dispatch.execute({ commandId, kind: 'ReceiveItem', by, holdId, visitId, item });
      if (isRefused(answer)) return answer;
      const hold = state.get('holds', holdId);
      if (!hold) return { refused: 'unknown-item', remedy: 'it has left the house since' };
      return { body: { item: counter.row(hold), door: counter.door(visitId).door } };
    },
    turnAway: async ({ by, body }) => {
      const answer = await dispatch.execute({ kind: 'TurnAwayItem', by, ...body });
      return isRefused(answer) ? answer : { body: {} };
    },
  };
};
