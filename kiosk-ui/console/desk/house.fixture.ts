// A house for stories of the counter: what is received lies in it, what is handed over leaves it, doors open as they are told to.
import { placeSample } from '../../samples.fixture.ts';
import type { EventType, ItemRow } from '../contract.ts';
import type { ConsoleDouble } from '../edge-double.fixture.ts';
import { itemSample } from '../samples.fixture.ts';
import type { Door, Recipient, Story } from './contract.ts';
import { doorSample, recipientSample } from './samples.fixture.ts';

const byPrefix: Record<string, string> = { SF: '顺丰', JD: '京东', YT: '圆通', EM: 'EMS' };

export interface House {
  items: Map<string, ItemRow>;
  /** How the door of any visit stands. */
  door: Door | null;
  /** Doors stay as they are told until they are told otherwise. */
  turnDoor(stage: Door['stage'], change?: Partial<Door>): void;
  put(...rows: ItemRow[]): void;
}

/** Three letters by which one person alone is found. */
export const initialsOf = (n: number): string =>
  [n / 676, n / 26, n].map((at) => String.fromCharCode(97 + (Math.floor(at) % 26))).join('');

const people: readonly Recipient[] = Array.from({ length: 300 }, (_, n) => recipientSample(n));

const isListed = (list: string, { status, due, endedAt, actions }: ItemRow): boolean => {
  if (list === 'ended') return endedAt !== null;
  if (endedAt !== null) return false;
  if (list === 'disputed' || list === 'to-return') return status === list;
  if (list === 'due') return due !== null && (due.rule === 'M5' || actions.includes('public-notice'));
  return true;
};

const steps: Story['steps'] = (
  [
    ['ItemReceived', '林晓梅', null, 'parcel · intact · 顺丰'],
    ['ShelfAssigned', '', 'S03', ''],
    ['ParcelPlaced', '', 'S03', 'stated'],
    ['NoticeSent', '', null, 'arrival · sms'],
    ['ItemUndeliverable', '林晓梅', null, 'unreachable'],
  ] as const
).map(([type, who, place, detail], n) => ({ at: Date.UTC(2026, 2, 14, 1, n * 7), type, who, place, detail }));

/** Answers for the whole counter; `edge.on` afterwards changes one of them. */
export const openHouse = (edge: ConsoleDouble): House => {
  let shelf = 0;
  const tell = (type: EventType): void => edge.tell(type);
  const house: House = {
    items: new Map(),
    door: null,
    turnDoor: (stage, change = {}) => {
      if (house.door) house.door = { ...house.door, stage, ...change };
      tell(stage === 'open' ? 'OpeningOpened' : 'OpeningClosed');
    },
    put: (...rows) => {
      for (const row of rows) house.items.set(row.holdId, row);
    },
  };
  const rowsOf = (holdIds: readonly string[]): ItemRow[] => holdIds.flatMap((holdId) => house.items.get(holdId) ?? []);
  const change = (holdIds: readonly string[], to: Partial<ItemRow>): { items: ItemRow[] } => {
    house.put(...rowsOf(holdIds).map((row) => ({ ...row, ...to })));
    tell('ItemHandedOver');
    return { items: rowsOf(holdIds) };
  };
  edge.on('readWaybill', ({ query }) => ({
    carrier: byPrefix[String(query.waybill).slice(0, 2)] ?? null,
    inHouse: [...house.items.values()].some(
      ({ waybillTail, endedAt }) => endedAt === null && waybillTail === String(query.waybill).slice(-4),
    ),
  }));
  edge.on('findRecipients', ({ query }) => ({
    rows: people.filter(({ room }, n) => room.includes(String(query.q)) || initialsOf(n) === query.q).slice(0, 20),
  }));
  edge.on('receive', ({ body }) => {
    shelf += 1;
    const person = people.find(({ personId }) => personId === body.personId) ?? recipientSample(0);
    const isShelf = body.visitId === null;
    const item = itemSample(0, {
      ...{ holdId: body.holdId, kind: body.kind, carrier: body.carrier, size: body.size, condition: body.condition },
      ...{ damage: body.damage, photo: body.photo, room: person.room, name: person.name, personId: person.personId },
      waybillTail: body.waybill?.slice(-4) ?? null,
      status: isShelf ? 'at-desk' : 'placing',
      place: isShelf ? placeSample(`S${String(shelf).padStart(2, '0')}`) : null,
      receivedAt: Date.now(),
      placedAt: Date.now(),
      byDesk: true,
    });
    house.put(item);
    house.door = isShelf ? null : doorSample(body.holdId);
    tell('ItemReceived');
    return { item, door: house.door };
  });
  edge.on('turnAway', () => ({}));
  edge.on('listItems', ({ query }) => {
    const { list, search, limit, kind, carrier } = query as Record<string, string> & { limit: number };
    const rows = [...house.items.values()]
      .filter((row) => isListed(list ?? '', row))
      .filter((row) => search === undefined || row.room === search || row.name === search)
      .filter((row) => (kind === undefined || row.kind === kind) && (carrier === undefined || row.carrier === carrier))
      .reverse();
    return { asOf: Date.now(), rows: rows.slice(0, limit), next: null, total: rows.length };
  });
  edge.on('readItem', ({ id }) => {
    const item = house.items.get(id);
    return item ? { item, steps } : { refused: 'unknown-item' };
  });
  edge.on('readDoor', () => ({ door: house.door, item: house.items.get(house.door?.holdId ?? '') ?? null }));
  edge.on('fetch', ({ body }) => {
    const { holdId } = body;
    house.door = doorSample(holdId, { purpose: 'fetch', place: house.items.get(holdId)?.place ?? placeSample('A07') });
    tell('OpeningGranted');
    return { door: house.door, item: house.items.get(holdId) ?? null };
  });
  edge.on('moveToShelf', ({ body }) => {
    change([body.holdId], { place: placeSample('S88'), status: 'at-desk' });
    return { door: house.door, item: house.items.get(body.holdId) ?? null };
  });
  edge.on('handOver', ({ body }) => change(body.holdIds, { status: 'collected', endedAt: Date.now(), actions: [] }));
  edge.on('refuse', ({ body }) => change(body.holdIds, { status: 'to-return', actions: ['return', 'hand-over'] }));
  edge.on('undeliverable', ({ body }) => change(body.holdIds, { status: 'to-return', actions: ['return'] }));
  edge.on('publicNotice', ({ body }) => change(body.holdIds, { actions: ['hand-over'] }));
  edge.on('returnItems', ({ body }) => change(body.holdIds, { status: 'returned', endedAt: Date.now(), actions: [] }));
  edge.on('settle', ({ body }) => change([body.holdId], { status: 'at-desk', dispute: null, actions: ['hand-over'] }));
  edge.on('reissueParcelCode', () => ({ code: '482915370' }));
  return house;
};
