// What the node's authority makes, keeps and withdraws.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authority, openAuthority } from './authority.ts';

describe("the node's authority", () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'mf-authority-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const certificateOf = (name: string): X509Certificate => new X509Certificate(readFileSync(join(dir, `${name}.pem`)));
  const enrolled = (authority: Authority, name: string, replace = false): X509Certificate => {
    const made = authority.enroll(name, { replace });
    assert.ok('certificateFile' in made, JSON.stringify(made));
    return certificateOf(name);
  };

  it('is made once and is the same at the next start', () => {
    const first = openAuthority(dir);
    assert.equal(openAuthority(dir).certificate, first.certificate);
    assert.deepEqual(readdirSync(dir).sort(), ['ca.key', 'ca.pem']);
    for (const file of readdirSync(dir)) assert.equal(statSync(join(dir, file)).mode & 0o777, 0o600);
  });

  it('vouches for a device by name, for use as a client only', () => {
    const device = enrolled(openAuthority(dir), 'bridge-1');
    const authority = certificateOf('ca');
    assert.equal(device.subject, 'CN=bridge-1');
    assert.ok(device.checkIssued(authority) && device.verify(authority.publicKey));
    assert.equal(device.ca, false);
    assert.equal(authority.ca, true);
    assert.deepEqual(device.keyUsage, ['1.3.6.1.5.5.7.3.2']);
    assert.equal(statSync(join(dir, 'bridge-1.key')).mode & 0o777, 0o600);
  });

  it('vouches for a server by every name and address it is reached by', () => {
    const { certificate } = openAuthority(dir).makeServerPair([
      'gate.local',
      '192.168.7.2',
      'fd00::1:2',
      '::ffff:10.0.0.1',
    ]);
    const server = new X509Certificate(certificate);
    for (const host of ['localhost', 'gate.local']) assert.equal(server.checkHost(host), host);
    for (const address of ['127.0.0.1', '::1', '192.168.7.2', 'fd00::1:2', '::ffff:a00:1'])
      assert.ok(server.checkIP(address), address);
    assert.equal(server.checkHost('elsewhere.local'), undefined);
    assert.deepEqual(server.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  });

  it('is valid on a controller whose clock stands in 1970 and on one whose clock ran ahead', () => {
    for (const certificate of [enrolled(openAuthority(dir), 'bridge-1'), certificateOf('ca')]) {
      assert.equal(new Date(certificate.validFrom).getTime(), 0);
      assert.equal(new Date(certificate.validTo).getUTCFullYear(), 9999);
    }
  });

  it('enrols a name once, and again only to replace it', () => {
    const authority = openAuthority(dir);
    const first = enrolled(authority, 'bridge-1');
    assert.deepEqual(authority.enroll('bridge-1'), { refused: 'name-exists' });
    assert.equal(certificateOf('bridge-1').fingerprint256, first.fingerprint256);
    assert.notEqual(enrolled(authority, 'bridge-1', true).fingerprint256, first.fingerprint256);
  });

  it('withdraws a certificate that was replaced or deleted, for an authority opened before as well', () => {
    const running = openAuthority(dir);
    const first = enrolled(running, 'bridge-1');
    assert.ok(running.isCurrent('bridge-1', first.fingerprint256));
    const second = enrolled(openAuthority(dir), 'bridge-1', true);
    assert.ok(!running.isCurrent('bridge-1', first.fingerprint256));
    assert.ok(running.isCurrent('bridge-1', second.fingerprint256));
    assert.ok(!running.isCurrent('bridge-2', second.fingerprint256));
    unlinkSync(join(dir, 'bridge-1.pem'));
    assert.ok(!running.isCurrent('bridge-1', second.fingerprint256));
  });

  it('refuses names that are not names, and takes none of its own files for a device', () => {
    const authority = openAuthority(dir);
    for (const name of ['', '../x', 'A', 'a b', 'a/b', '__proto__', 'x'.repeat(24), 'a\n'])
      assert.deepEqual(authority.enroll(name), { refused: 'bad-name' }, name);
    for (const name of ['ca', 'broker']) assert.deepEqual(authority.enroll(name), { refused: 'reserved-name' });
    assert.ok(!authority.isCurrent('ca', certificateOf('ca').fingerprint256));
    assert.ok(!authority.isCurrent('../ca', certificateOf('ca').fingerprint256));
  });

  it('goes on from a first start that was cut between its two files', () => {
    openAuthority(dir);
    const key = readFileSync(join(dir, 'ca.key'), 'utf8');
    unlinkSync(join(dir, 'ca.pem'));
    assert.ok(enrolled(openAuthority(dir), 'bridge-1').checkIssued(certificateOf('ca')));
    assert.equal(readFileSync(join(dir, 'ca.key'), 'utf8'), key);
  });

  it('never makes a second authority over a damaged one', () => {
    openAuthority(dir);
    const file = join(dir, 'ca.key');
    const key = readFileSync(file, 'utf8');
    writeFileSync(file, 'no key');
    assert.throws(() => openAuthority(dir), /ca\.key is damaged/);
    unlinkSync(file);
    assert.throws(() => openAuthority(dir), /ca\.key is missing/);
    writeFileSync(file, key);
    chmodSync(file, 0o644);
    assert.throws(() => openAuthority(dir), /chmod 600/);
  });

  it('shares nothing with another node', () => {
    const one = openAuthority(join(dir, 'one'));
    const other = openAuthority(join(dir, 'other'));
    other.enroll('bridge-1');
    const device = new X509Certificate(readFileSync(join(dir, 'other', 'bridge-1.pem')));
    assert.ok(!device.checkIssued(new X509Certificate(one.certificate)));
    assert.ok(!one.isCurrent('bridge-1', device.fingerprint256));
  });
});
