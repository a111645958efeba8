// Whether what was written down beside the desk agrees with the ledger, its views, the lists, the map and the registers, to the last row.
import assert from 'node:assert/strict';
import type { ConsoleAnswer } from '../../edge/contract/console/routes.ts';
import { Ledger } from '../../edge/ledger/ledger.ts';
import type { Holding } from '../../edge/ledger/views/holding.ts';
import { holdingsView } from '../../edge/ledger/views/holdings.ts';
import { catchUp } from '../../edge/ledger/views/view.ts';
import { carrierOf } from '../../edge/words/carriers.ts';
import type { Browser } from './console-edge.fixture.ts';
import type { Book, Entry } from './desk-book.fixture.ts';
import { read, readList } from './desk-reading.fixture.ts';
import { eventsOf, type LedgerEvent } from './record.fixture.ts';

const sortedBy = (texts: string[]): string[] => [...texts].sort();
const idsOf = (rows: readonly { holdId: string }[]): string[] => sortedBy(rows.map(({ holdId }) => holdId));

const isUnclaimed = ({ status, isGone }: Entry): boolean => status === 'waiting' && !isGone;
const rowStatus = ({ status, place }: Entry): string =>
  status === 'waiting' ? (place.kind === 'shelf' ? 'at-desk' : 'waiting') : status;

/** The lists of the console; `isLate`: everything unclaimed is over its term. */
export const listsAgree = async (browser: Browser, book: Book, isLate: boolean): Promise<void> => {
  const { all } = book;
  const here = all.filter(({ isGone }) => !isGone);
  const toReturn = here.filter(({ status }) => status === 'to-return');
  const expected = {
    waiting: here,
    disputed: all.filter(({ status }) => status === 'disputed'),
    'to-return': toReturn,
    due: isLate ? [...toReturn, ...here.filter(isUnclaimed)] : toReturn,
    ended: all.filter(({ isGone }) => isGone),
  };
  for (const [list, entries] of Object.entries(expected) as [keyof typeof expected, Entry[]][]) {
    const rows = await readList(browser, list);
    assert.deepEqual(idsOf(rows), idsOf(entries), list);
    for (const row of rows) {
      const entry = book.entries.get(row.holdId);
      assert.ok(entry);
      const { arrival, receivedBy, place, isGone } = entry;
      assert.deepEqual(
        [row.status, row.kind, row.carrier, row.waybillTail, row.room, row.receivedBy, row.endedAt !== null],
        [
          rowStatus(entry),
          arrival.item.kind,
          arrival.item.carrier,
          arrival.item.waybill?.slice(-4) ?? null,
          arrival.owner.room,
          receivedBy,
          list === 'ended',
        ],
      );
      if (list !== 'ended') assert.deepEqual(row.place, isGone ? null : place);
    }
  }
  const { counts } = await read(browser, 'readSite');
  assert.deepEqual(
    [counts.waiting, counts.disputed, counts.toReturn, counts.due],
    [here.length, expected.disputed.length, toReturn.length, expected.due.length],
  );
};

/** Every compartment and every shelf place: what lies there, and nothing else. */
export const mapAgrees = async (browser: Browser, book: Book): Promise<void> => {
  const site = await read(browser, 'readSite');
  const shown = [
    ...site.cabinets.flatMap(({ rows }) =>
      rows.flat().flatMap(({ label, holdId, state }) => {
        assert.ok(state === (holdId === null ? 'free' : 'occupied'), `${label} is ${state}`);
        return holdId === null ? [] : [`${label} ${holdId}`];
      }),
    ),
    ...site.shelf.taken.map(({ label, holdId }) => `${label} ${holdId}`),
  ];
  const here = book.all.filter(({ isGone }) => !isGone);
  assert.deepEqual(sortedBy(shown), sortedBy(here.map(({ place, holdId }) => `${place.label} ${holdId}`)));
};

type Register = ConsoleAnswer<'readRegister'>;
const rowsOf = async (browser: Browser, id: string, days: { from: string; to: string }): Promise<Register['rows']> => {
  const { rows, isCut } = await read(browser, 'readRegister', { id, query: days });
  assert.equal(isCut, false);
  return rows;
};
const text = (...fields: unknown[]): string => JSON.stringify(fields);

/** The three registers, with the names in clear and each signature stroke by stroke. */
export const registersAgree = async (
  browser: Browser,
  book: Book,
  days: { from: string; to: string },
): Promise<void> => {
  const common = ({ arrival: { item, owner } }: Entry) => [item.carrier, item.waybill ?? '', owner.name, owner.room];
  const shown = (row: Register['rows'][number]) => [row.carrier, row.waybill, row.addressee, row.room];
  const mail = await rowsOf(browser, 'mail', days);
  assert.deepEqual(
    sortedBy(
      mail.map((row) =>
        text(...shown(row), row['received-by'], row['handed-over-by'], row['taken-at'] !== '', row.signature || null),
      ),
    ),
    sortedBy(
      book.all.map((entry) =>
        text(...common(entry), entry.receivedBy, entry.handedOverBy, entry.isTaken, entry.strokes),
      ),
    ),
  );
  assert.deepEqual(
    mail.map(({ n }) => n),
    mail.map((_, n) => String(n + 1)),
  );
  const returned = await rowsOf(browser, 'returns', days);
  assert.deepEqual(
    sortedBy(returned.map((row) => text(...shown(row), row['returned-by'], row.signature))),
    sortedBy(
      book.all
        .filter(({ status }) => status === 'returned')
        .map((entry) => text(...common(entry), entry.handedOverBy, entry.strokes)),
    ),
  );
  const refused = book.all.filter((entry) => entry.refused).length;
  assert.equal((await rowsOf(browser, 'turned-away', days)).length, book.turnedAway + refused);
};

const times = (events: readonly LedgerEvent[], type: 'ItemReceived' | 'ItemHandedOver' | 'ItemReturned'): string[] =>
  sortedBy(eventsOf(events, type).map(({ data }) => data.holdId));

/** Each item was received once, and left once, as it was written down. */
export const ledgerAgrees = (events: readonly LedgerEvent[], book: Book): void => {
  const { all } = book;
  assert.deepEqual(times(events, 'ItemReceived'), idsOf(all));
  const taken = all.filter(({ isTaken }) => isTaken);
  assert.deepEqual(times(events, 'ItemHandedOver'), idsOf(taken.filter(({ strokes }) => strokes !== null)));
  assert.deepEqual(times(events, 'ItemReturned'), idsOf(all.filter(({ status }) => status === 'returned')));
  const collected = eventsOf(events, 'ParcelCollected').map(({ data }) => data);
  assert.deepEqual(idsOf(collected), idsOf(taken.filter(({ strokes }) => strokes === null)));
  const disputed = eventsOf(events, 'ParcelDisputed').map(({ data }) => data);
  assert.deepEqual(idsOf(disputed), idsOf(all.filter(({ complained }) => complained)));
  const settled = eventsOf(events, 'DisputeSettled').map(({ data }) => data);
  assert.deepEqual(idsOf(settled), idsOf(all.filter((entry) => entry.settled)));
};

/** The view's own rows, read with the edge stopped, and the chain proven. */
export const viewsAgree = async (file: string, book: Book): Promise<void> => {
  const ledger = new Ledger({ file, site: 'story', now: Date.now });
  await ledger.start();
  try {
    await catchUp(ledger, holdingsView(carrierOf));
    const rows = (await ledger.viewRows('holdings')).map(({ row }) => row as Holding);
    assert.deepEqual(sortedBy(rows.map(({ id }) => id)), idsOf(book.all));
    for (const { id, endedAt, handedOver, returned, collected } of rows) {
      const entry = book.entries.get(id);
      assert.ok(entry);
      const { isGone, isTaken, status, strokes } = entry;
      assert.deepEqual(
        [endedAt !== null, handedOver !== null, collected !== null, returned !== null],
        [isGone, isTaken && strokes !== null, isTaken && strokes === null, status === 'returned'],
        id,
      );
    }
    const verdict = await ledger.verify();
    assert.ok(verdict.ok, JSON.stringify(verdict));
  } finally {
    await ledger.stop();
  }
};
