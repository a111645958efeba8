// Views as the edge would send them, for tests and pictures of the page: two cabinets, one household, one courier.
import type { DoorView, KioskView, ParcelView, PlaceView, Size, VisitView } from './kiosk/contract.ts';

/** A well-formed id that carries a number, so that tests can name things. */
export const sampleId = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Noon of a day in the past, UTC: what is shown does not change from run to run. */
export const noon = Date.UTC(2026, 2, 14, 4, 5);

const rowOf = (letter: string, first: number, sizes: string): KioskView['cabinets'][number]['rows'][number] =>
  Array.from(sizes, (size, at) => ({
    compartment: first + at,
    label: `${letter}${String(first + at).padStart(2, '0')}`,
    size: size as Size,
  }));

export const portraitScreen: KioskView['screen'] = { widthMm: 344, heightMm: 612, bottomMm: 800 };
export const smallScreen: KioskView['screen'] = { widthMm: 154, heightMm: 86, bottomMm: 1100 };

export const kioskSample = (change: Partial<KioskView> = {}): KioskView => ({
  terminal: 'lobby-1',
  siteTitle: '锦绣花园一期',
  dutyPhone: '0755-2345 6789',
  screen: portraitScreen,
  cabinets: [
    {
      id: 'parcel-a',
      label: 'A',
      online: true,
      rows: [rowOf('A', 17, 'MMMMSSSS'), rowOf('A', 9, 'LLMMSSSS'), rowOf('A', 1, 'LLMMMMSS')],
    },
    {
      id: 'parcel-b',
      label: 'B',
      online: true,
      rows: [rowOf('B', 9, 'MMSS'), rowOf('B', 5, 'LMSS'), rowOf('B', 1, 'LMMS')],
    },
  ],
  waitSeconds: 0,
  attended: false,
  clockTrusted: true,
  calledAt: null,
  now: noon,
  ...change,
});

/** `label` as on the door: A07. */
export const placeSample = (label: string): PlaceView =>
  label.startsWith('S')
    ? { kind: 'shelf', label }
    : {
        kind: 'compartment',
        label,
        cabinet: `parcel-${label.charAt(0).toLowerCase()}`,
        compartment: Number(label.slice(1)),
      };

export const parcelSample = (n: number, change: Partial<ParcelView> = {}): ParcelView => ({
  holdId: sampleId(100 + n),
  waybillTail: String(4820 + 7 * n),
  carrier: ['顺丰', '中通', '京东', '圆通'][n % 4] ?? '',
  size: 'M',
  place: placeSample(['A07', 'A12', 'B03', 'A21', 'B10', 'A02'][n % 6] ?? 'A07'),
  status: 'waiting',
  placedAt: noon - n * 5_400_000,
  addressee: null,
  mine: true,
  actions: ['open', 'proxy'],
  proxy: null,
  ...change,
});

export const doorSample = (change: Partial<DoorView> = {}): DoorView => ({
  openingId: sampleId(500),
  holdId: sampleId(100),
  place: placeSample('A07'),
  purpose: 'collect',
  stage: 'unlocking',
  since: noon,
  problem: null,
  emptying: false,
  ...change,
});

export const visitSample = (change: Partial<VisitView> = {}): VisitView => ({
  visitId: sampleId(1),
  role: 'owner',
  name: '王*明',
  language: null,
  elder: false,
  low: false,
  over: false,
  parcels: [parcelSample(0)],
  door: null,
  recipient: null,
  ...change,
});

export const courierSample = (change: Partial<VisitView> = {}): VisitView =>
  visitSample({ role: 'courier', name: '赵*', parcels: [], ...change });

export const recipientSample = (change: Partial<NonNullable<VisitView['recipient']>> = {}) => ({
  recipientId: sampleId(900),
  consent: 'locker' as const,
  free: { S: 9, M: 5, L: 0 },
  ...change,
});
