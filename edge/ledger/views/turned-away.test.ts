// The view of what was turned away or refused: a line for each, found by when it was.
import assert from 'node:assert/strict';
import { newEvent, newFile, newUnit, removeFiles, startLedger, startMs } from '../ledger.fixture.ts';
import { readTurnedAway, turnedAway } from './turned-away.ts';
import { catchUp } from './view.ts';

const line = { staffId: 'li', carrier: '京东', waybillTail: '9K4Z', reason: 'address-unclear' };
const refusal = { holdId: '1', staffId: 'li', reason: 'damaged' };
const later = (ms: number, event: ReturnType<typeof newEvent>) => ({
  ...event,
  at: { ...event.at, wallMs: startMs + ms },
});

describe('the view of what was turned away', () => {
  after(removeFiles);

  it('keeps a line for each, oldest first, within a span of time', async () => {
    const ledger = await startLedger(await newFile());
    const events = [
      later(5, newEvent('ItemRefused', refusal)),
      newEvent('ItemReceived', { holdId: '1' }),
      newEvent('ItemTurnedAway', line),
      later(10, newEvent('ItemTurnedAway', line)),
    ];
    await ledger.append([newUnit({ events })]);
    await catchUp(ledger, turnedAway);
    const lines = await readTurnedAway(ledger, { from: startMs, to: startMs + 10 });
    assert.deepEqual(lines, [
      { at: startMs, what: 'turned-away', ...line },
      { at: startMs + 5, what: 'refused', ...refusal },
    ]);
    assert.equal((await readTurnedAway(ledger, { from: startMs + 6, to: startMs + 11 })).length, 1);
    await ledger.stop();
  });
});
