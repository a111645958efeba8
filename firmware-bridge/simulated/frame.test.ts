// The frames of the simulated board against the vectors of the family [hardware: 0x8A].
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doorAnswer, doorsAnswer, readCommands, spoilt, unlockAnswer } from './frame.ts';

const bytes = (hex: string): number[] => [...Buffer.from(hex, 'hex')];
const hex = (frame: Uint8Array): string => Buffer.from(frame).toString('hex');

describe('the frames of a simulated 0x8A board', () => {
  for (const [written, command] of [
    ['8a0101119b', { kind: 'unlock', board: 1, lock: 1 }],
    ['8a0100119a', { kind: 'unlock', board: 1, lock: 0 }],
    ['80010133b3', { kind: 'query', board: 1, lock: 1 }],
    ['80010033b2', { kind: 'query', board: 1, lock: 0 }],
  ] as const)
    it(`${written} is read as ${command.kind} lock ${command.lock}`, () => {
      assert.deepEqual(readCommands(bytes(written)), { commands: [command], discarded: [], rest: [] });
    });

  for (const [frame, written] of [
    [unlockAnswer(1, 1, true), '8a0101008a'],
    [unlockAnswer(1, 1, false), '8a0101119b'],
    [doorAnswer(1, 1, true), '8001011191'],
    [doorAnswer(1, 1, false), '8001010080'],
  ] as const)
    it(`an answer is written as ${written}`, () => {
      assert.equal(hex(frame), written);
    });

  it('24 locks are answered in 7 bytes with the highest group first', () => {
    const closed = Array.from({ length: 24 }, (_, i) => i === 0 || i === 9 || i === 23);
    assert.equal(hex(doorsAnswer(1, closed)), '80018002013331');
  });

  it('12 locks are answered in two groups whose spare bits are 0', () => {
    assert.equal(hex(doorsAnswer(2, new Array(12).fill(true))), '80020fff3341');
  });

  it('a command with a wrong check byte is discarded and the next one is found', () => {
    const { commands, discarded } = readCommands([...bytes('8a0101119c'), ...bytes('80010033b2')]);
    assert.deepEqual(commands, [{ kind: 'query', board: 1, lock: 0 }]);
    assert.equal(Buffer.from(discarded).toString('hex'), '8a0101119c');
  });

  it('a command is found wherever the line was cut into pieces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.uint8Array({ max: 8 }), (cut, before) => {
        const noise = [...before].filter((byte) => byte !== 0x8a && byte !== 0x80);
        const whole = [...noise, ...bytes('8a0205119c')];
        const first = readCommands(whole.slice(0, noise.length + cut));
        const second = readCommands([...first.rest, ...whole.slice(noise.length + cut)]);
        assert.deepEqual([...first.commands, ...second.commands], [{ kind: 'unlock', board: 2, lock: 5 }]);
        assert.deepEqual([...first.discarded, ...second.discarded], noise);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('a spoilt frame no longer adds up', () => {
    const sum = spoilt(unlockAnswer(1, 1, true)).reduce((total, byte) => total ^ byte, 0);
    assert.notEqual(sum, 0);
  });
});
