// The page stays light.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertLight, scriptWeight } from './weight.ts';

describe('the weight of the page', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('counts scripts together and nothing else', async () => {
    await writeFile(join(folder, 'one.js'), randomBytes(1000));
    await writeFile(join(folder, 'two.js'), randomBytes(1000));
    await writeFile(join(folder, 'look.css'), randomBytes(9000));
    const bytes = await scriptWeight(folder);
    assert.ok(bytes > 2000 && bytes < 2200, String(bytes));
  });

  it('stops the build when it is exceeded', async () => {
    await writeFile(join(folder, 'one.js'), randomBytes(1200));
    await assert.rejects(assertLight(folder, 1000), /at most 1000/);
    await assertLight(folder, 2000);
  });
});
