// How the node's keys are made, kept and guarded.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from './keys.ts';

describe("the node's keys", () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mf-keys-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are made once, 32 bytes each, for the owner only', () => {
    const dir = join(root, 'keys');
    const first = openKeys(dir);
    assert.deepEqual(openKeys(dir), first);
    const all = Object.values(first).map((key: Buffer) => key.toString('hex'));
    assert.equal(new Set(all).size, 5);
    for (const hex of all) assert.equal(hex.length, 64);
    assert.equal(statSync(join(dir, 'node.json')).mode & 0o777, 0o600);
    assert.equal(statSync(dir).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(dir), ['node.json']);
  });

  it('are shared by no two nodes', () => {
    const [one, other] = [openKeys(join(root, 'one')), openKeys(join(root, 'other'))];
    const all = [...Object.values(one), ...Object.values(other)].map((key: Buffer) => key.toString('hex'));
    assert.equal(new Set(all).size, 10);
  });

  it('are refused when others can reach them, with the remedy', () => {
    openKeys(root);
    chmodSync(join(root, 'node.json'), 0o640);
    assert.throws(() => openKeys(root), /node\.json.*640.*chmod 600/);
  });

  it('are never replaced when damaged, and the complaint quotes none of them', () => {
    const file = join(root, 'node.json');
    const { codeKey } = openKeys(root);
    const text = readFileSync(file, 'utf8');
    for (const damaged of [
      '',
      text.slice(0, 90),
      text.replace('lookupKey', 'lookup'),
      text.replace(/"[0-9a-f]{64}"/, '"00"'),
    ]) {
      writeFileSync(file, damaged);
      assert.throws(
        () => openKeys(root),
        (error: Error) =>
          /restore it from a backup/.test(error.message) &&
          !error.message.includes(codeKey.toString('hex').slice(0, 8)),
      );
      assert.equal(readFileSync(file, 'utf8'), damaged);
    }
  });
});
