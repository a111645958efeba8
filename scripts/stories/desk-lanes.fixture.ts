// The day itself: three of the staff and the residents at two terminals, each with one thing after another, all at the same time.
import { setTimeout as wait } from 'node:timers/promises';
import { markUndeliverable, receive, refuse, settle } from './desk-acts.fixture.ts';
import type { Act, Entry } from './desk-book.fixture.ts';
import { type Colleague, type Day, fetchOut, openAtTerminal } from './desk-doors.fixture.ts';
import { handOver } from './desk-giving.fixture.ts';
import type { Arrival } from './desk-plan.fixture.ts';

/** So many lie about before somebody turns from receiving to handing over. */
const pileMost = 16;
const lookEveryMs = 20;

const ofGuard: readonly Act[] = ['fetch', 'hand-over', 'refuse'];
const ofDesk: readonly Act[] = [...ofGuard, 'undeliverable', 'settle'];
const ofResident: readonly Act[] = ['collect', 'complain'];

const acts: Record<Exclude<Act, 'collect' | 'complain'>, (day: Day, desk: Colleague, entry: Entry) => Promise<void>> = {
  fetch: fetchOut,
  'hand-over': handOver,
  refuse,
  undeliverable: markUndeliverable,
  settle,
};

const deal = async ({ act, entry }: { act: Act; entry: Entry }, day: Day, desk: Colleague): Promise<void> => {
  if (act === 'collect' || act === 'complain') throw new Error('residents do this themselves');
  await acts[act](day, desk, entry);
  entry.isBusy = false;
};

/** Resolves when everything has arrived and nothing more is to be done today. */
export const liveThrough = async (day: Day, arrivals: readonly Arrival[]): Promise<void> => {
  const { book, colleagues } = day;
  const coming = [...arrivals];
  let receiving = 0;
  const isOver = (): boolean =>
    coming.length === 0 && receiving === 0 && book.undone === 0 && book.all.every(({ isBusy }) => !isBusy);

  const atDesk = async (desk: Colleague, may: readonly Act[]): Promise<void> => {
    while (!isOver()) {
      const isPiled = book.undone >= pileMost;
      const found = isPiled || coming.length === 0 ? book.take(may) : undefined;
      if (found) await deal(found, day, desk);
      else if (coming.length > 0) {
        receiving += 1;
        const [arrival] = coming.splice(0, 1);
        if (arrival) await receive(day, desk, arrival);
        receiving -= 1;
      } else await wait(lookEveryMs);
    }
  };
  const atTerminal = async (terminal: 'lobby' | 'gate'): Promise<void> => {
    while (!isOver()) {
      const found = book.take(ofResident);
      if (found) {
        await openAtTerminal(day, terminal, found.entry);
        found.entry.isBusy = false;
      } else await wait(lookEveryMs);
    }
  };
  const [one, other, guard] = colleagues;
  if (!one || !other || !guard) throw new Error('three people work here');
  await Promise.all([
    atDesk(one, ofDesk),
    atDesk(other, ofDesk),
    atDesk(guard, ofGuard),
    atTerminal('lobby'),
    atTerminal('gate'),
  ]);
};
