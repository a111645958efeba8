// What a day brings to the desk, drawn from a seed: its residents, what arrives for them, and what becomes of each item.
import fc from 'fast-check';
import type { ConsoleRequest } from '../../edge/contract/console/routes.ts';
import { header, type Resident } from './people.fixture.ts';

export interface Neighbour extends Resident {
  /** Lives in the same household. */
  flatMate: Resident;
  shares: boolean;
}

type PickUp = 'document' | 'card' | 'code' | 'flat-mate' | 'trustee' | 'kiosk';
export type Fate =
  | { end: 'picked-up'; way: PickUp }
  /** How it is settled; `open-…` is not, and lies in its compartment or is with who took it along. */
  | { end: 'disputed'; way: 'delivered' | 'lost' | 'to-shelf' | 'to-return' | 'open-inside' | 'open-taken' }
  | { end: 'returned'; way: 'refused' | 'damaged' | 'undeliverable' | 'unclaimed' }
  | { end: 'stays' };

type Item = Pick<ConsoleRequest<'receive'>, 'kind' | 'carrier' | 'waybill' | 'size' | 'condition' | 'damage' | 'photo'>;
export interface Arrival {
  n: number;
  item: Item;
  owner: Neighbour;
  /** The desk offers a compartment. */
  inLocker: boolean;
  fate: Fate;
  /** Two of the staff do the same with it at the same moment. */
  contested: 'receiving' | 'handing-over' | null;
  /** An answer was lost, and the page asks again. */
  isRepeated: boolean;
}
export interface Dose {
  arrivals: number;
  disputes: number;
  returns: number;
  /** Nobody ever comes for them. */
  stays: number;
  seed: number;
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const carriers: readonly [name: string, prefix: string][] = [
  ['顺丰', 'SF'],
  ['京东', 'JD'],
  ['圆通', 'YT'],
  ['中国邮政', 'KA'],
];

/** Two residents in each of the households; names, phones, rooms and cards are marked. */
export const neighbours = (households: number): Neighbour[] =>
  Array.from({ length: households }, (_, n) => {
    const resident = (m: number): Resident => ({
      room: `${1 + (n % 9)}-Z${1001 + n}`,
      name: `${surnames[(n + m) % surnames.length]}标记${surnames[(n * 7 + m) % surnames.length]}${1000 + 2 * n + m}`,
      phone: `1389987${4000 + 2 * n + m}`,
      card: `4712${String(2 * n + m).padStart(6, '0')}`,
    });
    const [one, other] = [resident(0), resident(1)];
    const shares = n % 4 > 0;
    return [
      { ...one, flatMate: other, shares },
      { ...other, flatMate: one, shares },
    ];
  }).flat();

export const neighboursFile = (people: readonly Neighbour[]): string =>
  [
    header,
    ...people.map(({ room, name, phone, card, shares }, n) => {
      const rest = `locker,${shares ? 'yes' : 'no'},${n % 9 === 0 ? 'yes' : 'no'},no,`;
      return `resident,${room},${name},${phone},,${card},${rest}`;
    }),
  ].join('\n');

const cycle = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
const disputes = ['delivered', 'lost', 'to-shelf', 'to-return', 'open-inside', 'open-taken'] as const;
const returns = ['refused', 'undeliverable', 'unclaimed', 'damaged'] as const;
const pickUps = ['document', 'card', 'kiosk', 'code', 'flat-mate', 'trustee', 'card', 'document'] as const;

const fates = ({ arrivals, disputes: disputed, returns: returned, stays }: Dose): Fate[] =>
  Array.from({ length: arrivals }, (_, n): Fate => {
    if (n < disputed) return { end: 'disputed', way: cycle(disputes, n) };
    if (n < disputed + returned) return { end: 'returned', way: cycle(returns, n - disputed) };
    if (n < disputed + returned + stays) return { end: 'stays' };
    return { end: 'picked-up', way: cycle(pickUps, n) };
  });

const drawn = fc.noBias(
  fc.record({
    kind: fc.constantFrom('parcel', 'parcel', 'parcel', 'express', 'letter'),
    carrier: fc.constantFrom(...carriers),
    size: fc.constantFrom('S', 'S', 'M', 'L'),
    isDamaged: fc.nat(14).map((n) => n === 0),
    hasWaybill: fc.nat(3).map((n) => n > 0),
    owner: fc.nat(),
    luck: fc.nat(99),
  }),
);

/** A letter is nobody else's; what does not share either. */
const fitting = (fate: Fate, { shares }: Neighbour, kind: Item['kind']): Fate =>
  fate.end === 'picked-up' && fate.way === 'flat-mate' && (!shares || kind === 'letter')
    ? { ...fate, way: 'trustee' }
    : fate;

/** The same from the same seed. What is collected at the locker or disputed there goes into a compartment, and is whole. */
export const planDay = (dose: Dose, people: readonly Neighbour[]): Arrival[] => {
  const { arrivals, seed } = dose;
  const all = fates(dose);
  const [order = []] = fc.sample(fc.shuffledSubarray(all, { minLength: arrivals }), { seed, numRuns: 1 });
  return fc.sample(drawn, { seed, numRuns: arrivals }).map(({ luck, ...one }, n) => {
    const wanted = order[n] ?? { end: 'stays' };
    const atLocker = wanted.end === 'disputed' || (wanted.end === 'picked-up' && wanted.way === 'kiosk');
    const kind = atLocker ? 'parcel' : one.kind;
    const isDamaged = one.isDamaged && !atLocker;
    const [carrier, prefix] = one.carrier;
    const owner = cycle(people, one.owner);
    const waybill =
      kind === 'letter' && !one.hasWaybill ? null : `${prefix}20260${String(seed * 10_000 + n).padStart(8, '0')}`;
    const inLocker = atLocker || luck < 8;
    const condition = isDamaged ? 'damaged' : 'intact';
    const damage = isDamaged ? ({ damage: 'wet', photo: `P-${n}` } as const) : { damage: null, photo: null };
    const isByCode = wanted.end === 'picked-up' && wanted.way === 'code';
    const contest =
      inLocker || waybill === null || isByCode || luck < 90 ? null : luck % 2 ? 'receiving' : 'handing-over';
    return {
      n,
      item: { kind, carrier, waybill, size: one.size, condition, ...damage },
      owner,
      inLocker,
      fate: fitting(wanted, owner, kind),
      contested: contest,
      isRepeated: luck % 5 === 3,
    };
  });
};
