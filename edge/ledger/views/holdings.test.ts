// The view of holdings: folded as events come, and the same when folded again from zero.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newEvent, newFile, newUnit, removeFiles, startLedger, startMs, tamper } from '../ledger.fixture.ts';
import type { Ledger, NewEvent } from '../ledger.ts';
import { anyDeskEvent, eventAt, received } from './desk-events.fixture.ts';
import { holdingsView } from './holdings.ts';
import { catchUp, readView, rebuildView } from './view.ts';

const holdings = holdingsView((waybill) => `carrier of ${waybill.slice(0, 2)}`);
const registered = (holdId: string): NewEvent =>
  newEvent('ParcelRegistered', {
    ...{ holdId, householdId: 'x', personId: 'p', courierId: 'c', visitId: 'v', waybill: `SF${holdId}` },
    ...{ size: 'S', condition: 'intact', consent: 'locker' },
  });
const placed = (holdId: string): NewEvent =>
  newEvent('ParcelPlaced', { holdId, place: { cabinet: 'locker-1', compartment: 7 }, evidence: 'door' });

const view = (ledger: Ledger) => readView(ledger, holdings).then((rows) => [...rows.values()]);

/** The row of the one item that these facts are about. */
const rowAfter = async (...events: NewEvent[]) => {
  const ledger = await startLedger(await newFile());
  await ledger.append([newUnit({ events })]);
  await catchUp(ledger, holdings);
  const [row] = await view(ledger);
  await ledger.stop();
  assert.ok(row);
  return row;
};

describe('the view of holdings', () => {
  after(removeFiles);

  it('tells of a courier’s parcel where it is, how it ended and where its story stands', async () => {
    const ledger = await startLedger(await newFile());
    await ledger.append([
      newUnit({ events: [registered('1'), placed('1'), registered('2'), newEvent('OwnerNotified', { holdId: '1' })] }),
    ]);
    await catchUp(ledger, holdings);
    const collected = newEvent('ParcelCollected', { holdId: '1', openingId: 'o', personId: 'q', visitId: 'v' });
    await ledger.append([newUnit({ events: [collected, newEvent('VisitEnded', {})] })]);
    await catchUp(ledger, holdings);
    const parcel = {
      ...{ householdId: 'x', personId: 'p', courierId: 'c', staffId: null, kind: 'parcel', receivedAt: startMs },
      ...{ size: 'S', condition: 'intact', consent: 'locker', damage: null, photo: null, carrier: 'carrier of SF' },
      ...{ notice: 'none', dispute: null, returning: null, noticePostedAt: null },
      ...{ handedOver: null, refused: null, undeliverable: null, returned: null, settled: null },
    };
    const { epoch } = ledger.head;
    assert.deepEqual(await view(ledger), [
      {
        ...parcel,
        id: '1',
        waybill: 'SF1',
        status: 'collected',
        place: { cabinet: 'locker-1', compartment: 7 },
        placedAt: startMs,
        notifiedAt: startMs,
        collected: { personId: 'q', openingId: 'o', at: startMs },
        endedAt: startMs,
        events: [1, 2, 4, 5].map((seq) => [epoch, seq]),
      },
      {
        ...parcel,
        id: '2',
        waybill: 'SF2',
        status: 'registered',
        place: null,
        placedAt: null,
        notifiedAt: null,
        collected: null,
        endedAt: null,
        events: [[epoch, 3]],
      },
    ]);
    await ledger.stop();
  });

  it('tells who took an item over the counter, and by which receipt', async () => {
    const handed = { receiptId: 'r', staffId: 's', to: 'trustee', personId: null, identified: 'document' };
    const row = await rowAfter(
      received('1', 0, { damage: 'wet', photo: 'P7', condition: 'damaged' }),
      eventAt(1, 'ShelfAssigned', { holdId: '1', shelf: 3 }),
      eventAt(1, 'ParcelPlaced', { holdId: '1', place: { shelf: 3 }, evidence: 'stated', openingId: null }),
      eventAt(9, 'ItemHandedOver', { holdId: '1', ...handed, digest: 'd' }),
    );
    assert.deepEqual(row.handedOver, { ...handed, at: startMs + 540_000 });
    assert.deepEqual([row.status, row.endedAt, row.damage, row.photo], ['handed-over', startMs + 540_000, 'wet', 'P7']);
    assert.deepEqual([row.staffId, row.courierId, row.place], ['s', null, { shelf: 3 }]);
  });

  it('tells why an item goes back, and with whom it went', async () => {
    const row = await rowAfter(
      received('1', 0),
      eventAt(5, 'ItemUndeliverable', { holdId: '1', staffId: 's', reason: 'unreachable' }),
      eventAt(6, 'ItemReturned', { holdId: '1', returnId: 'r', staffId: 't', reason: 'undeliverable', digest: 'd' }),
    );
    assert.deepEqual(row.returning, { reason: 'undeliverable', since: startMs + 300_000 });
    const returned = { returnId: 'r', staffId: 't', reason: 'undeliverable', at: startMs + 360_000 };
    assert.deepEqual([row.status, row.returned], ['returned', returned]);
  });

  it('tells what a dispute ended with: lost is out of the house, found on the shelf is in it', async () => {
    const disputed = [
      received('1', 0),
      eventAt(1, 'ParcelDisputed', { holdId: '1', problem: 'empty', where: 'with-person', openingId: null }),
    ];
    const settle = (outcome: string, shelf: number | null): NewEvent =>
      eventAt(2, 'DisputeSettled', { holdId: '1', staffId: 's', outcome, shelf });
    const lost = await rowAfter(...disputed, settle('lost', null));
    assert.deepEqual([lost.status, lost.dispute, lost.endedAt], ['lost', null, startMs + 120_000]);
    const found = await rowAfter(...disputed, settle('to-shelf', 4));
    assert.deepEqual([found.status, found.place, found.endedAt], ['placed', { shelf: 4 }, null]);
    const back = await rowAfter(...disputed, settle('to-return', null));
    assert.deepEqual([back.status, back.returning?.reason, back.endedAt], ['to-return', 'settled', null]);
  });

  it('is the same from zero as event by event, whatever happened', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyDeskEvent, { minLength: 1, maxLength: 12 }), { maxLength: 8 }),
        async (batches) => {
          const ledger = await startLedger(await newFile());
          for (const events of batches) {
            await ledger.append([newUnit({ events })]);
            await catchUp(ledger, holdings);
          }
          const before = await view(ledger);
          const { rows, differing } = await rebuildView(ledger, holdings);
          assert.deepEqual({ rows, differing }, { rows: before.length, differing: 0 });
          assert.deepEqual(await view(ledger), before);
          await ledger.stop();
        },
      ),
      { numRuns: 15, seed: 20_260_101 },
    ));

  it('is put right by a rebuild, which tells that it was wrong', async () => {
    const file = await newFile();
    const ledger = await startLedger(file);
    await ledger.append([newUnit({ events: [registered('1'), registered('2')] })]);
    await catchUp(ledger, holdings);
    await ledger.stop();
    await tamper(file, `UPDATE view_row SET row = replace(row, 'registered"', 'collected"') WHERE id = '1'`);
    const again = await startLedger(file);
    assert.deepEqual(await rebuildView(again, holdings), { rows: 2, differing: 2 });
    assert.deepEqual(
      (await view(again)).map(({ status }) => status),
      ['registered', 'registered'],
    );
    assert.deepEqual(await rebuildView(again, holdings), { rows: 2, differing: 0 });
    await again.stop();
  });
});
