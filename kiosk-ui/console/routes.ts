// Where each route of the console is: paths only, for the contract's own table carries its schemas. A test compares the two.
import type { ConsoleAsked, ConsoleFile, ConsoleRequest, ConsoleRoute } from './contract.ts';

/** Routes that change or check something, by POST. */
export type AskRoute = { [N in ConsoleRoute]: ConsoleRequest<N> extends undefined ? never : N }[ConsoleRoute];
/** Routes that are only read. */
export type ReadRoute = Exclude<ConsoleRoute, AskRoute | 'follow'>;

export const root = '/api/console';

export const asks = {
  openInvitation: '/invitations/open',
  makeAccount: '/accounts',
  signIn: '/sessions',
  signOut: '/session/end',
  changePassword: '/session/password',
  endSession: '/sessions/end',
  inviteStaff: '/staff/invite',
  changeRoles: '/staff/roles',
  endStaff: '/staff/end',
  releaseCompartment: '/compartments/release',
  releaseTerminal: '/terminals/release',
  answerCall: '/calls/answer',
  receive: '/items',
  turnAway: '/turned-away',
  claim: '/claims',
  handOver: '/hand-overs',
  refuse: '/refusals',
  undeliverable: '/undeliverable',
  publicNotice: '/public-notices',
  returnItems: '/returns',
  settle: '/settlements',
  fetch: '/fetches',
  moveToShelf: '/shelvings',
  reissueParcelCode: '/items/code',
  reveal: '/reveals',
  savePerson: '/people',
  endPerson: '/people/end',
  moveOut: '/households/move-out',
  mergePeople: '/people/merge',
  bindCard: '/cards',
  revokeCredential: '/cards/revoke',
  reissueCode: '/people/code',
  previewPeople: '/people/preview',
  importPeople: '/people/import',
  runRetention: '/retention',
} as const satisfies Record<AskRoute, string>;

/** These change nothing that could be done twice, so they carry no command id. */
export const withoutCommandId: readonly AskRoute[] = ['openInvitation', 'signOut', 'previewPeople'];

export const reads = {
  hello: '/hello',
  readSession: '/session',
  listSessions: '/sessions',
  readRights: '/rights',
  listStaff: '/staff',
  readSite: '/site',
  listItems: '/items',
  readItem: '/items/:id',
  findRecipients: '/recipients',
  readWaybill: '/waybills',
  readDoor: '/doors/:id',
  listPeople: '/people',
  listDoubles: '/people/doubles',
  listRegisters: '/registers',
  readRegister: '/registers/:id',
  readRetention: '/retention',
  readOwnData: '/people/:id/data',
} as const satisfies Record<ReadRoute, string>;

export const files = {
  registerCsv: '/registers/:id/csv',
  registerXlsx: '/registers/:id/xlsx',
  itemsCsv: '/items-csv',
  peopleCsv: '/people-csv',
} as const satisfies Record<ConsoleFile, string>;

export const streamPath = `${root}/stream`;

interface Wanted {
  id?: string | undefined;
  query?: object | undefined;
}

/** What a reading needs: its query when the route has one, and the id in its path. */
export type Asking<N extends ReadRoute> = Wanted &
  ([ConsoleAsked<N>] extends [undefined] ? { query?: undefined } : { query: ConsoleAsked<N> }) &
  ((typeof reads)[N] extends `${string}:id${string}` ? { id: string } : { id?: undefined });

type Value = string | number | boolean | null | undefined;

/** A path with its id and query filled in; what is undefined is left out. */
export const pathOf = (path: string, { id = '', query = {} }: Wanted): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query) as [string, Value][])
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  const tail = search.size === 0 ? '' : `?${search}`;
  return `${root}${path.replace(':id', encodeURIComponent(id))}${tail}`;
};

/** The address of a download, for a link. */
export const fileAddress = (name: ConsoleFile, wanted: Wanted = {}): string => pathOf(files[name], wanted);
