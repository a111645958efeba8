// Years of a desk, written into a ledger as a valid chain: each holding's ten events by one command, the view beside it.
import { uuidv7 } from 'uuidv7';
import type { Fact, Instant } from '../../../edge/contract/events.ts';
import { evolve } from '../../../edge/domain/evolve.ts';
import { memory } from '../../../edge/domain/overlay.ts';
import { writeCheckpoints } from '../../../edge/ledger/checkpoints.ts';
import type { Ledger } from '../../../edge/ledger/ledger.ts';
import type { Body, Unit } from '../../../edge/ledger/unit.ts';
import type { Holding } from '../../../edge/ledger/views/holding.ts';
import { holdingsView } from '../../../edge/ledger/views/holdings.ts';
import { carrierOf } from '../../../edge/words/carriers.ts';
import type { Resident } from './people.ts';

export const eventsEach = 10;
const perAppend = 500;
/** So many wait in the house at the end. */
export const live = 600;
const carriers = ['SF', 'JD', 'YT', 'JT', 'DPK'];
const day = 86_400_000;
/** Five years of arrivals. */
const span = 5 * 365 * day;

export const waybillOf = (n: number): string => `${carriers[n % carriers.length]}${String(1_000_000_000 + n * 7_919)}`;

interface Story {
  n: number;
  holdId: string;
  resident: Resident;
  staffId: string;
  isLive: boolean;
}

const shelfOf = (n: number): number => 1 + (n % 999);

/** Received, placed, told, and for most handed over: always ten facts. */
const storyOf = ({ n, holdId, resident, staffId, isLive }: Story): Fact[] => {
  const place = { shelf: shelfOf(n) };
  const kind = n % 50 === 0 ? 'letter' : n % 5 === 0 ? 'parcel' : 'express';
  const searched: Fact = { type: 'PeopleSearched', data: { staffId, found: 1 } };
  const watched: Fact = {
    type: 'DoorsObserved',
    data: { cabinet: 'locker-1', doors: [{ compartment: 1, door: 'closed' }] },
  };
  const digest = '0'.repeat(64);
  const item = { kind, size: null, condition: 'intact', damage: null, photo: null, consent: 'desk' } as const;
  const handed = { to: 'addressee', personId: resident.personId, identified: 'card' } as const;
  const end: Fact = isLive
    ? searched
    : { type: 'ItemHandedOver', data: { holdId, receiptId: holdId, staffId, ...handed, digest } };
  return [
    searched,
    {
      type: 'ItemReceived',
      data: { holdId, ...resident, staffId, carrier: carrierOf(waybillOf(n)), waybill: waybillOf(n), ...item },
    },
    { type: 'ShelfAssigned', data: { holdId, shelf: place.shelf } },
    { type: 'ParcelPlaced', data: { holdId, place, evidence: 'stated', openingId: null } },
    watched,
    { type: 'NoticeSent', data: { holdId, notice: 'arrival', carrier: 'sms' } },
    { type: 'OwnerNotified', data: { holdId } },
    watched,
    searched,
    end,
  ];
};

const unitOf = (story: Story, at: Instant): Unit => {
  const facts = storyOf(story);
  const state = memory();
  const last = new Map<string, Unit['changes'][number]>();
  for (const fact of story.isLive ? facts : [])
    for (const change of evolve(state, { ...fact, at })) {
      state.apply([change]);
      last.set(`${change.table}/${change.id}`, change);
    }
  const actor = { kind: 'staff', id: story.staffId };
  return {
    commandId: uuidv7(),
    answer: { answer: { done: true }, of: '' },
    events: facts.map(({ type, data }) => ({ id: uuidv7(), type, at, actor, data })),
    changes: [...last.values()],
  };
};

const upsert = `INSERT INTO view_row (view, id, row) SELECT 'holdings', value->>0, value->>1 FROM json_each(?)`;

/** The rows of many holdings at once: each commit turns over pages of all indexes. */
const rowsAtOnce = 10_000;

/** Appends `holdings` stories and the rows that the view's own fold makes of them. `now`: wall ms of the last. */
export const fill = async (
  ledger: Ledger,
  { holdings, residents, staffId, now }: { holdings: number; residents: Resident[]; staffId: string; now: number },
): Promise<void> => {
  const view = holdingsView(carrierOf);
  const story = (n: number): Unit => {
    const resident = residents[(n * 31) % residents.length];
    if (resident === undefined) throw new Error('a story needs a resident');
    const wallMs = now - Math.floor(((holdings - 1 - n) / holdings) * span);
    const isLive = n >= holdings - live;
    const at: Instant = { wallMs, clock: 'synced', boot: staffId, monoMs: n };
    return unitOf({ n, holdId: uuidv7(), resident, staffId, isLive }, at);
  };
  let texts: unknown[] = [];
  for (let first = 0; first < holdings; first += perAppend) {
    const count = Math.min(perAppend, holdings - first);
    const rows = await ledger.append(Array.from({ length: count }, (_, i) => story(first + i)));
    for (const own of rows) {
      let row: Holding | undefined;
      for (const { body } of own) row = view.fold(row, JSON.parse(body) as Body);
      texts.push([row?.id, JSON.stringify(row)]);
    }
    if (texts.length < rowsAtOnce && first + count < holdings) continue;
    const batch = JSON.stringify(texts);
    texts = [];
    await ledger.writeView(async (db) => {
      await db.run(upsert, [batch]);
      await writeCheckpoints(db, new Map([['view:holdings', ledger.head]]));
    });
  }
};
