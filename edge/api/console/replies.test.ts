// What is sent again is done once.
import assert from 'node:assert/strict';
import { openReplies } from './replies.ts';

describe('a request that is sent again', () => {
  let now = 0;
  let done = 0;
  const reply = async (): Promise<number> => {
    done += 1;
    return done;
  };
  beforeEach(() => {
    now = 0;
    done = 0;
  });
  const asked = { asker: 'a', route: 'r', body: { commandId: 1, password: 'x' } };

  it('is answered as the first time, also while the first is under way', async () => {
    const replies = openReplies(() => now);
    const [one, two] = [replies.once(asked, reply), replies.once(asked, reply)];
    assert.deepEqual([await one, await two, await replies.once(asked, reply), done], [1, 1, 1, 1]);
  });

  it('by somebody else, elsewhere or with another word in it is another request', async () => {
    const replies = openReplies(() => now);
    for (const other of [{ asker: 'b' }, { route: 's' }, { body: { commandId: 1, password: 'y' } }, {}])
      await replies.once({ ...asked, ...other }, reply);
    assert.equal(done, 4);
  });

  it('a minute later, or after a failure, is done again', async () => {
    const replies = openReplies(() => now);
    await replies.once(asked, reply);
    now = 60_000;
    assert.equal(await replies.once(asked, reply), 2);
    const failing = { ...asked, route: 'f' };
    await assert.rejects(replies.once(failing, () => Promise.reject(new Error('disk'))));
    assert.equal(await replies.once(failing, reply), 3);
  });
});
