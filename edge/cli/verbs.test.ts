// What the verbs refuse and what a restore leaves behind; the stories run the whole command.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../config.ts';
import type { VerbName } from '../words/shell/words.ts';
import { type Given, type Outcome, verbs } from './verbs.ts';

describe('the verbs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (...names: string[]): string => join(folder, ...names);
  const run = (verb: VerbName, given: Partial<Given> = {}): Promise<Outcome> => {
    const data = given.data ?? at('node');
    const plain = { args: [], json: true, partial: false, replace: false, new: false };
    return verbs[verb].run({ ...plain, data, site: join(data, 'site.json'), ...given });
  };
  const well = async (verb: VerbName, given: Partial<Given> = {}): Promise<Record<string, unknown>> => {
    const outcome = await run(verb, given);
    assert.ok(outcome.ok === true, JSON.stringify(outcome));
    return outcome.data as Record<string, unknown>;
  };
  const siteFile = (name: string, change: object, indent = 2): string => {
    const lobby: object = JSON.parse(readFileSync(join(projectFolder, 'scripts', 'sites', 'lobby.json'), 'utf8'));
    writeFileSync(at(name), JSON.stringify({ ...lobby, ...change }, null, indent));
    return at(name);
  };

  describe('init on a folder that is a node already', () => {
    it('goes on with the same site, however its file is laid out', async () => {
      const first = await well('init', { site: siteFile('a.json', {}) });
      const again = await well('init', { site: siteFile('b.json', {}, 0) });
      assert.deepEqual(again.head, first.head);
      assert.deepEqual((await well('init')).head, first.head);
    });

    it('refuses another site, changes nothing, and says what to do', async () => {
      await well('init', { site: siteFile('a.json', {}) });
      const kept = readFileSync(at('node', 'site.json'));
      const outcome = await run('init', { site: siteFile('b.json', { dutyPhone: '021-5555 0199' }) });
      assert.ok(outcome.ok === false);
      assert.match(outcome.problem, /site\.json is there already/);
      assert.match(outcome.problem, /b\.json: edit .*site\.json, or choose another folder by --data/);
      assert.deepEqual(readFileSync(at('node', 'site.json')), kept);
    });
  });

  describe('a file of people', () => {
    it('in GBK, as office programs in China save it, is refused before anything is opened, with the remedy', async () => {
      const header = 'role,room,name,phone,email,cards,consent,shares,elder,low,language\n';
      // 王小明 in GBK.
      const name = Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]);
      writeFileSync(
        at('people.csv'),
        Buffer.concat([Buffer.from(`${header}resident,3-1201,`), name, Buffer.from(',13800001111,,,,,,,\n')]),
      );
      await assert.rejects(
        async () => run('people import', { args: [at('people.csv')] }),
        /people\.csv is not UTF-8: save it as "CSV UTF-8"/,
      );
      assert.equal(existsSync(at('node')), false);
    });
  });

  describe('restore', () => {
    it('leaves every compartment blocked until it was looked at, and released one by one', async () => {
      const site = siteFile('a.json', {});
      await well('init', { site });
      await well('backup', { args: [at('backup.db')] });
      const data = at('restored');
      const { next } = await well('restore', { data, site, args: [at('backup.db')] });
      assert.match(String(next), /waits for a check/);
      const blocked = async (): Promise<unknown[]> => {
        const rows = (await well('status', { data, site })).blocked as { compartment: number; blocked: string }[];
        return rows.map((row) => [row.compartment, row.blocked]).sort(([one], [other]) => Number(one) - Number(other));
      };
      const all = Array.from({ length: 24 }, (_, n) => [n + 1, 'check']);
      assert.deepEqual(await blocked(), all);
      await well('release compartment', { data, site, args: ['locker-a', '7'] });
      assert.deepEqual(
        await blocked(),
        all.filter(([n]) => n !== 7),
      );
    });
  });
});
