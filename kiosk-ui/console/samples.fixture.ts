// Answers as the edge would send them, for stories and pictures of the console: one site, six people on duty, a few dozen items.
import {
  mayDo,
  type Right,
  rights,
  type rights as rightsTable,
  type StaffRole,
  staffRoles,
} from '../../edge/contract/rights.ts';
import { noon, placeSample, sampleId } from '../samples.fixture.ts';
import type {
  CabinetView,
  CompartmentView,
  ConsoleAnswer,
  Hello,
  ItemRow,
  SessionView,
  SiteView,
  Size,
} from './contract.ts';

const names = Object.keys(rights) as (keyof typeof rightsTable)[];
export const mayOf = (roles: readonly StaffRole[]): Right[] => names.filter((right) => mayDo(roles, right));

export const helloSample = (change: Partial<Hello> = {}): Hello => ({
  siteTitle: '锦绣花园一期',
  isNew: false,
  caFingerprint: '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08',
  ...change,
});

export const sessionSample = (change: Partial<SessionView> = {}): SessionView => {
  const roles = change.roles ?? ['desk', 'manager', 'technician'];
  return {
    sessionId: sampleId(700),
    staffId: sampleId(800),
    name: '林晓梅',
    roles,
    may: mayOf(roles),
    siteTitle: '锦绣花园一期',
    timeZone: 'Asia/Shanghai',
    carriers: ['顺丰', '中通', '圆通', '韵达', '京东', '邮政'],
    terminals: ['lobby-1'],
    idleSeconds: 900,
    endsAt: Date.now() + 12 * 3_600_000,
    ...change,
  };
};

const addressees = ['王*明', '李*', '陈*华', '欧阳*雪', '赵*', '周*琪', '吴*'];
const rooms = ['3-1203', '1-0502', '5-2301', '2-0908', '3-0701'];
const carriers = ['顺丰', '中通', '京东', '圆通', '邮政'];

export const itemSample = (n: number, change: Partial<ItemRow> = {}): ItemRow => ({
  holdId: sampleId(100 + n),
  kind: n % 5 === 4 ? 'letter' : 'parcel',
  carrier: carriers[n % 5] ?? '',
  waybillTail: String(1000 + ((n * 37) % 9000)),
  room: rooms[n % 5] ?? '',
  name: addressees[n % 7] ?? '',
  personId: sampleId(5000 + n),
  size: (['S', 'M', 'L'] as const)[n % 3] ?? null,
  condition: 'intact',
  damage: null,
  photo: null,
  status: n % 3 === 0 ? 'at-desk' : 'waiting',
  place: placeSample(
    n % 3 === 0 ? `S${String((n % 24) + 1).padStart(2, '0')}` : `A${String((n % 24) + 1).padStart(2, '0')}`,
  ),
  receivedBy: '林晓梅',
  byDesk: n % 3 === 0,
  receivedAt: noon - n * 1_900_000,
  placedAt: noon - n * 1_900_000 + 60_000,
  endedAt: null,
  notice: 'sent',
  due: null,
  dispute: null,
  actions: ['hand-over', 'refuse'],
  ...change,
});

const rowOf = (letter: string, first: number, sizes: string): CompartmentView[] =>
  Array.from(sizes, (size, at) => ({
    compartment: first + at,
    label: `${letter}${String(first + at).padStart(2, '0')}`,
    size: size as Size,
    low: first < 9,
    state: 'free',
    blocked: null,
    holdId: null,
    since: null,
  }));

/** What differs from "free", by label. */
const doors: Record<string, Partial<CompartmentView>> = {
  A05: { state: 'blocked', blocked: 'dirty' },
  A11: { state: 'forced', blocked: 'forced' },
  A14: { state: 'open', holdId: sampleId(114), since: noon },
  A20: { state: 'reserved', holdId: sampleId(120) },
  B08: { state: 'unknown' },
};
const taken = ['A01', 'A02', 'A07', 'A09', 'A10', 'A12', 'A17', 'A18', 'A22', 'B01', 'B03', 'B04', 'B10', 'B11'];

const cabinetSample = (letter: string, rows: CompartmentView[][]): CabinetView => ({
  id: `parcel-${letter.toLowerCase()}`,
  label: letter,
  presence: 'online',
  since: noon - 86_400_000,
  faults: [],
  rows: rows.map((row) =>
    row.map((door) => ({
      ...door,
      ...(taken.includes(door.label)
        ? { state: 'occupied' as const, holdId: sampleId(100 + door.compartment), since: noon - 3_600_000 }
        : {}),
      ...doors[door.label],
    })),
  ),
});

/** `alerts` and the rest as on a busy noon; give `alerts: []` for a calm one. */
export const siteSample = (change: Partial<SiteView> = {}): SiteView => ({
  asOf: noon,
  cabinets: [
    cabinetSample('A', [rowOf('A', 17, 'MMMMSSSS'), rowOf('A', 9, 'LLMMSSSS'), rowOf('A', 1, 'LLMMMMSS')]),
    {
      ...cabinetSample('B', [rowOf('B', 9, 'MMSS'), rowOf('B', 5, 'LMSS'), rowOf('B', 1, 'LMMS')]),
      faults: ['line-noise'],
    },
  ],
  shelf: {
    places: 40,
    taken: Array.from({ length: 11 }, (_, n) => ({
      shelf: 2 * n + 1,
      label: `S${String(2 * n + 1).padStart(2, '0')}`,
      holdId: sampleId(200 + n),
    })),
  },
  counts: { waiting: 83, today: 46, due: 5, disputed: 2, toReturn: 3, oldestPlacedAt: noon - 5 * 86_400_000 },
  alerts: [
    { id: 'a1', kind: 'check-compartment', subject: 'parcel-a/5', since: noon - 7_200_000 },
    { id: 'a2', kind: 'person-called', subject: 'lobby-1', since: noon - 120_000 },
    { id: 'a3', kind: 'forced', subject: 'parcel-a/11', since: noon - 300_000 },
    { id: 'a4', kind: 'notice-failed', subject: sampleId(104), since: noon - 900_000 },
  ],
  terminals: [{ id: 'lobby-1', calledAt: noon - 120_000, attended: false, frozen: false }],
  notices: { waiting: 2, failed: 1 },
  hqBehind: 0,
  ...change,
});

export const staffSample = (): ConsoleAnswer<'listStaff'> => ({
  rows: (
    [
      ['林晓梅', ['desk', 'manager', 'technician'], true],
      ['周志强', ['guard'], false],
      ['黄丽芳', ['supervisor'], false],
      ['何建国', ['technician'], true],
      ['Fernandes Teixeira Maria João', ['auditor'], false],
    ] as const
  ).map(([name, roles, hasSecondFactor], n) => ({
    staffId: sampleId(800 + n),
    name,
    roles: [...roles],
    hasSecondFactor,
    signedIn: n < 2,
  })),
  invitations: [{ invitationId: sampleId(850), roles: ['desk'], until: noon + 600_000 }],
  mayInvite: ['desk', 'guard', 'supervisor', 'approver', 'technician', 'manager', 'auditor'],
});

export const sessionsSample = (): ConsoleAnswer<'listSessions'> => ({
  rows: [
    {
      sessionId: sampleId(700),
      staffId: sampleId(800),
      name: '林晓梅',
      where: 'Chrome, Windows',
      since: noon,
      isThis: true,
    },
    {
      sessionId: sampleId(701),
      staffId: sampleId(801),
      name: '周志强',
      where: 'Chrome, Android',
      since: noon,
      isThis: false,
    },
  ],
});

export const rightsSample = (): ConsoleAnswer<'readRights'> => ({
  roles: [...staffRoles],
  rows: names.map((right) => ({ right, roles: [...rights[right]] })),
});

/** As an authenticator app reads it. */
export const secondFactorSample: NonNullable<ConsoleAnswer<'openInvitation'>['secondFactor']> = {
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  otpauth: 'otpauth://totp/Menfang:manager?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Menfang',
};
