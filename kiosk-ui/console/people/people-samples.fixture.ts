// Answers about people as the edge would send them, for stories and pictures: a compound, its couriers, a file, what is due.
import { noon, sampleId } from '../../samples.fixture.ts';
import type { ConsoleAnswer, PersonRow } from '../contract.ts';
import type { ConsoleDouble } from '../edge-double.fixture.ts';

const names = ['王*明', '李*', '陈*华', '欧阳*雪', '赵*', '周*琪', '吴*', 'F******** T******* M****'];
const relations = ['owner', 'family', 'tenant', 'trustee', null] as const;
const consents = ['locker', 'ask', 'desk', 'locker', 'door'] as const;
const dayMs = 86_400_000;

/** The clear data that `reveal` gives of the first person: none of it may be on the page before or after. */
export const clearSample: ConsoleAnswer<'reveal'> = {
  name: '王小明',
  phone: '13812345678',
  email: 'wang@example.com',
  room: '1-0101室',
};

export const personSample = (n: number, change: Partial<PersonRow> = {}): PersonRow => {
  const relation = relations[n % 5] ?? null;
  const hasTerm = relation === 'tenant' || relation === 'trustee';
  return {
    personId: sampleId(2000 + n),
    householdId: sampleId(9000 + Math.floor(n / 3)),
    room: `${1 + (Math.floor(n / 60) % 40)}-${String(1 + (Math.floor(n / 3) % 20)).padStart(2, '0')}01`,
    name: names[n % 8] ?? '',
    phone: n % 7 === 6 ? '' : `13${n % 10}******${String(10 + (n % 90))}`,
    hasMail: n % 3 === 0,
    role: 'resident',
    relation,
    until: hasTerm ? noon + (n % 2 === 0 ? 200 : -20) * dayMs : null,
    agreedBy: relation === 'trustee' ? '王*明' : null,
    consent: consents[n % 5] ?? 'ask',
    shares: n % 2 === 0,
    elder: n % 6 === 0,
    low: n % 9 === 0,
    language: n % 8 === 7 ? 'en' : null,
    channels: n % 4 === 0 ? ['sms', 'mail'] : [],
    quiet: n % 6 === 0 ? { from: '21:00', to: '09:00' } : null,
    cards: Array.from({ length: n % 3 === 2 ? 0 : (n % 3) + 1 }, (_, card) => sampleId(30_000 + 10 * n + card)),
    waiting: n % 5 === 0 ? 2 : 0,
    ...change,
  };
};

export const courierSample = (n: number, change: Partial<PersonRow> = {}): PersonRow => ({
  ...personSample(n),
  personId: sampleId(8000 + n),
  householdId: null,
  room: '',
  name: ['刘*福', '孙*', '马*军'][n % 3] ?? '',
  role: 'courier',
  relation: null,
  until: null,
  agreedBy: null,
  channels: [],
  quiet: null,
  hasMail: false,
  waiting: 0,
  ...change,
});

export const previewSample: ConsoleAnswer<'previewPeople'> = {
  rows: 412,
  households: 187,
  newPeople: 38,
  changedPeople: 12,
  problems: [
    { row: 17, field: 'phone', code: 'phone', facts: {}, remedy: 'write the phone with digits only' },
    { row: 56, field: 'cards', code: 'card-twice', facts: { line: 12 }, remedy: 'card is also on line 12' },
    { row: 56, field: 'consent', code: 'consent', facts: {}, remedy: 'write locker, desk, door or ask' },
    {
      row: 203,
      field: 'agreedBy',
      code: 'agreed-by',
      facts: {},
      remedy: 'a trustee needs the name of a resident of the same room who agreed',
    },
    { row: 340, field: 'row', code: 'columns', facts: {}, remedy: 'this row has more or fewer columns' },
  ],
};

export const retentionSample = (change: Partial<ConsoleAnswer<'readRetention'>> = {}) => ({
  rules: [
    { rule: 'person-left', kind: 'person' as const, days: 180, source: 'site policy', due: 3 },
    { rule: 'household-left', kind: 'household' as const, days: 180, source: 'site policy', due: 1 },
    { rule: 'staff-left', kind: 'staff' as const, days: 730, source: '档案管理规程 3.3.4', due: 0 },
    { rule: 'key-staff-left', kind: 'staff' as const, days: 1095, source: '档案管理规程 3.3.4', due: 0 },
    { rule: 'receipt-old', kind: 'receipt' as const, days: 365, source: 'site policy', due: 26 },
  ],
  lastRanAt: noon,
  ...change,
});

/** What a page of people is asked, as the double hands it on. */
interface Query {
  role?: unknown;
  search?: unknown;
  relation?: unknown;
}
const fits = (row: PersonRow, { role, search, relation }: Query): boolean =>
  row.role === role &&
  (search === undefined || row.room.startsWith(String(search)) || row.name.startsWith(String(search))) &&
  (relation === undefined || row.relation === relation);

/** The double answers about `count` residents and three couriers. */
export const givePeople = (edge: ConsoleDouble, count = 40): void => {
  const people = [
    ...Array.from({ length: count }, (_, n) => personSample(n)),
    ...Array.from({ length: 3 }, (_, n) => courierSample(n)),
  ];
  const find = (personId: string): PersonRow => people.find((row) => row.personId === personId) ?? personSample(0);
  edge.on('listPeople', ({ query }) => {
    const rows = people.filter((row) => fits(row, query));
    return { asOf: noon, rows, next: null, total: rows.length };
  });
  edge.on('reveal', () => clearSample);
  edge.on('savePerson', ({ body }) => ({
    person: { ...find(body.personId), personId: body.personId, role: body.role },
    code: body.role === 'courier' ? '482 913 760' : null,
  }));
  edge.on('reissueCode', () => ({ code: '305 771 924' }));
  edge.on('bindCard', ({ body }) => ({ person: find(body.personId), code: null }));
  edge.on('revokeCredential', () => ({}));
  edge.on('endPerson', () => ({}));
  edge.on('moveOut', () => ({}));
  edge.on('mergePeople', ({ body }) => ({ person: find(body.into), code: null }));
  edge.on('listDoubles', () => ({
    pairs: [
      { one: personSample(0), other: personSample(8, { room: '1-0101', name: '王*明', phone: '' }) },
      { one: courierSample(0), other: courierSample(3) },
    ],
  }));
  edge.on('previewPeople', () => previewSample);
  edge.on('importPeople', ({ body }) => ({
    imported: 50,
    households: 41,
    problems: body.partial ? previewSample.problems : [],
  }));
  edge.on('readRetention', () => retentionSample());
  edge.on('runRetention', () => ({ erased: 30 }));
  edge.on('readOwnData', ({ id }) => ({ personId: id, data: { ...clearSample }, items: [{ waybill: 'SF1' }] }));
};
