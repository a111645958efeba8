// What somebody who stood beside the desk all day would have written down: each item, where it lies, who dealt with it and how it ended.
import assert from 'node:assert/strict';
import type { PlaceView } from '../../edge/contract/api.ts';
import type { Arrival } from './desk-plan.fixture.ts';

export type Ending = 'waiting' | 'collected' | 'to-return' | 'returned' | 'disputed' | 'lost';

export interface Entry {
  arrival: Arrival;
  holdId: string;
  personId: string;
  /** Names of the staff. */
  receivedBy: string;
  handedOverBy: string;
  place: PlaceView;
  status: Ending;
  /** It has left the house. */
  isGone: boolean;
  /** Of who took it, or of the carrier's person. */
  strokes: number[][] | null;
  /** Taken over the counter or out of its compartment. */
  isTaken: boolean;
  complained: boolean;
  settled: boolean;
  refused: boolean;
  /** Somebody is dealing with it. */
  isBusy: boolean;
}

export type Act = 'collect' | 'complain' | 'fetch' | 'hand-over' | 'refuse' | 'undeliverable' | 'settle';

const afterComplaint = ({ arrival: { fate }, settled, place, isGone }: Entry): Act | null => {
  if (fate.end !== 'disputed') return null;
  const isInside = place.kind === 'compartment';
  switch (fate.way) {
    case 'open-inside':
    case 'open-taken':
      return null;
    case 'delivered':
    case 'lost':
      return settled ? null : 'settle';
    case 'to-return':
    case 'to-shelf':
      if (isInside) return 'fetch';
      if (!settled) return 'settle';
      return fate.way === 'to-shelf' && !isGone ? 'hand-over' : null;
  }
};

/** What is to be done with it next on this day; null when nothing is. */
export const actOf = (entry: Entry): Act | null => {
  const { arrival, place, status, isGone, isBusy, complained } = entry;
  const { fate } = arrival;
  if (isBusy || status === 'to-return') return null;
  if (complained) return afterComplaint(entry);
  if (isGone) return null;
  const isInside = place.kind === 'compartment';
  switch (fate.end) {
    case 'stays':
      return null;
    case 'picked-up':
      if (!isInside) return 'hand-over';
      return fate.way === 'kiosk' ? 'collect' : 'fetch';
    case 'disputed':
      return 'complain';
    case 'returned':
      if (fate.way === 'unclaimed') return null;
      if (fate.way === 'undeliverable') return 'undeliverable';
      return isInside ? 'fetch' : 'refuse';
  }
};

export class Book {
  readonly entries = new Map<string, Entry>();
  turnedAway = 0;

  add(entry: Pick<Entry, 'arrival' | 'holdId' | 'personId' | 'receivedBy' | 'place'>): Entry {
    const added: Entry = {
      ...entry,
      handedOverBy: '',
      status: 'waiting',
      isGone: false,
      strokes: null,
      isTaken: false,
      complained: false,
      settled: false,
      refused: false,
      isBusy: false,
    };
    assert.ok(!this.entries.has(entry.holdId), 'each item has an id of its own');
    this.entries.set(entry.holdId, added);
    return added;
  }

  get all(): Entry[] {
    return [...this.entries.values()];
  }

  /** The item that has waited longest for one of these acts, and which act; from now on somebody deals with it. */
  take(acts: readonly Act[]): { entry: Entry; act: Act } | undefined {
    for (const entry of this.entries.values()) {
      const act = actOf(entry);
      if (act === null || !acts.includes(act)) continue;
      entry.isBusy = true;
      return { entry, act };
    }
    return undefined;
  }

  /** How many wait for somebody to do something with them. */
  get undone(): number {
    return this.all.filter((entry) => actOf(entry) !== null).length;
  }

  /** They have left the house. */
  leave(entries: readonly Entry[], how: Partial<Entry>): void {
    for (const entry of entries) Object.assign(entry, { isGone: true, isBusy: false, ...how });
  }
}
