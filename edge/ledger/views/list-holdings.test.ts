// Finding holdings: the same as looking through all of them, page by page and by every filter.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newFile, newUnit, removeFiles, startLedger, startMs } from '../ledger.fixture.ts';
import type { Ledger } from '../ledger.ts';
import { eventAt, received } from './desk-events.fixture.ts';
import type { Holding } from './holding.ts';
import { holdingsView } from './holdings.ts';
import { type HoldingsAsked, listHoldings } from './list-holdings.ts';
import { catchUp, readView } from './view.ts';

const view = holdingsView(() => '');
const carriers = ['顺丰', '圆通', 'EMS'];
const kinds = ['parcel', 'express', 'letter'] as const;
const id = (n: number): string => `0192-${String(n).padStart(4, '0')}`;

/** Sixty items of six people in three rooms; each third has left, each fifth lay in a cabinet. */
const fill = async (ledger: Ledger): Promise<Holding[]> => {
  const events = Array.from({ length: 60 }, (_, n) => {
    const holdId = id(n);
    const own = {
      ...{ personId: `p${n % 6}`, householdId: `h${n % 3}`, carrier: carriers[n % 3], kind: kinds[(n >> 1) % 3] },
      waybill: n % 7 === 0 ? null : `sf10${String(n * 37).padStart(4, '0')}`,
    };
    const place = n % 5 === 0 ? { cabinet: 'locker-1', compartment: 1 } : { shelf: n + 1 };
    return [
      // Several have the same time.
      received(holdId, Math.floor(n / 4), own),
      eventAt(n, 'ParcelPlaced', { holdId, place, evidence: 'stated', openingId: null }),
      ...(n % 3 === 0 ? [eventAt(1_000 - n, 'ParcelReturned', { holdId, openingId: 'o' })] : []),
    ];
  });
  await ledger.append([newUnit({ events: events.flat() })]);
  await catchUp(ledger, view);
  return [...(await readView(ledger, view)).values()];
};

const whereOf = ({ place }: Holding): string | undefined =>
  place && 'shelf' in place ? 'shelf' : (place?.cabinet ?? undefined);

const fits = (item: Holding, asked: HoldingsAsked): boolean => {
  const { by, from = 0, to = Number.MAX_SAFE_INTEGER, isEnded, kind, carrier, where, match, householdIds } = asked;
  const time = by === 'ended' ? item.endedAt : item.receivedAt;
  const waybill = item.waybill?.toUpperCase() ?? '';
  const part = match?.waybill.toUpperCase() ?? '';
  const isPart = (part.length >= 6 && waybill.startsWith(part)) || (part.length >= 4 && waybill.endsWith(part));
  return (
    time !== null &&
    time >= from &&
    time < to &&
    (isEnded === undefined || (item.endedAt !== null) === isEnded) &&
    (kind === undefined || item.kind === kind) &&
    (carrier === undefined || item.carrier === carrier) &&
    (where === undefined || whereOf(item) === where) &&
    (householdIds === undefined || householdIds.includes(item.householdId)) &&
    (match === undefined || match.personIds.includes(item.personId) || (item.waybill !== null && isPart))
  );
};

const anyAsked: fc.Arbitrary<HoldingsAsked> = fc
  .tuple(
    fc.constantFrom(
      {},
      { by: 'ended' as const },
      { householdIds: ['h0', 'h2'] },
      { match: { personIds: ['p1', 'p4'], waybill: '' } },
      { match: { personIds: ['p4'], waybill: 'SF1001' } },
      { match: { personIds: [], waybill: '0111' } },
      { match: { personIds: ['p2'], waybill: `'; --%` } },
    ),
    fc.record(
      {
        from: fc.constantFrom(startMs + 120_000, startMs + 300_000),
        to: fc.constantFrom(startMs + 600_000, startMs + 60_000_000),
        isEnded: fc.boolean(),
        kind: fc.constantFrom(...kinds),
        carrier: fc.constantFrom(...carriers),
        where: fc.constantFrom('shelf', 'locker-1'),
      },
      { requiredKeys: [] },
    ),
    fc.record({ order: fc.constantFrom('asc' as const, 'desc' as const), limit: fc.integer({ min: 1, max: 25 }) }),
  )
  .map(([source, filters, page]) => ({ ...source, ...filters, ...page }));

describe('finding holdings', () => {
  after(removeFiles);

  it('gives what looking through all of them gives, each once, in order and with their number', async () => {
    const ledger = await startLedger(await newFile());
    const all = await fill(ledger);
    await fc.assert(
      fc.asyncProperty(anyAsked, async (asked) => {
        const timeOf = (item: Holding): number => (asked.by === 'ended' ? item.endedAt : item.receivedAt) ?? 0;
        const sign = asked.order === 'asc' ? 1 : -1;
        const expected = all
          .filter((item) => fits(item, asked))
          .sort((a, b) => sign * (timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)));
        const got: Holding[] = [];
        for (let after: string | null | undefined; after !== null; ) {
          const page = await listHoldings(ledger, { ...asked, ...(after && { after }) });
          assert.equal(page.total, expected.length);
          assert.ok(page.rows.length <= asked.limit);
          got.push(...page.rows);
          after = page.next;
        }
        assert.deepEqual(
          got.map((item) => item.id),
          expected.map((item) => item.id),
        );
        assert.deepEqual(got, expected);
      }),
      { numRuns: 120, seed: 20_260_102 },
    );
    await ledger.stop();
  });

  it('reads no row that it does not show: each way has an index that knows all it needs', async () => {
    const ledger = await startLedger(await newFile());
    const roots = `SELECT rootpage AS root FROM sqlite_schema WHERE name = 'view_row'`;
    const [table] = await ledger.queryViews<{ root: number }>(roots, []);
    let searches = 0;
    const explaining: Parameters<typeof listHoldings>[0] = {
      viewRows: () => Promise.resolve([]),
      queryViews: async (sql, params) => {
        const plan = await ledger.queryViews<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params);
        for (const { detail } of plan.filter(({ detail }) => detail.includes('view_row'))) {
          assert.match(detail, /^SEARCH view_row USING (COVERING )?INDEX holding_/);
          searches += 1;
        }
        // What the plan calls covering may still look up each row, and the other way round: the program itself tells.
        const steps = await ledger.queryViews<{ opcode: string; p1: number; p2: number }>(`EXPLAIN ${sql}`, params);
        const opened = steps.filter(({ opcode, p2 }) => opcode === 'OpenRead' && p2 === table?.root);
        const cursors = new Set(opened.map(({ p1 }) => p1));
        const lookUps = steps.filter(({ opcode, p1 }) => ['Column', 'NotFound'].includes(opcode) && cursors.has(p1));
        assert.deepEqual(lookUps, [], sql);
        return [];
      },
    };
    const match = { personIds: ['p'], waybill: 'SF123456' };
    const ways = [
      {},
      { by: 'ended' as const },
      { carrier: 'x' },
      { where: 'shelf' },
      { householdIds: ['h'] },
      { match },
    ];
    for (const way of ways) await listHoldings(explaining, { ...way, kind: 'letter', order: 'desc', limit: 5 });
    await listHoldings(explaining, { order: 'asc', limit: 5 });
    assert.equal(searches, 2 * 9);
    await ledger.stop();
  });
});
