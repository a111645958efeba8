// What people come for, step by step: the courier's deposit and the owner's collection, with a hand that closes the doors.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import type { DoorView, VisitView } from '../../edge/contract/api.ts';
import type { Size } from '../../edge/contract/ids.ts';
import { eventually } from './eventually.fixture.ts';
import { phoneTail, type Resident } from './people.fixture.ts';
import type { Site, TerminalName } from './site.fixture.ts';
import type { Visitor } from './visitor.fixture.ts';

/** Waits until the visit's door has come to one of these stages. */
export const doorAt = (visitor: Visitor, ...stages: DoorView['stage'][]): Promise<DoorView> =>
  eventually(`door ${stages.join(' or ')}`, async () => {
    const { door } = await visitor.ask('readVisit');
    return door && stages.includes(door.stage) ? door : undefined;
  });

const placeOf = ({ place }: DoorView): { cabinet: string; compartment: number } => {
  const { cabinet, compartment } = place;
  assert.ok(cabinet !== undefined && compartment !== undefined, 'a door is of a compartment');
  return { cabinet, compartment };
};

/** A fault or its end at the lock behind a door. */
export const tamper = (site: Site, door: DoorView, how: { fault: string } | { clear: string }): void => {
  const { board, lock } = site.lockOf(placeOf(door));
  site.tell('fault' in how ? { fault: `${how.fault}@${board}:${lock}` } : { clear: `${how.clear}@${board}:${lock}` });
};

/** A hand closes the door. */
export const push = (site: Site, door: DoorView): void => {
  const { board, lock } = site.lockOf(placeOf(door));
  site.tell({ close: lock, board });
};

/** Waits for the open door and closes it; answers the door as it then stands. */
export const closeDoor = async (site: Site, visitor: Visitor): Promise<DoorView> => {
  push(site, await doorAt(visitor, 'open'));
  return doorAt(visitor, 'closed');
};

export const beginCourier = async (site: Site, terminal: TerminalName = 'lobby', nth = 0): Promise<Visitor> => {
  const visitor = site.visitor(terminal);
  await visitor.ask('identify', { way: 'code', value: site.courierCodes[nth] ?? '' });
  return visitor;
};

export const meet = (visitor: Visitor, resident: Resident): Promise<VisitView> =>
  visitor.ask('match', { recipientId: uuidv7(), room: resident.room, phoneTail: phoneTail(resident) });

let waybills = 0;
export const nextWaybill = (): string => {
  waybills += 1;
  return `SF10240${String(waybills).padStart(6, '0')}`;
};

/** Registers an intact parcel for the recipient met last; its door may be opening now. */
export const register = async (visitor: Visitor, size: Size, more: object = {}): Promise<string> => {
  const holdId = uuidv7();
  const parcel = { holdId, waybill: nextWaybill(), condition: 'intact', size, agreedByPhone: false } as const;
  await visitor.ask('deposit', { ...parcel, ...more });
  return holdId;
};

/** A courier's whole errand: one parcel of each size into the locker for `resident`. */
export const deliver = async (site: Site, resident: Resident, ...parcels: Size[]): Promise<string[]> => {
  const visitor = await beginCourier(site);
  await meet(visitor, resident);
  const holds: string[] = [];
  for (const size of parcels) {
    holds.push(await register(visitor, size));
    await closeDoor(site, visitor);
  }
  await visitor.ask('leave');
  return holds;
};

/** Stands at the terminal with the parcel's code: its door is opening. */
export const beginByCode = async (site: Site, holdId: string, terminal?: TerminalName): Promise<Visitor> => {
  const { code } = await site.codeOf(holdId);
  const visitor = site.visitor(terminal);
  await visitor.ask('identify', { way: 'code', value: code });
  return visitor;
};

export const beginByCard = async (site: Site, { card }: Resident, terminal?: TerminalName): Promise<Visitor> => {
  const visitor = site.visitor(terminal);
  await visitor.ask('identify', { way: 'scan', value: card });
  return visitor;
};

/** What the ledger says last became of a parcel. */
export const fateOf = async (site: Site, holdId: string): Promise<string | undefined> =>
  (await site.events()).findLast(
    ({ type, data }) => type.startsWith('Parcel') && 'holdId' in data && data.holdId === holdId,
  )?.type;
