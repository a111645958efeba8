// The address says where one is, never who somebody is.
import assert from 'node:assert/strict';
import { addressOf, readHash } from './route.ts';

describe('the address of the console', () => {
  it('is read as the steps of a path', () => {
    assert.deepEqual(readHash('#/items/due'), { path: ['items', 'due'], invite: null });
    assert.deepEqual(readHash(addressOf('staff')), { path: ['staff'], invite: null });
    assert.deepEqual(readHash(''), { path: [], invite: null });
  });

  it('gives the token of an invitation', () => {
    assert.deepEqual(readHash('#invite=aB3_-x'), { path: [], invite: 'aB3_-x' });
  });

  it('leads nowhere when it is malformed', () => {
    for (const hash of ['#/Items', '#/a?b', '#invite=', '#invite=a/b', '#/<script>'])
      assert.deepEqual(readHash(hash), { path: [], invite: null }, hash);
  });
});
