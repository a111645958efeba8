// The command line and the instructions: what is read, and what is refused with a reason.
import assert from 'node:assert/strict';
import { readInstruction } from './instruction.ts';
import { readOptions } from './options.ts';
import { WrongInput } from './wrong-input.ts';

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof WrongInput) return error.message;
    throw error;
  }
  return 'not refused';
};

describe('the command line of the simulated board', () => {
  it('one board of 24 locks at 9600 baud is what one gets unasked', () => {
    const { baud, fitted, behaviour } = readOptions(['--link', '/tmp/tty']);
    assert.equal(baud, 9_600);
    assert.deepEqual([...fitted], [[1, 24]]);
    assert.deepEqual(behaviour.faults, []);
  });

  it('several boards share a line and faults name their board', () => {
    const { fitted, behaviour } = readOptions([
      ...['--link', '/tmp/tty', '--board', '1:24', '--board', '2:12'],
      ...['--fault', 'stuck-door@2:3', '--fault', 'mute'],
    ]);
    assert.deepEqual(
      [...fitted],
      [
        [1, 24],
        [2, 12],
      ],
    );
    assert.deepEqual(behaviour.faults, [
      { name: 'stuck-door', board: 2, lock: 3 },
      { name: 'mute', board: 1, lock: 0 },
      { name: 'mute', board: 2, lock: 0 },
    ]);
  });

  for (const [args, reason] of [
    [[], /--link PATH is missing/],
    [['--link', 'x', '--baud', 'fast'], /--baud takes a whole number/],
    [['--link', 'x', '--auto-close', '0'], /--auto-close takes a whole number from 1/],
    [['--link', 'x', '--board', '1', '--board', '1'], /given twice/],
    [['--link', 'x', '--fault', 'sulking'], /"sulking" is no fault/],
    [['--link', 'x', '--fault', 'mute@25'], /locks 1 to 24/],
    [['--link', 'x', '--board', '1', '--board', '2', '--fault', 'mute@3'], /boards 1, 2: name one/],
    [['--link', 'x', '--fault', 'mute@7:3'], /no board 7/],
    [['--nonsense'], /nonsense/],
  ] as const)
    it(`${args.join(' ') || 'no argument'} is refused with a reason`, () => {
      assert.match(
        refusal(() => readOptions(args)),
        reason,
      );
    });
});

describe('an instruction to the simulated board', () => {
  it('is one JSON object', () => {
    assert.deepEqual(readInstruction('{"close":3}'), { close: 3 });
  });

  for (const text of ['{"close":0}', '{"close":3,"open":3}', '{"autoCloseMs":0}', '{}', '3', 'close 3'])
    it(`${text} is refused with a reason`, () => {
      assert.match(
        refusal(() => readInstruction(text)),
        /^use \{|^not JSON/,
      );
    });
});
