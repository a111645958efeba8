// What the menfang command says: its usage, and results as lines a technician reads.
import type { Said } from '../api/office.ts';
import { verbs } from './verbs.ts';

const about: Record<string, string> = {
  init: 'makes the data folder, keys and certificates; without --site also a site file to edit',
  run: 'runs the edge until it is stopped',
  'people import': 'imports households, residents and couriers; nothing unless every row is good, or --partial',
  'people list': 'lists people, masked',
  'people code': 'shows a courier’s personal code; --new voids it and makes another',
  'card bind': 'binds a card to a person',
  'card revoke': 'revokes a card at once',
  'parcel code': 'makes a new pickup code after a document check; the former one is void',
  enroll: 'makes a certificate for a device; --replace voids its former one',
  'release terminal': 'lets a terminal take codes again after too many wrong ones',
  'release compartment': 'puts a checked compartment back into use',
  'call answered': 'notes that somebody has come to the terminal',
  verify: 'proves the ledger whole; --head EPOCH:SEQ:HASH also against headquarters',
  ledger: 'prints every event, one JSON a line; --after SEQ skips',
  backup: 'writes a copy of the ledger while the node goes on',
  restore: 'makes the ledger anew from a backup, in a new epoch',
  rebuild: 'folds all events again and replaces live rows and views; stop the edge first',
  status: 'how the node is',
};

export const usage = (name?: string): string => {
  const one = (verb: string): string =>
    `  menfang ${[verb, ...(verbs[verb]?.args ?? [])].join(' ').padEnd(36)} ${about[verb] ?? ''}`;
  const lines = name === undefined ? Object.keys(verbs).map(one) : [one(name)];
  return [
    'menfang — the gatehouse of a site',
    '',
    ...lines,
    '',
    '  --data DIR   the node’s folder (MENFANG_DATA, else ./data)',
    '  --site FILE  the site file (MENFANG_SITE, else DIR/site.json)',
    '  --json       one JSON answer for machines',
    '  --help       this',
  ].join('\n');
};

const line = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const lines = (data: unknown): string => {
  if (Array.isArray(data)) return data.map(line).join('\n');
  if (typeof data !== 'object' || data === null) return String(data);
  return Object.entries(data)
    .map(([name, value]) =>
      Array.isArray(value) && value.length > 0
        ? `${name}:\n${value.map((one) => `  ${line(one)}`).join('\n')}`
        : `${name}: ${line(value)}`,
    )
    .join('\n');
};

export const show = (said: Said): string => {
  if (said.ok) return lines(said.data);
  const rows = (said.problems ?? []).map(({ row, field, remedy }) => `  line ${row}, ${field}: ${remedy}`);
  return [said.problem, ...rows].join('\n');
};
