// The HTTP routes of the console, as data: the server mounts them, the OpenAPI document is made of them, the page calls them.
import type { z } from 'zod';
import type { Right } from '../rights.ts';
import * as items from './items.ts';
import * as people from './people.ts';
import * as registers from './registers.ts';
import { nothing } from './shared.ts';
import * as signIn from './sign-in.ts';
import * as site from './site-view.ts';

interface Route {
  method: 'get' | 'post';
  /** Express syntax. */
  path: string;
  /** What one must be allowed to do; `anyone` = signed in or not, `signed-in` = whoever is. */
  right: Right | 'anyone' | 'signed-in';
  summary: string;
  query?: z.ZodType;
  request?: z.ZodType;
  answer: z.ZodType;
  status?: 201;
  /** Server-sent events of that name instead of one answer; `file` = a download made by hand in the handler. */
  event?: 'ledger';
  /** Larger than the usual body: bytes. */
  bodyLimit?: number;
}

const root = '/api/console';
const signature = 256_000;
const file = 12_000_000;

const get = <A extends z.ZodType, R extends Route['right']>(path: string, right: R, answer: A, summary: string) =>
  ({ method: 'get', path: `${root}${path}`, right, answer, summary }) as const;
const post = <Q extends z.ZodType, A extends z.ZodType, R extends Route['right']>(
  path: string,
  right: R,
  words: { request: Q; answer: A; summary: string },
) => ({ method: 'post', path: `${root}${path}`, right, ...words }) as const;

export const consoleRoutes = {
  hello: get('/hello', 'anyone', signIn.hello, 'What this console is'),
  openInvitation: post('/invitations/open', 'anyone', {
    request: signIn.openInvitation,
    answer: signIn.invitationView,
    summary: 'What a one-time link is for',
  }),
  makeAccount: post('/accounts', 'anyone', {
    request: signIn.makeAccount,
    answer: signIn.sessionView,
    summary: 'Use a one-time link: make an account and be signed in',
  }),
  signIn: post('/sessions', 'anyone', {
    request: signIn.signIn,
    answer: signIn.sessionView,
    summary: 'Sign in',
  }),
  readSession: get('/session', 'signed-in', signIn.sessionView, 'Who is signed in here'),
  signOut: post('/session/end', 'signed-in', { request: nothing, answer: nothing, summary: 'Sign out' }),
  changePassword: post('/session/password', 'signed-in', {
    request: signIn.changePassword,
    answer: nothing,
    summary: 'Change one’s own password',
  }),
  listSessions: get('/sessions', 'signed-in', signIn.sessions, 'One’s own sign-ins; all of them for who sees staff'),
  endSession: post('/sessions/end', 'signed-in', {
    request: signIn.endSession,
    answer: signIn.sessions,
    summary: 'End a sign-in elsewhere',
  }),
  readRights: get('/rights', 'signed-in', signIn.rightsTable, 'Which role may do what'),
  listStaff: get('/staff', 'see-staff', signIn.staffList, 'Who has an account'),
  inviteStaff: post('/staff/invite', 'manage-staff', {
    request: signIn.inviteStaff,
    answer: signIn.invitationLink,
    summary: 'Make a one-time link for a new account',
  }),
  changeRoles: post('/staff/roles', 'manage-staff', {
    request: signIn.changeRoles,
    answer: signIn.staffList,
    summary: 'Change somebody’s roles',
  }),
  endStaff: post('/staff/end', 'manage-staff', {
    request: signIn.onStaff,
    answer: signIn.staffList,
    summary: 'End an account at once',
  }),

  readSite: get('/site', 'see-site', site.siteView, 'Cabinets, shelf, counts, alerts and devices'),
  follow: {
    ...get('/stream', 'see-site', site.ledgerNews, 'Every committed fact since Last-Event-ID, and on'),
    event: 'ledger',
  },
  releaseCompartment: post('/compartments/release', 'release-doors', {
    request: site.onCompartment,
    answer: site.siteView,
    summary: 'Put a checked compartment back into use',
  }),
  releaseTerminal: post('/terminals/release', 'release-doors', {
    request: site.onTerminal,
    answer: site.siteView,
    summary: 'Let a terminal take codes again',
  }),
  answerCall: post('/calls/answer', 'answer-calls', {
    request: site.onTerminal,
    answer: site.siteView,
    summary: 'Somebody goes to the terminal',
  }),

  listItems: { ...get('/items', 'see-items', items.itemsPage, 'A list of items'), query: items.itemsQuery },
  readItem: get('/items/:id', 'see-items', items.itemStory, 'One item’s whole story'),
  findRecipients: {
    ...get('/recipients', 'search-people', items.recipients, 'Who an item may be for; recorded'),
    query: items.recipientsQuery,
  },
  readWaybill: {
    ...get('/waybills', 'receive-items', items.waybillView, 'What a waybill tells'),
    query: items.waybillQuery,
  },
  receive: {
    ...post('/items', 'receive-items', {
      request: items.receiveItem,
      answer: items.received,
      summary: 'Receive an item and give it a place',
    }),
    status: 201,
  },
  turnAway: post('/turned-away', 'receive-items', {
    request: items.turnAway,
    answer: nothing,
    summary: 'An item that is not taken',
  }),
  claim: post('/claims', 'hand-over-items', {
    request: items.claim,
    answer: items.claimView,
    summary: 'Who stands at the counter, by card or code',
  }),
  handOver: {
    ...post('/hand-overs', 'hand-over-items', {
      request: items.handOver,
      answer: items.handedOver,
      summary: 'Hand items over against identity and signature',
    }),
    bodyLimit: signature,
  },
  refuse: post('/refusals', 'hand-over-items', {
    request: items.refuseItems,
    answer: items.handedOver,
    summary: 'Refused or damaged on the spot: it goes back',
  }),
  undeliverable: post('/undeliverable', 'return-items', {
    request: items.undeliverable,
    answer: items.handedOver,
    summary: 'Cannot be delivered: back within seven days',
  }),
  publicNotice: post('/public-notices', 'return-items', {
    request: items.onItems,
    answer: items.handedOver,
    summary: 'Unclaimed for a month: the public notice is posted',
  }),
  returnItems: {
    ...post('/returns', 'return-items', {
      request: items.returnItems,
      answer: items.handedOver,
      summary: 'Back to carrier or post office, one list signed once',
    }),
    bodyLimit: signature,
  },
  settle: post('/settlements', 'settle-disputes', {
    request: items.settleDispute,
    answer: items.handedOver,
    summary: 'What became of a disputed item',
  }),
  fetch: post('/fetches', 'hand-over-items', {
    request: items.fetchItem,
    answer: items.deskDoor,
    summary: 'Open a compartment and take the item to the shelf',
  }),
  moveToShelf: post('/shelvings', 'receive-items', {
    request: items.onItem,
    answer: items.deskDoor,
    summary: 'It did not go into the compartment: the shelf',
  }),
  readDoor: get('/doors/:id', 'receive-items', items.deskDoor, 'The door of that visit, as it stands'),
  reissueParcelCode: post('/items/code', 'issue-credentials', {
    request: items.onItem,
    answer: items.codeView,
    summary: 'A new pickup code after a document check',
  }),

  listPeople: { ...get('/people', 'search-people', people.peoplePage, 'People, masked'), query: people.peopleQuery },
  listDoubles: get('/people/doubles', 'edit-people', people.doubles, 'Pairs that look like one person'),
  reveal: post('/reveals', 'reveal-people', {
    request: people.reveal,
    answer: people.revealed,
    summary: 'One person’s data in clear, with a reason; recorded',
  }),
  savePerson: post('/people', 'edit-people', {
    request: people.savePerson,
    answer: people.savedPerson,
    summary: 'Add or change a person',
  }),
  endPerson: post('/people/end', 'edit-people', {
    request: people.endPerson,
    answer: nothing,
    summary: 'A person leaves: cards and codes end',
  }),
  moveOut: post('/households/move-out', 'edit-people', {
    request: people.moveOut,
    answer: nothing,
    summary: 'A household leaves in one step',
  }),
  mergePeople: post('/people/merge', 'edit-people', {
    request: people.merge,
    answer: people.savedPerson,
    summary: 'Two entries are one person',
  }),
  bindCard: post('/cards', 'issue-credentials', {
    request: people.bindCard,
    answer: people.savedPerson,
    summary: 'Bind the card just read',
  }),
  revokeCredential: post('/cards/revoke', 'issue-credentials', {
    request: people.revokeCredential,
    answer: nothing,
    summary: 'A card ends at once',
  }),
  reissueCode: post('/people/code', 'issue-credentials', {
    request: people.onPerson,
    answer: items.codeView,
    summary: 'A courier’s new personal code, shown once',
  }),
  previewPeople: {
    ...post('/people/preview', 'edit-people', {
      request: people.previewFile,
      answer: people.filePreview,
      summary: 'What a CSV would change; changes nothing',
    }),
    bodyLimit: file,
  },
  importPeople: {
    ...post('/people/import', 'edit-people', {
      request: people.importFile,
      answer: people.imported,
      summary: 'Import a CSV',
    }),
    bodyLimit: file,
  },

  listRegisters: get('/registers', 'read-registers', registers.registerList, 'Which registers there are'),
  readRegister: {
    ...get('/registers/:id', 'read-registers', registers.registerPage, 'One register’s rows'),
    query: registers.registerQuery,
  },
  readRetention: get('/retention', 'run-retention', registers.retention, 'What is kept how long, and what is due'),
  runRetention: post('/retention', 'run-retention', {
    request: registers.runRetention,
    answer: registers.erased,
    summary: 'Erase what is due now',
  }),
  readOwnData: get('/people/:id/data', 'export-people', registers.ownData, 'Everything of one person, for that person'),
} as const satisfies Record<string, Route>;

/** Downloads; bytes, made by the same handlers' rooms. */
export const consoleFiles = {
  registerCsv: { path: `${root}/registers/:id/csv`, right: 'read-registers', query: registers.registerQuery },
  registerXlsx: { path: `${root}/registers/:id/xlsx`, right: 'read-registers', query: registers.registerQuery },
  itemsCsv: { path: `${root}/items-csv`, right: 'see-items', query: items.itemsQuery },
  peopleCsv: { path: `${root}/people-csv`, right: 'export-people', query: undefined },
} as const satisfies Record<string, { path: string; right: Right; query: z.ZodType | undefined }>;

export type ConsoleRoute = keyof typeof consoleRoutes;
export type ConsoleFile = keyof typeof consoleFiles;
type RouteOf<N extends ConsoleRoute> = (typeof consoleRoutes)[N];
export type ConsoleRequest<N extends ConsoleRoute> =
  RouteOf<N> extends { request: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type ConsoleQuery<N extends ConsoleRoute> =
  RouteOf<N> extends { query: infer S extends z.ZodType } ? z.infer<S> : undefined;
/** As the page writes it, before defaults. */
export type ConsoleAsked<N extends ConsoleRoute> =
  RouteOf<N> extends { query: infer S extends z.ZodType } ? z.input<S> : undefined;
export type ConsoleAnswer<N extends ConsoleRoute> = z.infer<RouteOf<N>['answer']>;
