// What a decision may look at: the rows of everything that is live now. Finished things leave; the ledger keeps them.
import type {
  Alert,
  Cabinet,
  Compartment,
  Credential,
  Ended,
  Hold,
  Household,
  Invitation,
  Node,
  Opening,
  Person,
  Session,
  SignIns,
  Staff,
  Terminal,
  Visit,
} from './rows.ts';

export type * from './rows.ts';

export interface Tables {
  node: Node;
  households: Household;
  /** Room key → household. */
  rooms: { id: string; householdId: string };
  people: Person;
  credentials: Credential;
  /** Keyed lookup of a code, QR text or card → credential. */
  lookups: { id: string; credentialId: string };
  terminals: Terminal;
  visits: Visit;
  holds: Hold;
  openings: Opening;
  compartments: Compartment;
  cabinets: Cabinet;
  alerts: Alert;
  staff: Staff;
  /** Keyed lookup of the name to sign in with → member of staff. */
  staffNames: { id: string; staffId: string };
  sessions: Session;
  invitations: Invitation;
  signIns: SignIns;
  /** Taken places of the shelf. */
  shelf: { id: string; holdId: string };
  ended: Ended;
  /** When personal data was last gone through for what is over its time. */
  retention: { id: 'retention'; lastRanAt: number };
}
export type Table = keyof Tables;
const everyTable: Record<Table, true> = {
  node: true,
  households: true,
  rooms: true,
  people: true,
  credentials: true,
  lookups: true,
  terminals: true,
  visits: true,
  holds: true,
  openings: true,
  compartments: true,
  cabinets: true,
  alerts: true,
  staff: true,
  staffNames: true,
  sessions: true,
  invitations: true,
  signIns: true,
  shelf: true,
  ended: true,
  retention: true,
};
export const tableNames = Object.keys(everyTable) as Table[];
export type Change = { [T in Table]: { table: T; id: string; row: Tables[T] | null } }[Table];

export const put = <T extends Table>(table: T, row: Tables[T]): Change => ({ table, id: row.id, row }) as Change;
export const drop = (table: Table, id: string): Change => ({ table, id, row: null });

export interface State {
  get<T extends Table>(table: T, id: string): Tables[T] | undefined;
  all<T extends Table>(table: T): Iterable<Tables[T]>;
}

export const compartmentId = (cabinet: string, compartment: number): string => `${cabinet}/${compartment}`;

export const compartmentOf = (state: State, cabinet: string, compartment: number): Compartment =>
  state.get('compartments', compartmentId(cabinet, compartment)) ?? {
    id: compartmentId(cabinet, compartment),
    cabinet,
    compartment,
    door: 'unknown',
    blocked: null,
    holdId: null,
    openingId: null,
  };

export const terminalOf = (state: State, id: string): Terminal =>
  state.get('terminals', id) ?? { id, wrong: [], wrongScans: [], streak: 0, calledAt: null };

/** The opening this visit is busy with, if any: granted, ordered or open. */
export const activeOpening = (state: State, visit: Visit): Opening | undefined => {
  const last = visit.openings.at(-1);
  const opening = last === undefined ? undefined : state.get('openings', last);
  return opening && opening.state !== 'closed' && opening.state !== 'aborted' ? opening : undefined;
};

export const liveVisitAt = (state: State, terminal: string): Visit | undefined => {
  for (const visit of state.all('visits')) if (visit.terminal === terminal) return visit;
  return undefined;
};
