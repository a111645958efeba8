// The model of a disk: what a sync promises is there after every cut, and nothing else is promised.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutPower } from './cut.ts';
import { type Disk, emptyDisk, operate } from './disk.ts';
import type { Operation } from './strace-log.ts';

const run = (...operations: Operation[]): Disk => operations.reduce(operate, emptyDisk);
const create = (name: string): Operation => ({ do: 'create', name });
const unlink = (name: string): Operation => ({ do: 'unlink', name });
const truncate = (size: number): Operation => ({ do: 'truncate', name: 'x', size });
const write = (offset: number, byte: number, length = 512): Operation => ({
  do: 'write',
  name: 'x',
  offset,
  data: new Uint8Array(length).fill(byte),
});
const sync = (name: string): Operation[] => [
  { do: 'begin-sync', name, call: 1 },
  { do: 'end-sync', call: 1 },
];
const made = [create('x'), ...sync('')];

const nothing = (): number => 0;
const everything = (count: number): number => count;
/** The choices in this order. */
const choosing = (...choices: number[]) => {
  const left = [...choices];
  return () => left.shift() ?? assert.fail('one choice more than expected');
};
const cut = (disk: Disk, choose: (count: number) => number): Record<string, string> =>
  Object.fromEntries([...cutPower(disk, choose)].map(([name, bytes]) => [name, sectors(bytes)]));
/** One letter for each sector's first byte, and the length where it is not a whole number of sectors. */
const sectors = (bytes: Uint8Array): string =>
  Array.from({ length: Math.ceil(bytes.length / 512) }, (_, i) => bytes[i * 512] ?? 0).join('') +
  (bytes.length % 512 ? `+${bytes.length}` : '');

describe('a disk when the power is cut', () => {
  it('keeps what was synced', () => {
    const disk = run(...made, write(0, 1), ...sync('x'));
    assert.deepEqual(cut(disk, nothing), { x: '1' });
  });

  it('has none, all, or some sectors of what was not synced', () => {
    const disk = run(...made, write(0, 1, 1024), ...sync('x'), write(0, 2, 1024));
    assert.deepEqual(cut(disk, nothing), { x: '11' });
    assert.deepEqual(cut(disk, everything), { x: '22' });
    assert.deepEqual(cut(disk, choosing(1, 0, 1)), { x: '12' });
  });

  it('has any version of a sector that was written several times', () => {
    const disk = run(...made, write(0, 1), write(0, 2), write(0, 3));
    assert.deepEqual(cut(disk, choosing(3, 2)), { x: '2' });
  });

  it('may have the length without the bytes, and the bytes only within the length', () => {
    const disk = run(...made, write(0, 1), write(512, 2));
    assert.deepEqual(cut(disk, choosing(2, 1, 0)), { x: '10' });
    assert.deepEqual(cut(disk, choosing(1, 1)), { x: '1' });
  });

  it('a write across sectors may tear between them', () => {
    const disk = run(...made, write(0, 1, 1024), ...sync('x'), write(500, 2, 24));
    const [bytes] = cutPower(disk, choosing(1, 1, 0)).values();
    assert.deepEqual([...(bytes ?? [])].slice(498, 514), [1, 1, ...new Array(12).fill(2), 1, 1]);
  });

  it('a shortened file that grew again reads 0, or its old bytes, never others', () => {
    const disk = run(...made, write(0, 1, 1024), ...sync('x'), truncate(512), truncate(1024));
    assert.deepEqual(cut(disk, everything), { x: '10' });
    assert.deepEqual(cut(disk, nothing), { x: '11' });
    assert.deepEqual(cut(disk, choosing(1)), { x: '1' });
  });

  it('a new file is missing until its directory was synced, even if the file was', () => {
    const disk = run(create('x'), write(0, 1), ...sync('x'));
    assert.deepEqual(cut(disk, nothing), {});
    assert.deepEqual(cut(run(create('x'), write(0, 1), ...sync('x'), ...sync('')), nothing), { x: '1' });
  });

  it('a removed file is back until its directory was synced', () => {
    const kept = [...made, write(0, 1), ...sync('x'), unlink('x')];
    assert.deepEqual(cut(run(...kept), nothing), { x: '1' });
    assert.deepEqual(cut(run(...kept), everything), {});
    assert.deepEqual(cut(run(...kept, ...sync('')), nothing), {});
  });

  it('a file made again under a removed name is another file', () => {
    const disk = run(...made, write(0, 1), ...sync('x'), unlink('x'), create('x'), write(0, 2), ...sync('x'));
    assert.deepEqual(cut(disk, nothing), { x: '1' });
    assert.deepEqual(cut(disk, choosing(1)), {});
    assert.deepEqual(cut(disk, choosing(2)), { x: '2' });
  });

  it('a sync promises what came before it began, not what came while it ran', () => {
    const disk = run(...made, write(0, 1), { do: 'begin-sync', name: 'x', call: 7 }, write(0, 2), {
      do: 'end-sync',
      call: 7,
    });
    assert.deepEqual(cut(disk, nothing), { x: '1' });
    assert.deepEqual(cut(disk, everything), { x: '2' });
  });

  it('a sync that has not ended promises nothing', () => {
    assert.deepEqual(cut(run(...made, write(0, 1), { do: 'begin-sync', name: 'x', call: 7 }), nothing), { x: '' });
  });

  it('a change of a file that was never made is a log read wrongly', () => {
    assert.throws(() => run(write(0, 1)), /never made/);
    assert.throws(() => run(...made, { do: 'end-sync', call: 9 }), /never began/);
  });
});

const someOperation = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    name: fc.constant('x'),
    offset: fc.nat(1_500),
    data: fc.uint8Array({ maxLength: 700 }),
  }),
  fc.record({ do: fc.constant('truncate' as const), name: fc.constant('x'), size: fc.nat(2_000) }),
);

/** A file as a program sees it, in the plainest way. */
const seen = (operations: readonly Operation[]): number[] => {
  let bytes: number[] = [];
  for (const operation of operations) {
    if (operation.do === 'truncate') bytes = Array.from({ length: operation.size }, (_, i) => bytes[i] ?? 0);
    if (operation.do !== 'write') continue;
    const { offset, data } = operation;
    const length = Math.max(bytes.length, offset + data.length);
    bytes = Array.from({ length }, (_, i) => (i < offset ? undefined : data[i - offset]) ?? bytes[i] ?? 0);
  }
  return bytes;
};

describe('a disk when the power is cut, for any operations', () => {
  const operations = fc.array(someOperation, { maxLength: 8 });

  it('after a sync every cut leaves what the program saw', () => {
    fc.assert(
      fc.property(operations, fc.nat(), (done, choice) => {
        const left = cutPower(run(...made, ...done, ...sync('x')), (count) => choice % (count + 1));
        assert.deepEqual([...(left.get('x') ?? [])], seen(done));
      }),
      { seed: 512, numRuns: 60 },
    );
  });

  it('a cut that loses nothing leaves what the program saw, one that loses all leaves what was synced', () => {
    fc.assert(
      fc.property(operations, operations, (before, after) => {
        const disk = run(...made, ...before, ...sync('x'), ...after);
        assert.deepEqual([...(cutPower(disk, everything).get('x') ?? [])], seen([...before, ...after]));
        assert.deepEqual([...(cutPower(disk, nothing).get('x') ?? [])], seen(before));
      }),
      { seed: 513, numRuns: 60 },
    );
  });

  it('every byte that a cut leaves was there at some moment since the last sync, or the place was empty', () => {
    fc.assert(
      fc.property(
        operations,
        operations,
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        (before, after, choices) => {
          const disk = run(...made, ...before, ...sync('x'), ...after);
          let drawn = 0;
          const left = cutPower(disk, (count) => {
            drawn += 1;
            return (choices[drawn % choices.length] ?? 0) % (count + 1);
          });
          const moments = after.map((_, i) => seen([...before, ...after.slice(0, i + 1)]));
          [...(left.get('x') ?? [])].forEach((byte, i) => {
            assert.ok(byte === 0 || [seen(before), ...moments].some((moment) => moment[i] === byte));
          });
        },
      ),
      { seed: 514, numRuns: 60 },
    );
  });
});
