// How the sound of a name is compared with what is typed.
import assert from 'node:assert/strict';
import { closeness, queryOf, type Searched } from './search-text.ts';

const named = (...spoken: string[]): Searched => ({ room: '', squeezedRoom: '', name: '', spoken, tail: '' });

describe('the sound of a name', () => {
  it('is found by initials, by whole syllables and by a mixture of both', () => {
    const wang = named('wang', 'xiao', 'ming');
    for (const asked of ['wxm', 'wangxm', 'wangxiaoming', 'waxi'])
      assert.equal(closeness(queryOf(asked), wang), 7, asked);
    assert.equal(closeness(queryOf('xm'), wang), 8);
    for (const asked of ['wm', 'wangxiaomingx', 'angx', 'mx'])
      assert.equal(closeness(queryOf(asked), wang), undefined, asked);
  });

  it('is compared at once, however its syllables repeat', () => {
    const odd = named(...Array.from({ length: 40 }, () => 'aaaa'));
    assert.equal(closeness(queryOf(`${'a'.repeat(39)}b`), odd), undefined);
    assert.equal(closeness(queryOf('a'.repeat(40)), odd), 7);
  });
});
