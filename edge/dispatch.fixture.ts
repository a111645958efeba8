// A dispatch over a real ledger on a file of its own, and the people who stand before it.
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Command, HouseholdEntry, Personal, PersonEntry } from './contract/commands.ts';
import type { Instant } from './contract/events.ts';
import { Dispatch } from './dispatch.ts';
import type { Answer, SiteLayout } from './domain/decision.ts';
import { site } from './domain/scene.fixture.ts';
import { newFile, startLedger } from './ledger/ledger.fixture.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { OpenDatabase } from './ledger/sqlite.ts';

export type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;
export const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
export const layout: SiteLayout = {
  ...site,
  terminals: [...site.terminals, ...Array.from({ length: 50 }, (_, n) => ({ id: `t${n}`, cabinets: ['a'] }))],
};

export interface House {
  ledger: Ledger;
  dispatch: Dispatch;
  now: Instant;
  /** How many units each append was given, since the start. */
  appends: number[];
  ask(asked: Asked, commandId?: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** Opens a node on `file`; the same file again is a restart. */
export const openHouse = async (file?: string, open?: OpenDatabase): Promise<House> => {
  const ledger = await startLedger(file ?? (await newFile()), open && { open });
  const appends: number[] = [];
  const append = ledger.append.bind(ledger);
  ledger.append = (units) => {
    appends.push(units.length);
    return append(units);
  };
  const boot = uuidv7();
  const house: House = {
    ledger,
    appends,
    now: { wallMs: 1_800_000_000_000, clock: 'synced', boot, monoMs: 1_000 },
    dispatch: new Dispatch({
      ledger,
      site: layout,
      supply: {
        id: uuidv7,
        lookups: (id, issue) => ({ code: hex(`code ${id} ${issue}`), qr: hex(`qr ${id} ${issue}`) }),
        digest: (data) => hex(JSON.stringify(data)),
      },
      now: () => house.now,
      seal: (_, data) => Buffer.from(JSON.stringify(data)).reverse(),
      unseal: (_, sealed) => JSON.parse(Buffer.from(sealed).reverse().toString()) as Personal,
    }),
    ask: (asked, commandId = uuidv7()) => house.dispatch.execute({ ...asked, commandId } as Command),
    async stop() {
      await house.dispatch.stop();
      await ledger.stop();
    },
  };
  await house.dispatch.start();
  await house.ask({ kind: 'StartNode', boot, version: '0' });
  await house.ask({ kind: 'RecordPresence', cabinet: 'a', presence: 'online' });
  return house;
};

export const marked: Personal = { name: '王小明MARK', phone: '13800004242MARK', room: '3-1201MARK', salt: 'saltMARK' };
const [householdId, owner, courier] = [uuidv7(), uuidv7(), uuidv7()];
export const who = { householdId, owner, courier, visit: uuidv7(), hold: uuidv7() };
const entry = (personId: string, more: Partial<PersonEntry>): PersonEntry => ({
  personId,
  householdId,
  role: 'resident',
  phoneTailKey: hex('tail'),
  consent: 'locker',
  shares: false,
  elder: false,
  language: null,
  relation: null,
  until: null,
  agreedBy: null,
  channels: [],
  quiet: null,
  cards: [hex(`card ${personId}`)],
  personal: marked,
  ...more,
});
const household: HouseholdEntry = { householdId, roomKey: hex('room'), low: false, personal: marked };

/** Two people and every door of cabinet a closed. */
export const settle = async (house: House): Promise<void> => {
  const people = [entry(owner, {}), entry(courier, { householdId: null, role: 'courier', phoneTailKey: null })];
  await house.ask({ kind: 'ImportPeople', households: [household], people });
  const doors = [1, 2, 3, 4, 5, 6].map((compartment) => ({ compartment, door: 'closed' as const }));
  const state = { contract: 1 as const, boot: uuidv7(), seq: 0, online: true, doors, profile: { id: 'p', version: 1 } };
  await house.ask({ kind: 'RecordState', cabinet: 'a', state });
};

const header = () => ({ reportId: uuidv7(), seq: 1, at: { boot: uuidv7(), monoMs: 1, wallMs: 1 } });

/** A courier puts a parcel in, and leaves. Answers the lookup of the code that its owner gets. */
export const deliver = async (house: House): Promise<string> => {
  const { visit: visitId, hold: holdId } = who;
  const { state } = house.dispatch;
  await house.ask({ kind: 'Identify', visitId, terminal: 'lobby', way: 'card', lookup: hex(`card ${courier}`) });
  await house.ask({
    kind: 'MatchRecipient',
    visitId,
    recipientId: uuidv7(),
    roomKey: hex('room'),
    phoneTailKey: hex('tail'),
  });
  await house.ask({
    kind: 'DepositParcel',
    visitId,
    holdId,
    waybill: 'SF1234567',
    condition: 'intact',
    size: 'S',
    agreedByPhone: false,
  });
  const [opening] = state.all('openings');
  const door = { ...header(), compartment: opening?.compartment ?? 0 };
  await house.ask({ kind: 'RecordReport', cabinet: 'a', report: { ...door, kind: 'opened', orderId: opening?.id } });
  await house.ask({ kind: 'RecordReport', cabinet: 'a', report: { ...door, kind: 'closed', stableMs: 300 } });
  await house.ask({ kind: 'EndVisit', visitId, reason: 'by-person' });
  const code = state.get('credentials', state.get('holds', holdId)?.credentialId ?? '');
  return code?.lookups[0] ?? '';
};
