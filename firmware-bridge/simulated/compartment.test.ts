// Every state of a compartment under every influence, and what the contact reads while it bounces.
import assert from 'node:assert/strict';
import {
  type Compartment,
  type Conditions,
  compartmentDueAt,
  contactIsClosed,
  type Influence,
  nextCompartment,
} from './compartment.ts';

const usual: Conditions = { isStuck: false, neverCloses: false, bounceMs: 0, springMs: 80, autoCloseMs: undefined };
const rest = { movedAt: 0, bounceMs: 0 };
const closed: Compartment = { is: 'closed', ...rest };
const released: Compartment = { is: 'released', springAt: 1_080, ...rest };
const open: Compartment = { is: 'open', pushAt: 3_000, ...rest };
const forgotten: Compartment = { is: 'open', pushAt: Number.POSITIVE_INFINITY, ...rest };

type Row = [Compartment, Influence['kind'], number, Partial<Conditions>, Compartment['is'], string | undefined];
const rows: Row[] = [
  [closed, 'pulse', 1_000, {}, 'released', undefined],
  [closed, 'pulse', 1_000, { isStuck: true }, 'closed', undefined],
  [closed, 'force', 1_000, {}, 'open', 'open'],
  [closed, 'push', 1_000, {}, 'closed', undefined],
  [closed, 'time', 9_000, {}, 'closed', undefined],
  [released, 'pulse', 1_010, {}, 'released', undefined],
  [released, 'force', 1_010, {}, 'open', 'open'],
  [released, 'push', 1_010, {}, 'released', undefined],
  [released, 'time', 1_079, {}, 'released', undefined],
  [released, 'time', 1_080, {}, 'open', 'open'],
  [open, 'pulse', 2_000, {}, 'open', undefined],
  [open, 'force', 2_000, {}, 'open', undefined],
  [open, 'push', 2_000, {}, 'closed', 'closed'],
  [open, 'push', 2_000, { neverCloses: true }, 'open', undefined],
  [open, 'time', 2_999, {}, 'open', undefined],
  [open, 'time', 3_000, {}, 'closed', 'closed'],
  [open, 'time', 3_000, { neverCloses: true }, 'open', undefined],
];

describe('a simulated compartment', () => {
  for (const [compartment, kind, now, special, is, motion] of rows)
    it(`${compartment.is} × ${kind} at ${now} ms ${JSON.stringify(special)} is ${is}`, () => {
      const step = nextCompartment(compartment, { kind, under: { ...usual, ...special } }, now);
      assert.equal(step.compartment.is, is);
      assert.equal(step.motion, motion);
    });

  it('is pushed shut by the visitor some time after it opened', () => {
    const step = nextCompartment(released, { kind: 'time', under: { ...usual, autoCloseMs: 2_000 } }, 1_080);
    assert.equal(compartmentDueAt(step.compartment), 3_080);
  });

  it('is pushed again and again when it never closes, and closes once it can', () => {
    const under = { ...usual, neverCloses: true, autoCloseMs: 2_000 };
    const again = nextCompartment(open, { kind: 'time', under }, 3_000).compartment;
    assert.equal(compartmentDueAt(again), 5_000);
    assert.equal(nextCompartment(again, { kind: 'time', under: usual }, 5_000).motion, 'closed');
  });

  it('a door left open is closed by a visitor whose habit is set later', () => {
    const step = nextCompartment(forgotten, { kind: 'time', under: { ...usual, autoCloseMs: 500 } }, 1_000);
    assert.equal(compartmentDueAt(step.compartment), 1_500);
  });

  it('an open door is pushed at the time first set, however often time is asked about', () => {
    const under = { ...usual, autoCloseMs: 2_000 };
    const step = nextCompartment(open, { kind: 'time', under }, 2_500);
    assert.equal(compartmentDueAt(step.compartment), 3_000);
  });

  it('its contact chatters for as long as it bounces, and then tells the truth', () => {
    const moved: Compartment = { is: 'open', pushAt: Number.POSITIVE_INFINITY, movedAt: 1_000, bounceMs: 4 };
    const reads = [1_000, 1_001, 1_002, 1_003, 1_004, 1_005].map((now) => contactIsClosed(moved, now));
    assert.deepEqual(reads, [true, false, true, false, false, false]);
  });
});
