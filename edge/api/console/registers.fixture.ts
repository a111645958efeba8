// A few days at a counter, for tests of registers: items, people, signatures, and a dispatch that writes down what it is asked.
import type { Command, Personal } from '../../contract/commands.ts';
import type { Receipt } from '../../contract/desk-commands.ts';
import type { Answer } from '../../domain/decision.ts';
import { memory } from '../../domain/overlay.ts';
import { put } from '../../domain/state.ts';
import type { Holding } from '../../ledger/views/holding.ts';
import type { TurnedAway } from '../../ledger/views/turned-away.ts';
import type { LookupKeys } from '../../secrets/codes.ts';
import { roomKey } from '../../secrets/recipient-keys.ts';
import type { MailForm } from '../../words/registers/mail.ts';
import type { RegisterFacts } from './register-rows.ts';
import { openRegisters } from './registers.ts';

/** 2026-11-21 09:00 in Shanghai. */
export const morning = Date.UTC(2026, 10, 21, 1);
export const hour = 3_600_000;

export const holding = (id: string, more: Partial<Holding> = {}): Holding => ({
  id,
  kind: 'parcel',
  householdId: 'home-1',
  personId: 'wang',
  courierId: null,
  staffId: 'li',
  carrier: '顺丰',
  waybill: `SF100000${id}`,
  size: null,
  condition: 'intact',
  damage: null,
  photo: null,
  consent: 'desk',
  receivedAt: morning,
  status: 'placed',
  place: { shelf: 3 },
  placedAt: morning,
  notice: 'sent',
  notifiedAt: morning + 60_000,
  dispute: null,
  returning: null,
  noticePostedAt: null,
  collected: null,
  handedOver: null,
  refused: null,
  undeliverable: null,
  returned: null,
  settled: null,
  endedAt: null,
  events: [[1, 1]],
  ...more,
});

export const handedOver = (receiptId: string, more: Partial<NonNullable<Holding['handedOver']>> = {}) =>
  ({
    receiptId,
    staffId: 'li',
    to: 'addressee',
    personId: 'wang',
    identified: 'card',
    at: morning + hour,
    ...more,
  }) as const;

const keys: LookupKeys = { lookupKey: Buffer.alloc(32, 7) };

export const people = (): Map<string, Personal> =>
  new Map([
    ['wang', { name: '王小明', salt: '' }],
    ['home-0', { name: '1202', room: '1202', salt: '' }],
    ['home-1', { name: '1201', room: '1201', salt: '' }],
    ['home-2', { name: '1202', room: '1202', salt: '' }],
    ['li', { name: '李前台', salt: '' }],
    ['courier', { name: '赵快递', salt: '' }],
  ]);

/** As the ledger's list of holdings does it, over rows in memory. */
const factsOf = (items: Holding[], lines: TurnedAway[]): RegisterFacts => ({
  holdings: async ({ by = 'received', from = 0, to = 0, carrier, householdIds, limit, after = '0' }) => {
    const timeOf = (item: Holding): number => (by === 'ended' ? item.endedAt : item.receivedAt) ?? -1;
    const fitting = items
      .filter((item) => timeOf(item) >= from && timeOf(item) < to)
      .filter((item) => carrier === undefined || item.carrier === carrier)
      .filter((item) => householdIds === undefined || householdIds.includes(item.householdId))
      .sort((a, b) => timeOf(a) - timeOf(b));
    const next = Number(after) + limit;
    return { rows: fitting.slice(Number(after), next), next: next < fitting.length ? String(next) : null };
  },
  items: async (ids) => new Map(items.filter(({ id }) => ids.includes(id)).map((item) => [item.id, item])),
  turnedAway: async ({ from, to }) => lines.filter(({ at }) => at >= from && at < to),
});

export interface Counter {
  items?: Holding[];
  lines?: TurnedAway[];
  personal?: Map<string, Personal>;
  receipts?: Map<string, Receipt>;
  /** What the domain says to the record of an export. */
  answer?: Answer;
  mail?: MailForm;
}

/** The handlers over such a counter, and every command they sent. */
export const openCounter = (counter: Counter) => {
  const { items = [], lines = [], personal = people(), receipts = new Map(), answer = { done: true } } = counter;
  const state = memory();
  state.apply([
    put('households', { id: 'home-1', roomKey: roomKey(keys, '1201'), low: false, people: ['wang'] }),
    put('households', { id: 'home-2', roomKey: roomKey(keys, '1202'), low: false, people: [] }),
    put('ended', { id: 'home-0', kind: 'household', rule: 'household-left', endedAt: morning }),
  ]);
  const sent: Command[] = [];
  const handlers = openRegisters({
    dispatch: {
      state,
      personal: (id) => personal.get(id),
      receipt: async (id) => receipts.get(id),
      execute: async (command) => {
        sent.push(command);
        return answer;
      },
    },
    facts: factsOf(items, lines),
    keys,
    site: { title: '阳光花园一期', timeZone: 'Asia/Shanghai', registers: { mail: counter.mail ?? '邮件签收表' } },
    asOf: async () => morning + 2 * hour,
    newId: () => '0199aaaa-0000-7000-8000-000000000001',
  });
  return { handlers, sent };
};
