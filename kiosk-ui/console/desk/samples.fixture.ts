// People and items of a busy counter, for tests, stories and pictures.
import { placeSample, sampleId } from '../../samples.fixture.ts';
import type { ItemRow } from '../contract.ts';
import { itemSample } from '../samples.fixture.ts';
import type { Door, Recipient } from './contract.ts';

const dayMs = 86_400_000;
const names = ['王*明', '李*', '陈*华', '欧阳*雪', '赵*', '周*琪', '吴*', 'J*** S****'];

/** Room 3-0101 and on; each person is in a household of their own. */
export const recipientSample = (n: number, change: Partial<Recipient> = {}): Recipient => ({
  personId: sampleId(5000 + n),
  householdId: sampleId(6000 + n),
  room: `3-${String(1 + Math.floor(n / 4)).padStart(2, '0')}0${1 + (n % 4)}`,
  name: names[n % names.length] ?? '',
  phone: `138******${String(10 + (n % 90))}`,
  relation: 'owner',
  consent: n % 3 === 1 ? 'ask' : 'locker',
  low: false,
  waiting: n % 4,
  free: { S: 9, M: 4, L: 0 },
  ...change,
});

const carriers = ['顺丰', '中通', '京东', '圆通', '邮政'];

/** What waits in the house `days` before now; half of it on the shelf. */
export const waitingSample = (n: number, change: Partial<ItemRow> = {}): ItemRow => {
  const receivedAt = Date.now() - Math.round((n % 40) * 0.8 * dayMs) - 600_000;
  const isShelf = n % 2 === 0;
  const person = recipientSample(n % 300);
  return itemSample(n, {
    carrier: carriers[n % 5] ?? '',
    room: person.room,
    name: person.name,
    personId: person.personId,
    status: isShelf ? 'at-desk' : 'waiting',
    place: placeSample(
      isShelf ? `S${String(1 + (n % 90)).padStart(2, '0')}` : `A${String(1 + (n % 24)).padStart(2, '0')}`,
    ),
    receivedAt,
    placedAt: receivedAt + 60_000,
    due: { rule: 'M6', at: receivedAt + 31 * dayMs },
    actions: isShelf
      ? ['hand-over', 'refuse', 'undeliverable', 'reissue-code']
      : ['fetch', 'undeliverable', 'reissue-code'],
    ...change,
  });
};

/** Goes back within `days` from now. */
export const returningSample = (n: number, days: number, change: Partial<ItemRow> = {}): ItemRow => ({
  ...waitingSample(400 + n),
  status: 'to-return',
  place: placeSample(`S${String(10 + n).padStart(2, '0')}`),
  due: { rule: 'M5', at: Date.now() + days * dayMs },
  actions: ['return', 'hand-over'],
  ...change,
});

/** Waited for over a month and is not yet told in public. */
export const unclaimedSample = (n: number): ItemRow => ({
  ...waitingSample(500 + 2 * n),
  receivedAt: Date.now() - (33 + n) * dayMs,
  due: { rule: 'M6', at: Date.now() - (2 + n) * dayMs },
  actions: ['hand-over', 'refuse', 'undeliverable', 'public-notice', 'reissue-code'],
});

export const disputedSample = (n: number, change: Partial<ItemRow> = {}): ItemRow => ({
  ...waitingSample(601 + 2 * n),
  status: 'disputed',
  dispute: { problem: 'empty', where: 'unknown' },
  due: null,
  actions: ['settle'],
  ...change,
});

export const doorSample = (holdId: string, change: Partial<Door> = {}): Door => ({
  openingId: sampleId(9001),
  holdId,
  place: placeSample('A07'),
  purpose: 'deposit',
  stage: 'unlocking',
  since: Date.now(),
  problem: null,
  emptying: false,
  ...change,
});
