// How a terminal takes scans: one at a time, and one that fails stops none of the others.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { openNode, type TestNode } from './node.fixture.ts';
import { openTerminal } from './terminal.ts';

describe('scans at a terminal', () => {
  let node: TestNode;
  before(async () => {
    node = await openNode();
  });
  after(() => node.stop());

  /** Each scan is decided when its outcome is let go; answers how. */
  const scanning = () => {
    const begun: string[] = [];
    const outcomes: ((error?: Error) => void)[] = [];
    node.dispatch.execute = (command) =>
      new Promise((resolve, reject) => {
        begun.push(command.commandId);
        outcomes.push((error) => (error ? reject(error) : resolve({ done: true })));
      });
    const { identify } = openTerminal(node.terminal).handlers;
    const scan = (commandId: string) =>
      identify({ visitId: '', body: { commandId, visitId: uuidv7(), way: 'scan', value: `CARD-${commandId}` } });
    const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    return { begun, scan, end: (error?: Error) => outcomes.shift()?.(error), settled };
  };

  it('are answered one after the other, in their order', async () => {
    const { begun, scan, end, settled } = scanning();
    const answers = [scan('1'), scan('2')];
    await settled();
    assert.deepEqual(begun, ['1']);
    end();
    await answers[0];
    await settled();
    assert.deepEqual(begun, ['1', '2']);
    end();
    await answers[1];
  });

  it('of which one fails: its own caller is told, and the next has its turn', async () => {
    const { begun, scan, end, settled } = scanning();
    const [first, second] = [scan('1'), scan('2')];
    await settled();
    const told = assert.rejects(first, /the ledger is gone/);
    end(new Error('the ledger is gone'));
    await told;
    await settled();
    assert.deepEqual(begun, ['1', '2']);
    end();
    assert.ok('body' in (await second));
  });
});
