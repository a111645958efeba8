// Alerts in the order in which somebody must go, and what each is about.
import type { Alert, CompartmentView, SiteView } from '../contract.ts';
import type { Door } from './site.tsx';

/** Worst first: a person who waits comes right after a door that was forced. */
const gravity: readonly Alert['kind'][] = [
  'forced',
  'person-called',
  'held-open',
  'jammed',
  'cabinet-offline',
  'terminal-frozen',
  'cabinet-fault',
  'scans-guessed',
  'terminal-attended',
  'check-compartment',
  'notice-failed',
  'hq-diverged',
  'hq-quarantine',
];

export const worstFirst = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind) || a.since - b.since);

export const findDoor = ({ cabinets }: SiteView, { cabinet, compartment }: Door): CompartmentView | undefined =>
  cabinets
    .find(({ id }) => id === cabinet)
    ?.rows.flat()
    .find((door) => door.compartment === compartment);

export type Subject =
  | { kind: 'door'; door: Door; label: string }
  | { kind: 'cabinet'; label: string }
  | { kind: 'terminal'; terminal: string }
  | { kind: 'item'; holdId: string }
  | { kind: 'other' };

/** What an alert is about, read from its subject: `cabinet/compartment`, a cabinet, a terminal or an item. */
export const subjectOf = (view: SiteView, { kind, subject }: Alert): Subject => {
  const [, cabinet = '', compartment = ''] = /^([a-z0-9-]+)\/(\d+)$/.exec(subject) ?? [];
  const door = { cabinet, compartment: Number(compartment) };
  const found = findDoor(view, door);
  if (found) return { kind: 'door', door, label: found.label };
  const whole = view.cabinets.find(({ id }) => id === subject);
  if (whole) return { kind: 'cabinet', label: whole.label };
  if (view.terminals.some(({ id }) => id === subject)) return { kind: 'terminal', terminal: subject };
  return kind === 'notice-failed' ? { kind: 'item', holdId: subject } : { kind: 'other' };
};
