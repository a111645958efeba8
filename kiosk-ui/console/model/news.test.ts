// A fact makes old exactly the lists that show it.
import assert from 'node:assert/strict';
import { eventTypes } from '../../../edge/contract/events.ts';
import { topicsOf } from './news.ts';

describe('news from the ledger', () => {
  it('makes the lists of items old when an item moves', () => {
    for (const type of eventTypes.filter((one) => /^(Item|Parcel)/.test(one) && one !== 'ItemTurnedAway'))
      assert.ok(topicsOf(type).includes('items'), type);
  });

  it('makes the site old when a device or an alert speaks', () => {
    for (const type of eventTypes.filter((one) => /^(Cabinet|Compartment|Alert)/.test(one)))
      assert.ok(topicsOf(type).includes('site'), type);
  });

  it('is nobody’s business when it is not shown', () => {
    assert.deepEqual(topicsOf('PeopleSearched'), []);
    assert.deepEqual(topicsOf('DataRevealed'), []);
    assert.deepEqual(topicsOf('constructor'), []);
  });
});
