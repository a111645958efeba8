// Lock boards on a line in virtual time: what is seen of the doors.
import assert from 'node:assert/strict';
import { boardOf, grant, kinds, nothing, obedient, opened, order, runLine } from './line.fixture.ts';
import { doorsOf } from './line.ts';

describe('lock line', () => {
  it('learns the doors without telling the edge of what did not change', () => {
    const { run } = opened();
    assert.deepEqual(kinds(run), []);
    assert.deepEqual(doorsOf(run.line, 'a'), {
      online: true,
      doors: [1, 2, 3].map((compartment) => ({ compartment, door: 'closed' })),
    });
  });

  it('reads boards with inverted feedback by their profile', () => {
    const { run } = opened({ closedIs: '00' }, obedient(24, 0x00));
    assert.deepEqual(
      doorsOf(run.line, 'a').doors.map(({ door }) => door),
      ['closed', 'closed', 'closed'],
    );
    order(run);
    run.until(2_000);
    assert.deepEqual(kinds(run), ['answered', 'opened']);
    assert.ok(run.told[0]?.kind === 'answered' && run.told[0].result === 'done');
  });

  it('after a restart tells only what differs from what was reported before', () => {
    const doors = obedient();
    doors.open.add(3);
    const memory = {
      ...nothing,
      faults: ['port-missing' as const],
      doors: new Map([
        [3, { reported: 'open' as const }],
        [1, { reported: 'open' as const, openedBy: grant }],
      ]),
    };
    const run = runLine([{ config: boardOf('a', 1), memory }], { 1: doors.answering });
    run.put({ kind: 'port-lost', cause: 'still unplugged' });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    assert.deepEqual(
      run.told.map((told) => [told.kind, 'compartment' in told && told.compartment]),
      [
        ['cleared', false],
        ['closed', 1],
      ],
    );
  });

  it('tells of a forced door within 400 ms and without an order', () => {
    for (const phase of [0, 17, 33, 51, 78, 99]) {
      const doors = obedient();
      const run = runLine([boardOf('a', 1), boardOf('b', 2)], { 1: doors.answering, 2: obedient().answering });
      run.put({ kind: 'port-opened' });
      run.until(1_000 + phase);
      doors.open.add(3);
      run.until(1_400 + phase);
      assert.deepEqual(
        run.told.map(({ saidAt: _, ...told }) => told),
        [{ cabinet: 'a', kind: 'opened', compartment: 3, orderId: undefined }],
      );
    }
  });
});
