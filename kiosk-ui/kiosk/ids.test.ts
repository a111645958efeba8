// Ids made in the page.
import assert from 'node:assert/strict';
import { id } from '../../edge/contract/ids.ts';
import { newId } from './ids.ts';

describe('an id made in the page', () => {
  it('is a UUID of version 7 that begins with its time', () => {
    const made = newId(0x0192_3456_789a);
    assert.match(made, /^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(id.parse(made), made);
  });

  it('is made once', () => {
    const made = new Set(Array.from({ length: 1000 }, () => newId(1)));
    assert.equal(made.size, 1000);
  });
});
