// The view of holdings: folded as events come, and the same when folded again from zero.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newEvent, newFile, newUnit, removeFiles, startLedger, startMs, tamper } from '../ledger.fixture.ts';
import type { Ledger, NewEvent } from '../ledger.ts';
import { holdings } from './holdings.ts';
import { catchUp, followView, readView, rebuildView } from './view.ts';

const registered = (holdId: string): NewEvent =>
  newEvent('ParcelRegistered', { holdId, householdId: 'x', personId: 'p', courierId: 'c', waybill: `SF${holdId}` });
const placed = (holdId: string): NewEvent =>
  newEvent('ParcelPlaced', { holdId, place: { cabinet: 'locker-1', compartment: 7 }, evidence: 'door' });

const anyEvent = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4'),
    fc.constantFrom(
      'ParcelRegistered',
      'ShelfAssigned',
      'ParcelPlaced',
      'OwnerNotified',
      'ParcelCollected',
      'ParcelDisputed',
      'ParcelReturned',
      'ParcelWithdrawn',
      'OpeningGranted',
      'NoticeSent',
    ),
    fc.nat({ max: 9 }),
  )
  .map(([holdId, type, value]) =>
    newEvent(type, {
      holdId,
      shelf: value,
      place: { shelf: value },
      waybill: `SF${value}`,
      where: value > 4 ? 'with-person' : 'unknown',
    }),
  );

const view = (ledger: Ledger) => readView(ledger, holdings).then((rows) => [...rows.values()]);

describe('the view of holdings', () => {
  after(removeFiles);

  it('tells of every parcel where it is or how it ended', async () => {
    const ledger = await startLedger(await newFile());
    await ledger.append([
      newUnit({ events: [registered('1'), placed('1'), registered('2'), newEvent('OwnerNotified', { holdId: '1' })] }),
    ]);
    await catchUp(ledger, holdings);
    await ledger.append([
      newUnit({ events: [newEvent('ParcelCollected', { holdId: '1' }), newEvent('VisitEnded', {})] }),
    ]);
    await catchUp(ledger, holdings);
    const parcel = { householdId: 'x', personId: 'p', courierId: 'c', registeredAt: startMs };
    assert.deepEqual(await view(ledger), [
      {
        ...parcel,
        holdId: '1',
        waybill: 'SF1',
        status: 'collected',
        place: { cabinet: 'locker-1', compartment: 7 },
        placedAt: startMs,
        notifiedAt: startMs,
        endedAt: startMs,
      },
      {
        ...parcel,
        holdId: '2',
        waybill: 'SF2',
        status: 'registered',
        place: null,
        placedAt: null,
        notifiedAt: null,
        endedAt: null,
      },
    ]);
    await ledger.stop();
  });

  it('is the same from zero as event by event, whatever happened', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), { maxLength: 8 }),
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
      { numRuns: 12, seed: 20_260_101 },
    ));

  it('follows the ledger over restarts, each event counted once', async () => {
    const counting = { name: 'count', key: () => 'all', fold: (row: number | undefined) => (row ?? 0) + 1 };
    const file = await newFile();
    for (const times of [1, 2, 3]) {
      const ledger = await startLedger(file);
      const follower = followView(ledger, counting);
      await ledger.append([newUnit({ events: Array.from({ length: 250 }, () => registered('1')) })]);
      await follower.stop();
      await catchUp(ledger, counting);
      assert.deepEqual(await readView(ledger, counting), new Map([['all', 250 * times]]));
      await ledger.stop();
    }
  });

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
