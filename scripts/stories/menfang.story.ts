// Every verb of the menfang command, with the edge running and stopped, with good words and bad ones.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../edge/ledger/sqlite.ts';
import { asJson, menfang, type Told } from './menfang.fixture.ts';
import { header, neighbour, owner, peopleFile, personalMarks } from './people.fixture.ts';
import { Site } from './site.fixture.ts';
import { isRefusal } from './visitor.fixture.ts';

interface Said {
  ok: boolean;
  data: Record<string, unknown>;
  problem: string;
  problems: { row: number; field: string; remedy: string }[];
}
interface Person {
  personId: string;
  role: string;
  name: string;
}

const verbs = [
  'init',
  'run',
  'people import',
  'people list',
  'people code',
  'card bind',
  'card revoke',
  'parcel code',
  'enroll',
  'release terminal',
  'release compartment',
  'call answered',
  'verify',
  'ledger',
  'backup',
  'restore',
  'rebuild',
  'status',
];

describe('the menfang command', () => {
  const site = new Site();
  const folder = mkdtempSync(join(tmpdir(), 'menfang-shell-'));
  const at = (name: string): string => join(folder, name);
  const file = (name: string, text: string): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const json = async (data: string, ...words: string[]): Promise<Said> =>
    asJson(await menfang(data, ...words, '--json')) as Said;
  const well = async (data: string, ...words: string[]): Promise<Said> => {
    const said = await json(data, ...words);
    assert.equal(said.ok, true, `${words.join(' ')}: ${said.problem}`);
    return said;
  };
  const siteFile = (): string => join(site.data, 'site.json');

  before(() => site.start());
  after(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('explains itself and each verb', async () => {
    const all = await menfang(folder, '--help');
    assert.equal(all.code, 0);
    for (const verb of verbs) assert.ok(all.out.includes(`menfang ${verb}`), verb);
    const each = await Promise.all(verbs.map((verb) => menfang(folder, ...verb.split(' '), '--help')));
    for (const [i, { code, out }] of each.entries()) {
      assert.equal(code, 0);
      assert.ok(out.includes(`menfang ${verbs[i]}`));
    }
  });

  it('speaks the language that is asked for, while machines read the same in each', async () => {
    const speeches = ['zh-CN', 'zh-HK', 'zh-TW', 'en'];
    const ask = (...words: string[]): Promise<Told[]> =>
      Promise.all(speeches.map((speech) => menfang(site.data, ...words, '--language', speech)));
    for (const words of [['status'], ['people', 'code', 'x']]) {
      const told = await ask(...words);
      assert.equal(new Set(told.map(({ out, err }) => out + err)).size, speeches.length, words.join(' '));
      assert.equal(new Set(told.map(({ code }) => code)).size, 1, words.join(' '));
    }
    const [mainland] = await ask('status');
    assert.match(mainland?.out ?? '', /^户数：\d+$/m);
    assert.match(mainland?.out ?? '', /名称 bridge-1 · 连接 在线/);
    assert.doesNotMatch(mainland?.out ?? '', /^[a-z][A-Za-z]*：|(^| · )[a-z][A-Za-z]* [^ ]/m);
    const bad = file('language.csv', `${header}\nresident,,无房,,,,locker,no,no,no,`);
    const machines = await ask('people', 'import', bad, '--json');
    assert.equal(new Set(machines.map(({ out }) => out)).size, 1);
    const { problems } = await json(site.data, 'people', 'import', bad, '--language', 'zh-TW');
    assert.deepEqual(problems, [
      { row: 2, field: 'room', code: 'room-missing', facts: {}, remedy: 'a resident needs a room' },
    ]);
    assert.match((await menfang(site.data, 'status', '--language', 'fr')).err, /zh-CN, zh-HK, zh-TW or en/);
  });

  it('makes a node on an empty folder, and does no harm the second time', async () => {
    const first = await well(at('node'), 'init', '--site', siteFile());
    const second = await well(at('node'), 'init', '--site', siteFile());
    assert.deepEqual(second.data.head, first.data.head);
    for (const { certificate, key } of first.data.bridges as { certificate: string; key: string }[])
      assert.ok(existsSync(certificate) && existsSync(key));
  });

  for (const isRunning of [true, false])
    it(`imports people whole or not at all, and once, with the edge ${isRunning ? 'running' : 'stopped'}`, async () => {
      const data = isRunning ? site.data : at('node');
      const good = file('good.csv', peopleFile);
      const before = ((await well(data, 'people', 'list')).data as unknown as Person[]).length;
      assert.equal(before, isRunning ? 10 : 0);
      const bad = file(
        'bad.csv',
        `${peopleFile}\nresident,,无房,123456,,,locker,no,no,no,\nresident,9-1,坏,abc,,,locker,no,no,no,`,
      );
      const refused = await json(data, 'people', 'import', bad);
      assert.equal(refused.ok, false);
      assert.deepEqual(
        refused.problems.map(({ row, field }) => [row, field]),
        [
          [12, 'room'],
          [13, 'phone'],
        ],
      );
      assert.equal(((await well(data, 'people', 'list')).data as unknown as Person[]).length, before);
      await json(data, 'people', 'import', bad, '--partial');
      await well(data, 'people', 'import', good);
      await well(data, 'people', 'import', good);
      const listed = await menfang(data, 'people', 'list', '--json');
      assert.equal(((asJson(listed) as Said).data as unknown as Person[]).length, 10);
      for (const mark of personalMarks.filter((one) => /^\d{11}$|标记/.test(one)))
        assert.ok(!listed.out.includes(mark));
    });

  it('binds a card and revokes it, and a revoked card opens nothing', async () => {
    const people = (await well(site.data, 'people', 'list')).data as unknown as Person[];
    const resident = people.find(({ role }) => role === 'resident');
    assert.ok(resident);
    await well(site.data, 'card', 'bind', resident.personId, '4711990001');
    const visitor = site.visitor();
    await visitor.ask('identify', { way: 'scan', value: '4711990001' });
    await well(site.data, 'card', 'revoke', '4711990001');
    const after = await visitor.try('readVisit');
    assert.ok(isRefusal(after) || after.over);
    assert.equal(await site.visitor().refused('identify', { way: 'scan', value: '4711990001' }), 'not-recognised');
    const taken = await json(site.data, 'card', 'bind', resident.personId, neighbour.card);
    assert.equal(taken.ok, false);
    assert.match(taken.problem, /card/);
  });

  it('shows a courier’s code and makes a new one, whereupon the former is void', async () => {
    const people = (await well(site.data, 'people', 'list')).data as unknown as Person[];
    const courier = people.find(({ role }) => role === 'courier')?.personId ?? '';
    const codeOf = ({ data }: Said): string => String(data.code).replaceAll(' ', '');
    const former = codeOf(await well(site.data, 'people', 'code', courier));
    await well(site.data, 'people', 'code', courier, '--new');
    const now = codeOf(await well(site.data, 'people', 'code', courier));
    assert.notEqual(now, former);
    assert.equal(await site.visitor().refused('identify', { way: 'code', value: former }), 'not-recognised');
    const visitor = site.visitor();
    await visitor.ask('identify', { way: 'code', value: now });
    await visitor.ask('leave');
  });

  it('enrols a device once, and anew only when told to replace', async () => {
    await well(site.data, 'enroll', 'bridge-9');
    const again = await json(site.data, 'enroll', 'bridge-9');
    assert.match(again.problem, /--replace/);
    await well(site.data, 'enroll', 'bridge-9', '--replace');
    assert.match((await json(site.data, 'enroll', 'Bad_Name')).problem, /a-z/);
  });

  it('proves the ledger whole, prints it, and finds an edited copy', async () => {
    const { events } = (await well(site.data, 'verify')).data as unknown as { events: number };
    const printed = (await menfang(site.data, 'ledger')).out.trim().split('\n');
    assert.ok(printed.length >= events);
    assert.deepEqual(
      printed.map((line) => JSON.parse(line).seq),
      printed.map((_, i) => i + 1),
    );
    await well(site.data, 'backup', at('copy.db'));
    const edited = at('edited');
    await well(edited, 'init', '--site', siteFile());
    copyFileSync(at('copy.db'), join(edited, 'ledger.db'));
    const db = await openDatabase(join(edited, 'ledger.db'), 'write');
    await db.run("UPDATE event SET body = replace(body, 'NodeStarted', 'NodeStarteD') WHERE seq = 1", []);
    await db.close();
    const told = await menfang(edited, 'verify');
    assert.equal(told.code, 1);
    assert.match(told.out, /seq 1/);
  });

  it('restores a backup in a new epoch, folds it again without a difference, and says how the node is', async () => {
    await well(site.data, 'backup', at('backup.db'));
    assert.equal((await json(site.data, 'backup', at('backup.db'))).ok, false);
    const running = await well(site.data, 'status');
    const restored = at('restored');
    cpSync(join(site.data, 'keys'), join(restored, 'keys'), { recursive: true });
    const { head } = (await well(restored, 'restore', at('backup.db'), '--site', siteFile())).data as {
      head: { epoch: number };
    };
    const former = running.data.head as { epoch: number };
    assert.ok(head.epoch > former.epoch);
    await well(restored, 'verify', '--site', siteFile());
    const { differing } = (await well(restored, 'rebuild', '--site', siteFile())).data;
    assert.equal(differing, 0);
    const { data } = await well(restored, 'status', '--site', siteFile());
    assert.equal(data.people, running.data.people);
    assert.equal((await json(site.data, 'rebuild')).ok, false, 'an edge runs');
  });

  it('says of bad words which, and what to do', async () => {
    const told = (one: Told): string => `${one.out}${one.err}`;
    const cases: [string[], RegExp][] = [
      [['people', 'import', at('none.csv')], /none\.csv/],
      [['people', 'import', file('empty.csv', header)], /./],
      [['people', 'code', 'somebody'], /personId/],
      [['card', 'revoke', '1'], /card/],
      [['release', 'compartment', 'locker-a', 'seven'], /compartment/],
      [['verify', '--head', 'x'], /EPOCH:SEQ:HASH/],
      [['restore', at('none.db')], /ledger\.db is there already/],
      [['people', 'import'], /FILE\.csv/],
      [['fly'], /no "fly"\. See menfang --help/],
      [['ledger', '--after', 'x'], /--after takes a sequence number/],
      [['verify', '--site', at('none.json')], /none\.json is not there/],
      [['status', '--colour'], /--colour/],
    ];
    const answers = await Promise.all(cases.map(([words]) => menfang(site.data, ...words)));
    for (const [i, answer] of answers.entries()) {
      const [words, pattern] = cases[i] ?? [[], /./];
      assert.match(told(answer), pattern, words.join(' '));
      assert.doesNotMatch(told(answer), /^\s+at /m, `${words.join(' ')} shows no stack`);
      if (words.join(' ') !== `people import ${at('empty.csv')}`) assert.notEqual(answer.code, 0, words.join(' '));
    }
    assert.ok(owner.name);
    await site.check();
  });
});
