// What is believed of a door, read by read.
import assert from 'node:assert/strict';
import { type DoorEvent, type DoorState, type Read, sense, unsee, unseenDoor } from './door.ts';

const rules = { stableMs: 300, gapMs: 1_100 };
const grant = '01920000-0000-7000-8000-000000000001';

const watch = (start: DoorState, reads: [number, Read][]): { door: DoorState; events: [number, DoorEvent][] } => {
  let door = start;
  const events: [number, DoorEvent][] = [];
  for (const [now, read] of reads) {
    const step = sense(door, read, { ...rules, now });
    door = step.door;
    if (step.event) events.push([now, step.event]);
  }
  return { door, events };
};

const shut: DoorState = { ...unseenDoor, belief: 'closed' };
const ajar: DoorState = { ...unseenDoor, belief: 'open', reported: 'open', openedBy: grant };

describe('door', () => {
  it('is open after two equal reads, not after one', () => {
    assert.deepEqual(
      watch(shut, [
        [100, 'open'],
        [200, 'closed'],
        [300, 'closed'],
      ]).events,
      [],
    );
    const opening = watch({ ...shut, order: grant }, [
      [100, 'open'],
      [115, 'open'],
      [215, 'open'],
    ]);
    assert.deepEqual(opening.events, [[115, { kind: 'opened', orderId: grant }]]);
    assert.equal(opening.door.belief, 'open');
  });

  it('is closed only after 300 ms without a break, and tells how long', () => {
    const reads: [number, Read][] = [
      [0, 'closed'],
      [100, 'closed'],
      [200, 'closed'],
      [299, 'closed'],
      [310, 'closed'],
    ];
    assert.deepEqual(watch(ajar, reads).events, [[310, { kind: 'closed', orderId: grant, stableMs: 310 }]]);
  });

  it('that bounces starts the 300 ms again', () => {
    const reads: [number, Read][] = [
      [0, 'closed'],
      [200, 'closed'],
      [250, 'open'],
      [260, 'closed'],
      [400, 'closed'],
      [561, 'closed'],
    ];
    assert.deepEqual(
      watch(ajar, reads).events.map(([at]) => at),
      [561],
    );
  });

  it('read closed before and after a freeze was not closed without a break', () => {
    assert.deepEqual(
      watch(ajar, [
        [0, 'closed'],
        [8_000, 'closed'],
      ]).events,
      [],
    );
  });

  it('names an order once: the opening after the next has none', () => {
    const first = watch({ ...shut, order: grant }, [
      [0, 'open'],
      [10, 'open'],
      [100, 'closed'],
      [400, 'closed'],
    ]);
    const second = watch(first.door, [
      [500, 'open'],
      [510, 'open'],
    ]);
    assert.deepEqual(second.events, [[510, { kind: 'opened', orderId: undefined }]]);
  });

  it('lost from sight is unknown, and when seen again only a change is told', () => {
    const lost = unsee(ajar);
    assert.equal(lost.belief, 'unknown');
    assert.deepEqual(
      watch(lost, [
        [0, 'open'],
        [10, 'open'],
      ]).events,
      [],
    );
    assert.deepEqual(
      watch(lost, [
        [0, 'closed'],
        [301, 'closed'],
      ]).events.map(([, event]) => event.kind),
      ['closed'],
    );
  });

  it('found open by a bridge that never saw it is recorded [S6]', () => {
    assert.deepEqual(
      watch(unseenDoor, [
        [0, 'open'],
        [10, 'open'],
      ]).events.map(([, event]) => event.kind),
      ['opened'],
    );
  });
});
