// Rows laid over other rows: what a batch being decided, or a decision with several steps, already knows before anything is committed.
import type { Fact, Instant } from '../contract/events.ts';
import { evolve } from './evolve.ts';
import type { Change, State, Table, Tables } from './state.ts';

/** A state that shows `base` with changes on top; `base` is never touched. */
export interface Overlay extends State {
  apply(changes: readonly Change[]): void;
  /** The last change of each row, in no order. */
  changes(): Change[];
}

type Rows = Map<string, Change>;

export const overlay = (base: State): Overlay => {
  const tables = new Map<Table, Rows>();
  const rowsOf = (table: Table): Rows | undefined => tables.get(table);
  return {
    get<T extends Table>(table: T, id: string): Tables[T] | undefined {
      const change = rowsOf(table)?.get(id);
      return change ? ((change.row as Tables[T] | null) ?? undefined) : base.get(table, id);
    },
    *all<T extends Table>(table: T): Generator<Tables[T]> {
      const rows = rowsOf(table);
      for (const row of base.all(table)) if (!rows?.has(row.id)) yield row;
      for (const change of rows?.values() ?? []) if (change.row) yield change.row as Tables[T];
    },
    apply(changes) {
      for (const change of changes) {
        const rows = rowsOf(change.table) ?? new Map<string, Change>();
        rows.set(change.id, change);
        tables.set(change.table, rows);
      }
    },
    changes: () => [...tables.values()].flatMap((rows) => [...rows.values()]),
  };
};

/** The state as it will be once `facts` are recorded. */
export const after = (state: State, facts: readonly Fact[], at: Instant): State => {
  const next = overlay(state);
  for (const fact of facts) next.apply(evolve(next, { ...fact, at }));
  return next;
};

/** Live rows in memory: the mirror of the committed tables. */
export const memory = (): State & { apply(changes: readonly Change[]): void } => {
  const tables = new Map<Table, Map<string, { id: string }>>();
  const rowsOf = <T extends Table>(table: T) => tables.get(table) as Map<string, Tables[T]> | undefined;
  return {
    get: (table, id) => rowsOf(table)?.get(id),
    all: (table) => rowsOf(table)?.values() ?? [],
    apply(changes) {
      for (const { table, id, row } of changes) {
        const rows = tables.get(table) ?? new Map<string, { id: string }>();
        if (row) rows.set(id, row);
        else rows.delete(id);
        tables.set(table, rows);
      }
    },
  };
};
