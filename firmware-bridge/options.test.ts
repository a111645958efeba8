// The command line and the files it names: what is wrong is said in words that help.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.ts';

const cabinet = { id: 'a', label: 'A', profile: 'parcel-24', port: 'line-1', board: 1 };
const site = {
  site: 'demo',
  title: 'Demo',
  broker: { host: '127.0.0.1', port: 8_883 },
  terminals: [{ id: 'kiosk', port: 8_080, cabinets: ['a'] }],
  ports: [{ id: 'line-1', bridge: 'bridge-1', path: '/dev/ttyUSB0' }],
  cabinets: [cabinet],
};

describe('bridge options', () => {
  let folder: string;
  const args = (change: Record<string, string | undefined> = {}): string[] =>
    Object.entries({
      site: join(folder, 'site.json'),
      name: 'bridge-1',
      keys: folder,
      data: folder,
      ...change,
    }).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]));
  const writeSite = (change: object): void =>
    writeFileSync(join(folder, 'site.json'), JSON.stringify({ ...site, ...change }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'options-'));
    writeSite({});
    for (const name of ['ca.pem', 'bridge-1.pem', 'bridge-1.key']) writeFileSync(join(folder, name), name);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('name the lines of this bridge, with their boards and profiles', () => {
    writeSite({
      ports: [...site.ports, { id: 'line-2', bridge: 'bridge-2', path: '/dev/ttyUSB1' }],
      cabinets: [
        cabinet,
        { ...cabinet, id: 'b', label: 'B', port: 'line-2' },
        { ...cabinet, id: 'c', label: 'C', profile: 'parcel-12', board: 2 },
      ],
    });
    const { lines = [], keys, broker } = readOptions(args()) ?? {};
    assert.deepEqual(
      lines.map(({ port }) => port),
      [{ id: 'line-1', path: '/dev/ttyUSB0', baud: 9_600 }],
    );
    assert.deepEqual(
      lines[0]?.cabinets.map(({ board }) => [board.cabinet, board.board, board.compartments.length]),
      [
        ['a', 1, 24],
        ['c', 2, 12],
      ],
    );
    assert.deepEqual(keys, { ca: 'ca.pem', cert: 'bridge-1.pem', key: 'bridge-1.key' });
    assert.deepEqual(broker, site.broker);
    assert.deepEqual(readOptions(args({ broker: 'edge.local:1234' }))?.broker, { host: 'edge.local', port: 1_234 });
  });

  it('ask for help with undefined', () => assert.equal(readOptions(['--help']), undefined));

  it('name the field and the remedy when they are wrong', () => {
    const cases: [Record<string, string | undefined>, object, RegExp][] = [
      [{ site: undefined }, {}, /--site is missing; name the site file/],
      [{ data: '' }, {}, /--data is missing/],
      [{ name: 'bridge-9' }, {}, /ports: no port has "bridge": "bridge-9"/],
      [{ broker: 'nowhere' }, {}, /--broker: "nowhere" is not HOST:PORT/],
      [{ broker: 'a:99999' }, {}, /--broker: "a:99999"/],
      [{ keys: '/nonexistent' }, {}, /--keys: \/nonexistent\/ca.pem cannot be read.*enrol/],
      [{}, { broker: { port: 0 } }, /broker.port: 0 .*give --broker/],
      [{}, { cabinets: [{ ...cabinet, board: 0 }] }, /board/],
      [{ color: 'red' }, {}, /--color/],
    ];
    for (const [flags, change, message] of cases) {
      writeSite(change);
      assert.throws(() => readOptions(args(flags)), { name: /Error/, message });
    }
  });

  it('that are wrong end the program with 2 and one line', () => {
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const ran = spawnSync(process.execPath, ['--import', 'tsx', main, ...args({ name: undefined })], {
      encoding: 'utf8',
    });
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, 'firmware-bridge: --name is missing; name a bridge of the site file\n');
  });
});
