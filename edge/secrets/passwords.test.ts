// Passwords are hashed with a pepper, and nobody's password is never right.
import assert from 'node:assert/strict';
import { openPasswords } from './passwords.ts';

const passwords = openPasswords({ passwordKey: Buffer.alloc(32, 1) });

describe('a password', () => {
  it('fits its own hash only, however its letters were composed', async () => {
    const hash = await passwords.hash('café au lait');
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.equal(await passwords.fits('café au lait', hash), true);
    assert.equal(await passwords.fits('cafe\u0301 au lait', hash), true);
    assert.equal(await passwords.fits('cafe au lait', hash), false);
    assert.notEqual(await passwords.hash('café au lait'), hash);
  });

  it('fits nothing where there is no account, and nothing by another node’s pepper', async () => {
    assert.equal(await passwords.fits('café au lait', undefined), false);
    const hash = await openPasswords({ passwordKey: Buffer.alloc(32, 2) }).hash('café au lait');
    assert.equal(await passwords.fits('café au lait', hash), false);
  });

  it('that cannot be compared with damaged bytes fails for its asker alone', async () => {
    await assert.rejects(passwords.fits('café au lait', 'no hash'));
    const hash = await passwords.hash('café au lait');
    assert.equal(await passwords.fits('café au lait', hash), true);
  });
});
