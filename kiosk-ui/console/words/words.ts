// What the frame of the console and its shared parts can say. Pages have sections of their own.
import type { ItemRow, RefusalCode, Right, Size, StaffRole } from '../contract.ts';

export interface FrameWords {
  /** The name of this language in itself. */
  name: string;
  console: string;
  /** Joins two short pieces on one line. */
  dot: string;
  /** Stands between the name of something and what it is. */
  colon: string;
  language: string;
  shell: {
    pages: string;
    group: { desk: string; people: string; site: string; office: string };
    search: string;
    searchHint: string;
    attention: (n: number) => string;
    calm: string;
    account: string;
    signOut: string;
    password: string;
    staleSince: (time: string) => string;
    nothingHere: string;
    nothingHereLead: string;
    loading: string;
    noAnswer: string;
    noAnswerLead: string;
  };
  idle: { title: string; lead: (seconds: number) => string; stay: string; leave: string };
  table: {
    empty: string;
    noMatch: string;
    loading: string;
    rows: (n: number) => string;
    selected: (n: number) => string;
    selectAll: string;
    selectRow: string;
    selectNone: string;
    sortBy: (column: string) => string;
    removeFilter: (filter: string) => string;
    removeAll: string;
  };
  signature: { label: string; lead: string; erase: string; keyboard: string; signed: string };
  close: string;
  cancel: string;
  back: string;
  save: string;
  next: string;
  copy: string;
  copied: string;
  retry: string;
  optional: string;
  none: string;
  size: Record<Size, string>;
  place: { shelf: (label: string) => string; compartment: (label: string) => string; none: string };
  item: {
    kind: Record<ItemRow['kind'], string>;
    status: Record<ItemRow['status'], string>;
    tail: (tail: string) => string;
  };
  role: Record<StaffRole, string>;
  right: Record<Right, string>;
  refused: Record<RefusalCode | 'lost', string>;
}
