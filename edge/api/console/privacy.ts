// Privacy at the console: what is kept how long, erasing what is due, and a person's own data for that person.

import type { Dispatch } from '../../dispatch.ts';
import { isRefused } from '../../domain/decision.ts';
import { retention, retentionRules } from '../../domain/identity/retention.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Holding } from '../../ledger/views/holding.ts';
import { listHoldings } from '../../ledger/views/list-holdings.ts';
import type { Retention } from '../retention.ts';
import type { Handlers } from './handlers.ts';

export interface PrivacyOptions {
  dispatch: Dispatch;
  ledger: Ledger;
  retention: Pick<Retention, 'due' | 'run'>;
  newId: () => string;
}

const pageSize = 500;

export const openPrivacy = (
  options: PrivacyOptions,
): Pick<Handlers, 'readRetention' | 'runRetention' | 'readOwnData'> => {
  const { dispatch, ledger, newId } = options;

  const itemsOf = async (personId: string): Promise<Holding[]> => {
    const items: Holding[] = [];
    const match = { personIds: [personId], waybill: '' };
    for (let after: string | undefined; ; ) {
      const page = await listHoldings(ledger, { match, order: 'asc', limit: pageSize, ...(after && { after }) });
      items.push(...page.rows);
      if (page.next === null) return items;
      after = page.next;
    }
  };

  return {
    readRetention: async () => {
      const due = await options.retention.due();
      const rules = retentionRules.map((rule) => ({
        rule,
        ...retention[rule],
        due: due.filter((one) => one.rule === rule).length,
      }));
      return { body: { rules, lastRanAt: dispatch.state.get('retention', 'retention')?.lastRanAt ?? null } };
    },
    runRetention: async ({ by, body: { commandId } }) => {
      const ran = await options.retention.run({ by, commandId });
      return 'refused' in ran ? ran : { body: ran };
    },
    readOwnData: async ({ by, params: { id } }) => {
      const { state } = dispatch;
      const person = state.get('people', id);
      const gone = state.get('ended', id);
      const data = dispatch.personal(id);
      if (!data || (!person && gone?.kind !== 'person')) return { refused: 'unknown-person' };
      const items = await itemsOf(id);
      const what = { what: 'own-data', subject: id, rows: items.length };
      const recorded = await dispatch.execute({ commandId: newId(), kind: 'RecordExport', by, ...what });
      if (isRefused(recorded)) return recorded;
      const { salt: _, ...written } = data;
      const { phoneTailKey: __, mismatches: ___, ...agreed } = person ?? { phoneTailKey: null, mismatches: [] };
      const credentials = [...state.all('credentials')].filter(({ personId }) => personId === id);
      return {
        body: {
          personId: id,
          data: {
            ...written,
            ...agreed,
            low: state.get('households', person?.householdId ?? '')?.low ?? false,
            leftAt: gone?.endedAt ?? null,
            credentials: credentials.map(({ use, until }) => ({ use, until })),
          },
          items: items.map(({ events: _events, ...item }) => ({ ...item })),
        },
      };
    },
  };
};
