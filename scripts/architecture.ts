// Who may import whom: the walls of the house, as data, and the reading of imports that keeps them.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** A room: the longest prefix that fits a file names it. What is not listed may not be imported; `node:` modules are free unless `pure`. */
interface Room {
  at: string;
  /** Rooms it may import besides itself; a trailing `types` allows type imports only. */
  rooms: string[];
  npm: string[];
  /** No I/O: not even `node:` modules, unless named in npm. */
  pure?: boolean;
}

const contract = 'edge/contract/';
export const rooms: Room[] = [
  { at: contract, rooms: [], npm: ['zod'], pure: true },
  { at: 'edge/domain/', rooms: [contract], npm: [], pure: true },
  { at: 'edge/ledger/sqlite.ts', rooms: ['edge/ledger/'], npm: ['sqlite3'] },
  { at: 'edge/ledger/', rooms: [contract, 'edge/domain/'], npm: [] },
  {
    at: 'edge/secrets/',
    rooms: [contract],
    npm: ['@peculiar/x509', '@node-rs/argon2', 'otpauth', 'zod', 'reflect-metadata'],
  },
  { at: 'edge/words/', rooms: [contract], npm: [] },
  { at: 'edge/dispatch.ts', rooms: [contract, 'edge/domain/', 'edge/ledger/'], npm: [] },
  {
    at: 'edge/links/broker',
    rooms: [contract, 'edge/secrets/', 'edge/links/broker'],
    npm: ['aedes', 'aedes-persistence', 'mqtt-packet', 'pino types'],
  },
  { at: 'edge/links/hq', rooms: [contract, 'edge/ledger/', 'edge/links/hq'], npm: ['mqtt', 'zod', 'pino types'] },
  {
    at: 'edge/links/notices/',
    rooms: ['edge/dispatch.ts types', 'edge/ledger/', 'edge/secrets/', contract, 'edge/words/', 'edge/domain/'],
    npm: ['nodemailer', 'zod', 'pino types'],
  },
  {
    at: 'edge/links/',
    rooms: [contract, 'edge/dispatch.ts', 'edge/ledger/', 'edge/domain/', 'edge/links/'],
    npm: ['pino types', 'zod types'],
  },
  {
    at: 'edge/api/',
    rooms: [
      contract,
      'edge/domain/',
      'edge/dispatch.ts',
      'edge/ledger/',
      'edge/secrets/',
      'edge/words/',
      'edge/links/ types',
      'edge/links/broker/token-bucket.ts',
      'edge/config.ts types',
    ],
    npm: [
      'express',
      'helmet',
      'zod',
      'pino types',
      'prom-client',
      '@asteasolutions/zod-to-openapi',
      'csv-parse',
      'csv-stringify',
      'pinyin-pro',
      'write-excel-file',
      'uuidv7',
    ],
  },
  { at: 'edge/', rooms: ['edge/', 'device-profiles/'], npm: ['pino', 'uuidv7'] },
  { at: 'device-profiles/', rooms: [], npm: ['zod'] },
  { at: 'firmware-bridge/protocols/', rooms: [], npm: ['node:crypto'], pure: true },
  {
    at: 'firmware-bridge/devices/',
    rooms: ['firmware-bridge/protocols/', 'firmware-bridge/ports/port.ts', contract, 'device-profiles/'],
    npm: [],
  },
  { at: 'firmware-bridge/ports/', rooms: ['firmware-bridge/ports/'], npm: ['serialport'] },
  { at: 'firmware-bridge/simulated/', rooms: [], npm: ['zod'] },
  {
    at: 'firmware-bridge/bridge.ts',
    rooms: ['firmware-bridge/', contract, 'device-profiles/'],
    npm: ['mqtt', 'zod', 'pino types'],
  },
  { at: 'firmware-bridge/', rooms: ['firmware-bridge/', contract, 'device-profiles/'], npm: ['pino', 'uuidv7', 'zod'] },
  {
    at: 'kiosk-ui/',
    rooms: [`${contract} types`],
    npm: ['preact', '@preact/signals', 'uqr', 'signature_pad', 'vite', '@preact/preset-vite'],
  },
  { at: 'scripts/', rooms: ['edge/', 'firmware-bridge/', 'kiosk-ui/', 'device-profiles/'], npm: ['*'] },
];

export interface Import {
  from: string;
  /** A project path, or the name of a package or `node:` module. */
  to: string;
  isRelative: boolean;
  isType: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"`]([^'"`]+)['"`]\s*\)/g;

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** Every import of a file: static, re-exported and dynamic. */
export const importsOf = (root: string, file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const read = (specifier: string, isType: boolean): Import => {
    const isRelative = specifier.startsWith('.');
    const to = isRelative ? relative(root, normalize(join(root, dirname(file), specifier))) : packageOf(specifier);
    return { from: file, to, isRelative, isType };
  };
  return [
    ...[...text.matchAll(statement)].map((match) => read(match[2] ?? '', match[1] !== undefined)),
    ...[...text.matchAll(dynamic)].map((match) => read(match[1] ?? '', false)),
  ];
};

const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ at }) => file.startsWith(at)).sort((a, b) => b.at.length - a.at.length)[0];

const allows = (list: string[], fits: (entry: string) => boolean, isType: boolean): boolean =>
  list.some((entry) => (entry.endsWith(' types') ? isType && fits(entry.slice(0, -' types'.length)) : fits(entry)));

/** Why this import breaks a wall; undefined when it does not. Tests and what only they use may look at anything. */
export const problemOf = (one: Import): string | undefined => {
  const room = roomOf(one.from);
  if (!room) return `${one.from} stands in no room of the house`;
  if (/\.(test|story|fixture)\.tsx?$/.test(one.from)) return undefined;
  const says = `${one.from} may not import ${one.to}`;
  if (one.isRelative)
    return one.to.startsWith(room.at) || allows(room.rooms, (entry) => one.to.startsWith(entry), one.isType)
      ? undefined
      : says;
  if (one.to.startsWith('node:') && !room.pure) return undefined;
  return allows(room.npm, (entry) => entry === '*' || entry === one.to, one.isType) ? undefined : says;
};
