// How long what is known of people is kept: each rule with its source, and what is due by it [law and practice: maximum retention by kind].
import type { EventData, Instant } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { isOver } from '../custody/hold.ts';
import { latest } from '../latest.ts';
import type { Ended, Person, State } from '../state.ts';

interface RetentionPolicy {
  kind: EventData<'DataErased'>['kind'];
  /** From the end to the erasure. */
  days: number;
  /** Clause of the office's procedures, or "site policy". */
  source: string;
}

export const retention = {
  /** Long enough for a complaint about the last parcel. */
  'person-left': { kind: 'person', days: 180, source: 'site policy' },
  'household-left': { kind: 'household', days: 180, source: 'site policy' },
  'staff-left': { kind: 'staff', days: 2 * 365, source: '档案管理规程 3.3.4' },
  'key-staff-left': { kind: 'staff', days: 3 * 365, source: '档案管理规程 3.3.4' },
  /** Signatures and the last four of documents. */
  'receipt-old': { kind: 'receipt', days: 365, source: 'site policy' },
} as const satisfies Record<string, RetentionPolicy>;
export type RetentionRule = keyof typeof retention;
export const retentionRules = Object.keys(retention) as RetentionRule[];

export const dayMs = 86_400_000;

/** Posts whose leavers' files are kept longer [档案管理规程 3.3.4]. */
const keyPosts: readonly StaffRole[] = ['manager', 'technician', 'approver'];
export const staffRule = (roles: readonly StaffRole[]): RetentionRule =>
  roles.some((role) => keyPosts.includes(role)) ? 'key-staff-left' : 'staff-left';

/** `untilMs`: whose end lies before it is erased. */
export const overBefore = (rule: RetentionRule, nowMs: number): number => nowMs - retention[rule].days * dayMs;

/**
 * The mandate of a trustee or the stay of a tenant is over: no identification, no hand-over. `nowMs` is the latest wall time known: time that went back
 * renews nothing [S14].
 */
export const isPastTerm = ({ until }: Pick<Person, 'until'>, nowMs: number): boolean => until !== null && nowMs > until;

export interface Due {
  subject: string;
  kind: RetentionPolicy['kind'];
  rule: RetentionRule;
}

/** Who still has something in the office's keeping, and whose room it is for. */
const inUse = (state: State): Set<string> => {
  const used = new Set<string>();
  for (const hold of state.all('holds'))
    if (!isOver(hold.status))
      for (const id of [hold.personId, hold.householdId, hold.courierId, hold.staffId]) if (id !== null) used.add(id);
  return used;
};

const dueOf = ({ id, kind, rule }: Pick<Ended, 'id' | 'kind' | 'rule'>): Due => ({ subject: id, kind, rule });

/**
 * People, households and staff whose time is over. Only a synced clock says so: what is erased by a wrong one cannot be brought back. Receipts are told by
 * the ledger's views.
 */
export const dueForErasure = (state: State, now: Instant): Due[] => {
  if (now.clock !== 'synced') return [];
  const used = inUse(state);
  const left = [...state.all('ended')].filter(({ endedAt, rule }) => endedAt < overBefore(rule, now.wallMs));
  const past = [...state.all('people')].filter((person) => isPastTerm(person, overBefore('person-left', now.wallMs)));
  const empty = [...state.all('households')].filter(({ people }) => people.length === 0);
  return [
    ...left.map(dueOf),
    ...past.map(({ id }) => dueOf({ id, kind: 'person', rule: 'person-left' })),
    ...empty.map(({ id }) => dueOf({ id, kind: 'household', rule: 'household-left' })),
  ].filter(({ subject }) => !used.has(subject));
};

/** When somebody left, for the row that is kept of them: a clock that nobody trusts does not date it back [S14]. */
export const endedNow = (state: State, ended: Pick<Ended, 'id' | 'kind' | 'rule'>, at: Instant): Ended => ({
  ...ended,
  endedAt: latest(state.get('node', 'node')?.latestMs ?? 0, at),
});
