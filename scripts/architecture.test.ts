// The walls of the house hold: no file imports what its room may not.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../edge/config.ts';
import { importsOf, problemOf, rooms } from './architecture.ts';

const fixture = 'scripts/fixtures/';
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: projectFolder,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith(fixture) && existsSync(join(projectFolder, file)));

describe('the house', () => {
  it('has sources in every one of its rooms', () => {
    const empty = rooms.filter(({ at }) => !sources.some((file) => file.startsWith(at)));
    assert.deepEqual(
      empty.map(({ at }) => at),
      [],
    );
  });

  it('lets each room import only what it may', () => {
    const problems = sources.flatMap((file) => importsOf(projectFolder, file)).map(problemOf);
    assert.deepEqual(
      problems.filter((problem) => problem !== undefined),
      [],
    );
  });

  it('gives sqlite3, aedes, express and serialport one importer each in a program', () => {
    for (const [name, most] of [
      ['sqlite3', 1],
      ['aedes', 1],
      ['express', 2],
      ['serialport', 1],
      ['nodemailer', 1],
    ] as const) {
      const importers = sources
        .filter((file) => !/\.(test|story|fixture)\.ts$/.test(file) && !file.startsWith('scripts/'))
        .filter((file) => importsOf(projectFolder, file).some(({ to, isType }) => to === name && !isType));
      assert.ok(importers.length <= most, `${name} is imported by ${importers.join(', ')}`);
    }
  });

  it('catches a trespasser at every wall it breaks', () => {
    const root = join(projectFolder, fixture, 'trespass');
    const problems = importsOf(root, 'edge/domain/trespasser.ts').map(problemOf);
    assert.equal(problems.length, 4);
    assert.equal(problems.filter((problem) => problem === undefined).length, 0);
  });
});
