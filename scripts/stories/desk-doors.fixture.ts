// Doors at the desk and at the terminals: somebody waits until one springs open, and closes it.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { DoorView } from '../../edge/contract/api.ts';
import type { Browser } from './console-edge.fixture.ts';
import type { Book, Entry } from './desk-book.fixture.ts';
import type { DeskHouse } from './desk-house.fixture.ts';
import { read } from './desk-reading.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import type { Visitor } from './visitor.fixture.ts';

export interface Colleague {
  name: string;
  browser: Browser;
}
export interface Day {
  house: DeskHouse;
  book: Book;
  colleagues: readonly Colleague[];
}
/** Each look at a door is a connection of its own. */
const lookEveryMs = 200;

/** Follows the door to its end; somebody closes it when it stands open. */
export const follow = async (
  { house }: Day,
  look: () => Promise<DoorView | null>,
  whileOpen: () => Promise<unknown> = async () => {},
): Promise<DoorView['stage']> => {
  const at = (...stages: DoorView['stage'][]): Promise<DoorView> =>
    eventually(`a door ${stages.join(' or ')}`, async () => {
      await wait(lookEveryMs);
      const door = await look();
      return door && stages.includes(door.stage) ? door : undefined;
    });
  const { stage, place } = await at('open', 'stuck', 'aborted');
  if (stage !== 'open') return stage;
  await whileOpen();
  assert.ok(place.cabinet !== undefined && place.compartment !== undefined);
  house.push(place.cabinet, place.compartment);
  return (await at('closed')).stage;
};

export const doorOf = (browser: Browser, id: string) => async (): Promise<DoorView | null> =>
  (await read(browser, 'readDoor', { id })).door;

/** Takes it out of its compartment to the shelf; once more when the door did not open. */
export const fetchOut = async (day: Day, desk: Colleague, entry: Entry): Promise<void> => {
  const visitId = uuidv7();
  await desk.browser.ask('fetch', { holdId: entry.holdId, visitId });
  if ((await follow(day, doorOf(desk.browser, visitId))) !== 'closed') return fetchOut(day, desk, entry);
  const { item } = await read(desk.browser, 'readItem', { id: entry.holdId });
  assert.equal(item.place?.kind, 'shelf');
  if (item.place) entry.place = item.place;
};

type Problem = { problem: 'damaged' | 'not-mine' | 'empty'; kept: boolean };
const problemOf = ({ arrival: { fate } }: Entry): Problem | undefined => {
  if (fate.end !== 'disputed') return undefined;
  if (fate.way === 'lost') return { problem: 'empty', kept: false };
  const kept = fate.way === 'delivered' || fate.way === 'open-taken';
  return { problem: kept ? 'damaged' : 'not-mine', kept };
};

/** The resident at a terminal, by card: takes it out, or says before the open door what is wrong with it. */
export const openAtTerminal = async (day: Day, terminal: 'lobby' | 'gate', entry: Entry): Promise<void> => {
  const { holdId, arrival } = entry;
  const problem = problemOf(entry);
  const visitor: Visitor = day.house.visitor(terminal);
  const { door } = await visitor.ask('identify', { way: 'scan', value: arrival.owner.card });
  // A lone parcel's door opens by itself.
  if (door === null) await visitor.ask('openDoor', { holdId });
  const told = async () => problem && visitor.ask('report', { holdId, ...problem });
  while ((await follow(day, async () => (await visitor.ask('readVisit')).door, told)) !== 'closed')
    await visitor.ask('openDoor', { holdId });
  await visitor.ask('leave');
  if (problem) Object.assign(entry, { complained: true, status: 'disputed', isGone: problem.kept });
  else day.book.leave([entry], { status: 'collected', isTaken: true });
};
