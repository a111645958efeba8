// The people of the stories: every name, phone, room and card is marked, so that a leak of any of them can be found.

export interface Resident {
  room: string;
  name: string;
  phone: string;
  card: string;
}

const resident = (n: number, room: string, name: string): Resident => ({
  room,
  name,
  phone: `1389987${String(n).padStart(4, '0')}`,
  card: `4711${String(n).padStart(6, '0')}`,
});

/** Agrees to lockers and shares with the household. */
export const owner = resident(6101, '7-Z801', '王标记');
/** Of the same household; keeps parcels to herself. */
export const flatMate = resident(6102, '7-Z801', '李标记');
/** Elder mode, low compartments. */
export const elder = resident(6103, '7-Z802', '陈标记');
export const asksFirst = resident(6104, '7-Z803', '周标记');
export const wantsDesk = resident(6105, '7-Z804', '吴标记');
export const wantsDoor = resident(6106, '7-Z805', '郑标记');
export const neighbour = resident(6107, '7-Z806', '冯标记');
/** Of a room that is typed with digits alone. */
export const kioskOwner = resident(6108, '97-1901', '褚标记');

const rows: [Resident, string][] = [
  [owner, 'locker,yes,no,no,zh-CN'],
  [flatMate, 'locker,no,no,no,'],
  [elder, 'locker,yes,yes,yes,zh-CN'],
  [asksFirst, 'ask,no,no,no,en'],
  [wantsDesk, 'desk,no,no,no,'],
  [wantsDoor, 'door,no,no,no,'],
  [neighbour, 'locker,yes,no,no,zh-HK'],
  [kioskOwner, 'locker,no,no,no,zh-CN'],
];
const couriers = [
  { name: '赵标记', phone: '13899876201' },
  { name: '孙标记', phone: '13899876202' },
];

export const header = 'role,room,name,phone,email,cards,consent,shares,elder,low,language';
export const peopleFile = [
  header,
  ...rows.map(([{ room, name, phone, card }, rest]) => `resident,${room},${name},${phone},,${card},${rest}`),
  ...couriers.map(({ name, phone }) => `courier,,${name},${phone},,,,,,,`),
].join('\n');

export const phoneTail = ({ phone }: Resident): string => phone.slice(-4);

/** What must stand in no ledger, log, error or other people's screen [S10]. */
export const personalMarks: readonly string[] = [
  '标记',
  ...rows.flatMap(([{ room, phone, card }]) => [room, phone, card]),
  ...couriers.map(({ phone }) => phone),
];
