// The checker itself: it is silent about a night without fault, and finds each violation that is planted into it.
import assert from 'node:assert/strict';
import type { Fact } from '../../edge/contract/events.ts';
import { type Evidence, leaks, type Violation, violations } from './invariants.fixture.ts';
import type { BoltEntry, LedgerEvent } from './record.fixture.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [boot, otherBoot, opening, hold, visit, person] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

type Told = [monoMs: number, fact: Fact, boot?: string];

const told = (rows: Told[]): LedgerEvent[] =>
  rows.map(([monoMs, fact, of = boot], i) => ({
    ...fact,
    epoch: 1,
    seq: i + 1,
    id: id(100 + i),
    at: { wallMs: monoMs, clock: 'synced', boot: of, monoMs },
  }));

const granted = (openingId = opening, compartment = 3): Fact => ({
  type: 'OpeningGranted',
  data: {
    openingId,
    visitId: visit,
    personId: person,
    holdId: hold,
    cabinet: 'a',
    compartment,
    purpose: 'collect',
    attempt: 1,
  },
});
const opened: Fact = { type: 'OpeningOpened', data: { openingId: opening } };
const closed: Fact = { type: 'OpeningClosed', data: { openingId: opening, stableMs: 320 } };
const collected: Fact = {
  type: 'ParcelCollected',
  data: { holdId: hold, openingId: opening, personId: person, visitId: visit },
};
const handedOver: Fact = {
  type: 'ItemHandedOver',
  data: {
    holdId: hold,
    receiptId: id(7),
    staffId: id(8),
    to: 'addressee',
    personId: person,
    identified: 'card',
    digest: '0'.repeat(64),
  },
};
const shelved: Fact = {
  type: 'ParcelPlaced',
  data: { holdId: hold, place: { shelf: 1 }, evidence: 'stated', openingId: null },
};
const began = (of = boot): Fact => ({ type: 'NodeStarted', data: { boot: of, version: '0' } });
const pulse = (monoMs: number, lock = 3): BoltEntry => ({ pulse: lock, board: 1, monoMs, wallMs: monoMs });
const door = (monoMs: number, is: 'open' | 'closed', lock = 3): BoltEntry => ({
  door: is,
  lock,
  board: 1,
  monoMs,
  wallMs: monoMs,
});

const good: Told[] = [
  [0, began()],
  [1_000, granted()],
  [1_010, { type: 'OpeningOrdered', data: { openingId: opening } }],
  [1_200, opened],
  [4_000, closed],
  [4_000, collected],
];
const iron: BoltEntry[] = [pulse(1_050), door(1_130, 'open'), door(3_600, 'closed')];

const night = (rows: Told[] = good, bolts: BoltEntry[] = iron): Evidence => ({
  events: told(rows),
  bolts,
  cabinetOf: (board) => (board === 1 ? 'a' : 'b'),
  heard: [],
  terminalOf: () => 'lobby',
});
const found = (evidence: Evidence): Violation['invariant'][] => [
  ...new Set(violations(evidence).map(({ invariant }) => invariant)),
];

describe('the checker of the invariants', () => {
  it('takes a signature at the counter as evidence, once, for what was in the house [S5]', () => {
    const at = (...facts: Fact[]): Told[] => [[0, began()], ...facts.map((fact, i): Told => [1_000 + i, fact])];
    assert.deepEqual(found(night(at(shelved, handedOver), [])), []);
    assert.deepEqual(found(night(at(shelved, handedOver, handedOver), [])), ['S5']);
    assert.deepEqual(found(night(at(handedOver), [])), ['S5']);
    assert.deepEqual(found(night([...good, [5_000, handedOver]])), ['S5']);
  });

  it('finds nothing in a night without fault', () => {
    assert.deepEqual(violations(night()), []);
  });

  const planted: [string, Violation['invariant'], Evidence][] = [
    ['a bolt that moved without a grant', 'S1', night([[0, began()]], [pulse(1_050)])],
    ['a bolt that moved before its grant', 'S1', night(good, [pulse(990), ...iron.slice(1)])],
    ['a bolt that moved by an expired grant', 'S1', night(good, [pulse(4_900), door(4_980, 'open')])],
    ['a bolt that moved by a grant of another compartment', 'S1', night(good, [pulse(1_050, 4)])],
    ['a grant that moved its bolt twice', 'S2', night(good, [...iron, pulse(3_900)])],
    ['an opening that was closed before it was opened', 'S2', night([...good.slice(0, 3), [1_200, closed]], [])],
    [
      'an opening that was opened after it was aborted',
      'S2',
      night([
        ...good.slice(0, 3),
        [1_100, { type: 'OpeningAborted', data: { openingId: opening, reason: 'expired' } }],
        [1_200, opened],
      ]),
    ],
    ['an opening that was granted twice', 'S2', night([...good.slice(0, 2), [1_001, granted()], ...good.slice(2)])],
    ['a bolt that moved later than five seconds', 'S3', night(good, [pulse(6_100), door(6_200, 'open')])],
    [
      'a bolt that moved by a grant of a former run',
      'S3',
      night([...good.slice(0, 3), [1_040, began(otherBoot), otherBoot], ...good.slice(3)]),
    ],
    [
      'a second door that sprang open',
      'S4',
      night(good, [...iron.slice(0, 2), door(1_140, 'open', 4), ...iron.slice(2)]),
    ],
    ['a collection without an opened door', 'S5', night([...good.slice(0, 3), [1_200, collected]], [pulse(1_050)])],
    ['a collection while the door still stood open', 'S5', night(good, iron.slice(0, 2))],
    [
      'a collection on a door that had just been closed',
      'S5',
      night(good, [...iron.slice(0, 2), door(3_900, 'closed')]),
    ],
    ['an opening that is not on record', 'S6', night([...good.slice(0, 3)], iron)],
    ['a record of an opening that never was', 'S6', night(good, [pulse(1_050)])],
    [
      'an opening on record before it was',
      'S6',
      night(good, [pulse(1_050), door(1_300, 'open'), door(3_600, 'closed')]),
    ],
  ];
  for (const [what, invariant, evidence] of planted)
    it(`finds ${what} [${invariant}]`, () => {
      assert.ok(found(evidence).includes(invariant), JSON.stringify(violations(evidence)));
    });

  it('finds a wrong code that was answered before it was counted [S12]', () => {
    const refusal = { refused: 'not-recognised' } as const;
    const answer = {
      monoMs: 500,
      url: 'http://127.0.0.1/',
      route: 'identify',
      way: 'code',
      status: 401,
      refusal,
    } as const;
    const counted = (monoMs: number): Told => [monoMs, { type: 'AttemptFailed', data: { terminal: 'lobby' } }];
    const heard = { ...night([[0, began()], counted(490)], []), heard: [answer] };
    assert.deepEqual(found(heard), []);
    assert.deepEqual(found({ ...heard, heard: [answer, answer] }), ['S12']);
    assert.deepEqual(found({ ...heard, events: told([counted(510)]) }), ['S12']);
  });

  it('finds a secret wherever it stands, and takes no timestamp for a code [S10]', () => {
    const marks = ['标记', '472901835'];
    assert.deepEqual(leaks(new Map([['a log', '{"monoMs":1472901835123,"at":12.472901835}']]), marks), []);
    assert.equal(leaks(new Map([['a log', '{"name":"王标记"}']]), marks).length, 1);
    assert.equal(leaks(new Map([['a log', 'code 472901835.']]), marks).length, 1);
  });
});
