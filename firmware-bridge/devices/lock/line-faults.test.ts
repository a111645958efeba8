// Lock boards on a line in virtual time: noise, silence, and ports that vanish or stick.
import assert from 'node:assert/strict';
import {
  boardOf,
  frame,
  grant,
  kinds,
  obedient,
  opened,
  order,
  other,
  pollsOnly,
  runLine,
  unlocks,
} from './line.fixture.ts';
import { doorsOf } from './line.ts';

describe('lock line in trouble', () => {
  it('throws away an order that a stuck port still holds, and opens the port anew', () => {
    for (const [ttlMs, result] of [
      [400, 'expired'],
      [3_000, 'failed'],
    ] as const) {
      const doors = obedient();
      const run = runLine([boardOf('a', 1)], { 1: pollsOnly(doors) }, { writesTake: Infinity });
      run.put({ kind: 'port-opened' });
      run.until(1_000);
      order(run, { ttlMs });
      run.until(1_700);
      assert.equal(run.effects.filter(({ kind }) => kind === 'discard').length, 1);
      assert.deepEqual(
        run.told.map((told) => told.kind === 'answered' && told.result),
        [result],
      );
      assert.equal(run.line.isOpen, false);
    }
  });

  it('believes no single damaged reply, though its check byte be right', () => {
    const doors = obedient();
    let polls = 0;
    const lying = (request: Uint8Array, now: number) => {
      polls += 1;
      return polls % 3 === 0 ? [{ afterMs: 13, bytes: frame(0x80, 1, 0, 0, 0, 0x33) }] : doors.answering(request, now);
    };
    const run = runLine([boardOf('a', 1)], { 1: lying });
    run.put({ kind: 'port-opened' });
    run.until(20_000);
    assert.deepEqual(kinds(run), []);
  });

  it('asks again soon after a damaged reply and goes on', () => {
    const doors = obedient();
    let polls = 0;
    const noisy = (request: Uint8Array, now: number) => {
      polls += 1;
      const answer = doors.answering(request, now);
      return polls % 4 === 0
        ? answer.map(({ afterMs, bytes }) => ({ afterMs, bytes: bytes.map((byte) => byte ^ 0x40) }))
        : answer;
    };
    const run = runLine([boardOf('a', 1)], { 1: noisy });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    doors.open.add(1);
    run.until(1_400);
    assert.deepEqual(kinds(run), ['opened']);
  });

  it('tells of a noisy line once, and when it is quiet again', () => {
    const doors = obedient();
    let isNoisy = true;
    const noisy = (request: Uint8Array, now: number) => [
      ...(isNoisy ? [{ afterMs: 3, bytes: Uint8Array.of(0x55, 0x80, 0x01, 0xaa) }] : []),
      ...doors.answering(request, now),
    ];
    const run = runLine([boardOf('a', 1)], { 1: noisy });
    run.put({ kind: 'port-opened' });
    run.until(15_000);
    isNoisy = false;
    run.until(45_000);
    assert.deepEqual(
      run.told.map((told) => [told.kind, 'fault' in told && told.fault]),
      [
        ['fault', 'line-noise'],
        ['cleared', 'line-noise'],
      ],
    );
  });

  it('tells of a silent board once, knows its doors no more, and tells when it is back', () => {
    const doors = obedient();
    let isMute = false;
    const run = runLine([boardOf('a', 1)], { 1: (request, now) => (isMute ? [] : doors.answering(request, now)) });
    run.put({ kind: 'port-opened' });
    run.until(1_000);
    isMute = true;
    run.until(60_000);
    assert.deepEqual(
      run.told.map((told) => 'fault' in told && told.fault),
      ['board-silent'],
    );
    assert.ok((run.told[0]?.saidAt ?? Infinity) <= 3_500);
    assert.deepEqual(
      doorsOf(run.line, 'a').doors.map(({ door }) => door),
      ['unknown', 'unknown', 'unknown'],
    );
    isMute = false;
    run.until(67_000);
    assert.deepEqual(kinds(run), ['fault', 'cleared']);
    assert.equal(doorsOf(run.line, 'a').online, true);
  });

  it('hears a slow board again though it listens to a silent one only briefly', () => {
    const doors = obedient();
    let isMute = true;
    const slow = (request: Uint8Array, now: number) =>
      isMute ? [] : doors.answering(request, now).map(({ bytes }) => ({ afterMs: 400, bytes }));
    const run = runLine([boardOf('a', 1)], { 1: slow });
    run.put({ kind: 'port-opened' });
    run.until(20_000);
    isMute = false;
    run.until(50_000);
    assert.deepEqual(kinds(run), ['fault', 'cleared']);
  });

  it('moves no bolt of a silent board, which nobody could watch', () => {
    const run = runLine([boardOf('a', 1)], {});
    run.put({ kind: 'port-opened' });
    run.until(5_000);
    order(run);
    run.until(9_000);
    assert.deepEqual(unlocks(run), []);
    assert.deepEqual(run.told.at(-1), {
      cabinet: 'a',
      saidAt: 5_000,
      kind: 'answered',
      orderId: grant,
      compartment: 2,
      result: 'failed',
      observed: 'unknown',
      cause: 'the lock board is silent',
    });
  });

  it('keeps serving the other boards of the line while one is mute', () => {
    const doors = obedient();
    const run = runLine([boardOf('a', 1), boardOf('dead', 2)], { 1: doors.answering });
    run.put({ kind: 'port-opened' });
    run.until(30_000);
    const polls = run.sent.filter(({ at, hex }) => at >= 20_000 && hex.startsWith('8001')).length;
    // 100 ms pause and 13 ms of wire give 88 polls in ten seconds on an idle line.
    assert.ok(polls >= 83, `${polls} polls`);
  });

  it('answers orders when the port is lost, and clears the fault when it is back', () => {
    const { run } = opened();
    order(run);
    order(run, { orderId: other, compartment: 1 });
    run.until(1_100);
    run.put({ kind: 'port-lost', cause: 'unplugged' });
    run.put({ kind: 'port-lost', cause: 'No such file' });
    order(run, { orderId: '01920000-0000-7000-8000-000000000003', compartment: 3 });
    assert.deepEqual(
      run.told.map((told) => (told.kind === 'answered' ? [told.result, told.observed] : [told.kind])),
      [['failed', 'unknown'], ['failed', 'closed'], ['fault'], ['failed', 'unknown']],
    );
    run.put({ kind: 'port-opened' });
    run.until(5_000);
    assert.deepEqual(
      run.told.slice(4).map(({ kind }) => kind),
      ['cleared', 'opened'],
    );
    assert.equal(unlocks(run).length, 1);
  });
});
