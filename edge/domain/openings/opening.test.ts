// Every state of an opening and everything that can happen to it.
import assert from 'node:assert/strict';
import { isUnderWay, nextState, type OpeningInput, type OpeningState } from './opening.ts';

const inputs: OpeningInput[] = ['order', 'open', 'close', 'abort'];
const table: [OpeningState, Partial<Record<OpeningInput, OpeningState>>][] = [
  ['granted', { order: 'ordered', open: 'opened', abort: 'aborted' }],
  ['ordered', { open: 'opened', abort: 'aborted' }],
  ['opened', { close: 'closed' }],
  ['closed', {}],
  ['aborted', {}],
];

describe('an opening', () => {
  for (const [state, moves] of table)
    it(`that is ${state} goes only where it may [S2]`, () => {
      for (const input of inputs) assert.equal(nextState(state, input), moves[input], `${state} + ${input}`);
    });

  it('never goes back [S2]', () => {
    const rank = table.map(([state]) => state);
    for (const from of rank)
      for (const input of inputs) {
        const to = nextState(from, input);
        assert.ok(to === undefined || rank.indexOf(to) > rank.indexOf(from), `${from} + ${input}`);
      }
  });

  it('is under way until it is closed or aborted', () => {
    assert.deepEqual(table.map(([state]) => state).filter(isUnderWay), ['granted', 'ordered', 'opened']);
  });
});
