// Which compartment a parcel gets.
import assert from 'node:assert/strict';
import type { Fact } from '../../contract/events.ts';
import type { Size } from '../../contract/ids.ts';
import { doorsClosed, granted, ids, openSite, registered, waiting } from '../people.fixture.ts';
import { scene, site, uuid } from '../scene.fixture.ts';
import { choose, countFree, shelfPlace } from './compartment.ts';

const chosen = (facts: Fact[], wish: { size: Size; low?: boolean; terminal?: string }): string | undefined => {
  const { state } = scene().given(...registered, ...facts);
  const choice = choose(state, site, { terminal: 'lobby', low: false, ...wish });
  return choice && `${choice.cabinet}${choice.compartment}`;
};
const blocked = (...compartments: number[]): Fact[] =>
  compartments.map((compartment) => ({
    type: 'CompartmentBlocked',
    data: { cabinet: 'a', compartment, reason: 'dirty' },
  }));
const closedAnd = (...facts: Fact[]): Fact[] => [...doorsClosed, ...facts];

describe('a parcel gets', () => {
  const rows: [string, Fact[], { size: Size; low?: boolean; terminal?: string }, string | undefined][] = [
    ['the smallest compartment that fits', closedAnd(), { size: 'S' }, 'a3'],
    ['one of its size, not a smaller one', closedAnd(), { size: 'M' }, 'a5'],
    ['the low row when the household needs it', closedAnd(), { size: 'S', low: true }, 'a1'],
    [
      'a larger low one before a high one that fits, when it needs it',
      closedAnd(...blocked(1)),
      { size: 'S', low: true },
      'a2',
    ],
    ['a high one when no low one is free', closedAnd(...blocked(1, 2)), { size: 'S', low: true }, 'a3'],
    ['a low one of its size when no other of that size is free', closedAnd(...blocked(3, 4)), { size: 'S' }, 'a1'],
    [
      'a larger one when none of its size is free, a high one first',
      closedAnd(...blocked(1, 3, 4)),
      { size: 'S' },
      'a5',
    ],
    ['the largest as a last resort', closedAnd(...blocked(1, 2, 3, 4, 5)), { size: 'S' }, 'a6'],
    ['none when all that fit are taken', closedAnd(...blocked(6)), { size: 'L' }, undefined],
    ['none that is not before its terminal', closedAnd(...blocked(1, 2, 3, 4, 5, 6)), { size: 'S' }, undefined],
    [
      'one of another cabinet before its terminal',
      closedAnd(...blocked(1, 3, 4)),
      { size: 'S', terminal: 'gate' },
      'b1',
    ],
    ['none at a terminal that nobody knows', closedAnd(), { size: 'S', terminal: 'garden' }, undefined],
  ];
  for (const [what, facts, wish, expected] of rows) it(what, () => assert.equal(chosen(facts, wish), expected));

  const door = (state: 'open' | 'unknown'): Fact => ({
    type: 'DoorsObserved',
    data: { cabinet: 'a', doors: [{ compartment: 3, door: state }] },
  });
  const presence = (state: 'silent' | 'offline'): Fact => ({
    type: 'CabinetPresenceChanged',
    data: { cabinet: 'a', presence: state },
  });
  const unfit: [string, Fact[], string | undefined][] = [
    ['is open', closedAnd(door('open')), 'a4'],
    ['nobody has seen closed', closedAnd(door('unknown')), 'a4'],
    ['holds a parcel', closedAnd(...waiting(3)), 'a4'],
    ['is being opened', closedAnd(granted({ purpose: 'take-back', holdId: uuid(0x77) })), 'a4'],
    ['is kept for a parcel that is being put in', closedAnd(granted({ purpose: 'deposit' })), 'a4'],
    ['is blocked', closedAnd(...blocked(3)), 'a4'],
    ['belongs to a silent cabinet', closedAnd(presence('silent')), undefined],
    ['belongs to an absent cabinet', closedAnd(presence('offline')), undefined],
    [
      'belongs to a cabinet that was never there',
      doorsClosed.filter(({ type }) => type === 'DoorsObserved'),
      undefined,
    ],
  ];
  for (const [what, facts, expected] of unfit)
    it(`never a compartment that ${what}`, () => assert.equal(chosen(facts, { size: 'S' }), expected));

  it('is counted by size for the courier', () => {
    const { state } = openSite().given(...waiting(3), ...blocked(6));
    assert.deepEqual(countFree(state, site, 'lobby'), { S: 2, M: 2, L: 0 });
  });

  it('the first free place of the shelf, while there is one', () => {
    const scene = openSite().given(...waiting(3));
    assert.equal(shelfPlace(scene.state, site), 1);
    scene.given({ type: 'ShelfAssigned', data: { holdId: ids.hold, shelf: 1 } });
    assert.equal(shelfPlace(scene.state, site), 2);
    scene.given(...waiting(4, { holdId: ids.otherHold, credentialId: uuid(0x55) }));
    scene.given({ type: 'ShelfAssigned', data: { holdId: ids.otherHold, shelf: 2 } });
    assert.equal(shelfPlace(scene.state, site), undefined);
    assert.equal(countFree(scene.state, site, 'lobby').S, 3);
  });
});
