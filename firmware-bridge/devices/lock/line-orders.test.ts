// Lock boards on a line in virtual time: what becomes of an order.
import assert from 'node:assert/strict';
import {
  boardOf,
  grant,
  kinds,
  nothing,
  obedient,
  opened,
  order,
  other,
  pollsOnly,
  runLine,
  unlocks,
} from './line.fixture.ts';
import { doorsOf } from './line.ts';

describe('lock line, given an order,', () => {
  it('carries an order out: answered, opened, and closed after the door was shut for 300 ms', () => {
    const { run, doors } = opened();
    order(run);
    run.until(2_000);
    doors.open.delete(2);
    run.until(3_000);
    assert.deepEqual(unlocks(run), ['8a01021198']);
    assert.deepEqual(
      run.told.map(({ saidAt: _, ...told }) => told),
      [
        { cabinet: 'a', kind: 'answered', orderId: grant, compartment: 2, result: 'done', observed: 'open' },
        { cabinet: 'a', kind: 'opened', orderId: grant, compartment: 2 },
        {
          cabinet: 'a',
          kind: 'closed',
          orderId: grant,
          compartment: 2,
          stableMs: run.told[2]?.kind === 'closed' ? run.told[2].stableMs : 0,
        },
      ],
    );
    assert.ok((run.told[2]?.saidAt ?? 0) >= 2_300);
  });

  it('lets an order overtake the polls of all boards', () => {
    const doors = obedient();
    const run = runLine([boardOf('a', 1), boardOf('b', 2), boardOf('c', 3)], {
      1: doors.answering,
      2: doors.answering,
      3: doors.answering,
    });
    run.put({ kind: 'port-opened' });
    run.until(995);
    order(run, { cabinet: 'b' });
    run.until(1_100);
    const at = run.sent.find(({ hex }) => hex.startsWith('8a'))?.at ?? Infinity;
    assert.ok(at - 995 <= 15, `${at - 995} ms`);
  });

  it('answers an order that ran out while it waited, and opens nothing', () => {
    const { run } = opened();
    order(run, { orderId: other, compartment: 1 });
    order(run, { ttlMs: 200 });
    run.until(2_000);
    assert.deepEqual(unlocks(run), ['8a0101119b']);
    assert.ok(run.told.some((told) => told.kind === 'answered' && told.orderId === grant && told.result === 'expired'));
  });

  it('never sends an order again when its acknowledgement is lost: the sensor answers', () => {
    const doors = obedient();
    const run = runLine([boardOf('a', 1)], {
      1: pollsOnly(doors),
    });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    order(run);
    run.until(4_000);
    assert.equal(unlocks(run).length, 1);
    assert.deepEqual(kinds(run), ['answered', 'opened']);
    const [told] = run.told;
    assert.ok(told?.kind === 'answered');
    assert.deepEqual([told.result, told.observed, told.cause], ['failed', 'open', 'no acknowledgement from the board']);
  });

  it('reports a lock that did not open as failed with the door closed', () => {
    const doors = obedient();
    const run = runLine([boardOf('a', 1)], {
      1: (request, now) => (request[0] === 0x8a ? [{ afterMs: 310, bytes: request }] : doors.answering(request, now)),
    });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    order(run);
    run.until(2_000);
    const [told] = run.told;
    assert.ok(told?.kind === 'answered');
    assert.deepEqual([told.result, told.observed], ['failed', 'closed']);
    assert.equal(unlocks(run).length, 1);
  });

  it('knows an echo from a refusal where the profile says that the adapter echoes', () => {
    const doors = obedient();
    const echoing = (request: Uint8Array, now: number) => [
      { afterMs: 5, bytes: request },
      ...doors.answering(request, now),
    ];
    const run = runLine([boardOf('a', 1, { echoes: true })], { 1: echoing });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    assert.equal(doorsOf(run.line, 'a').online, true);
    order(run);
    run.until(2_000);
    const [told] = run.told;
    assert.ok(told?.kind === 'answered');
    assert.deepEqual([told.result, told.observed], ['done', 'open']);
    assert.deepEqual(kinds(run), ['answered', 'opened']);
  });

  it('does not take an echo for a refusal where the profile does not know of the echo', () => {
    const doors = obedient();
    const echoing = (request: Uint8Array, now: number) => [
      { afterMs: 5, bytes: request },
      ...doors.answering(request, now),
    ];
    const run = runLine([boardOf('a', 1)], { 1: echoing });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    order(run);
    run.until(2_000);
    const told = run.told.find(({ kind }) => kind === 'answered');
    assert.ok(told?.kind === 'answered');
    assert.deepEqual([told.result, told.observed], ['done', 'open']);
  });

  it('after a restart answers an order it had begun from the sensor, and never sends it again', () => {
    const doors = obedient();
    doors.open.add(2);
    const memory = {
      ...nothing,
      begun: [{ orderId: grant, compartment: 2 }],
      doors: new Map([[2, { reported: 'closed' as const, order: grant }]]),
    };
    const run = runLine([{ config: boardOf('a', 1), memory }], { 1: doors.answering });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    assert.deepEqual(unlocks(run), []);
    assert.deepEqual(
      run.told.map((told) => [told.kind, 'orderId' in told && told.orderId, 'observed' in told && told.observed]),
      [
        ['answered', grant, 'open'],
        ['opened', grant, false],
      ],
    );
  });

  it('writes an order down before its bytes go out', () => {
    const { run } = opened();
    order(run);
    run.until(1_100);
    const begin = run.effects.findIndex(({ kind }) => kind === 'begin');
    const send = run.effects.findIndex((effect) => effect.kind === 'send' && effect.bytes[0] === 0x8a);
    assert.ok(begin >= 0 && begin < send);
  });

  it('answers expired when the driver found the deadline passed at the last moment', () => {
    const { run } = opened();
    order(run);
    run.until(1_020);
    const sent = run.effects.findLast((effect) => effect.kind === 'send');
    assert.ok(sent?.kind === 'send' && sent.deadline !== undefined);
    run.put({ kind: 'unsent', id: sent.id });
    assert.deepEqual(
      run.told.map((told) => told.kind === 'answered' && told.result),
      ['expired'],
    );
    assert.equal(run.line.boards[0]?.doors.get(2)?.order, undefined);
  });
});
