// What the node's authority makes, keeps and withdraws.
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
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
import { ownNames } from '../../device-profiles/site.ts';
import { type Authority, openAuthority, reservedNames } from './authority.ts';

describe("the node's authority", () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'mf-authority-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const certificateOf = (name: string): X509Certificate => new X509Certificate(readFileSync(join(dir, `${name}.pem`)));
  const enrolled = async (authority: Authority, name: string, replace = false): Promise<X509Certificate> => {
    const made = await authority.enroll(name, { replace });
    assert.ok('certificateFile' in made, JSON.stringify(made));
    return certificateOf(name);
  };

  it('is made once and is the same at the next start', async () => {
    const first = await openAuthority(dir);
    assert.equal((await openAuthority(dir)).certificate, first.certificate);
    assert.deepEqual(readdirSync(dir).sort(), ['ca.key', 'ca.pem']);
    for (const file of readdirSync(dir)) assert.equal(statSync(join(dir, file)).mode & 0o777, 0o600);
  });

  it('vouches for a device by name, for use as a client only', async () => {
    const device = await enrolled(await openAuthority(dir), 'bridge-1');
    const authority = certificateOf('ca');
    assert.equal(device.subject, 'CN=bridge-1');
    assert.ok(device.checkIssued(authority) && device.verify(authority.publicKey));
    assert.equal(device.ca, false);
    assert.equal(authority.ca, true);
    assert.deepEqual(device.keyUsage, ['1.3.6.1.5.5.7.3.2']);
    assert.equal(statSync(join(dir, 'bridge-1.key')).mode & 0o777, 0o600);
  });

  it('vouches for a server by every name and address it is reached by', async () => {
    const { certificate } = await (await openAuthority(dir)).serverPair([
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

  it("keeps a server's pair for the next start, out of others' reach", async () => {
    const made = await (await openAuthority(dir)).serverPair(['gate.local', 'fd00::2']);
    assert.equal(statSync(join(dir, 'broker.key')).mode & 0o777, 0o600);
    const authority = await openAuthority(dir);
    assert.deepEqual(await authority.serverPair(['gate.local', 'fd00::2']), made);
    assert.deepEqual(await authority.serverPair([]), made);
    assert.ok(!authority.isCurrent('broker', certificateOf('broker').fingerprint256));
  });

  it("makes a server's pair anew when a host or an address was added", async () => {
    const authority = await openAuthority(dir);
    let former = await authority.serverPair([]);
    for (const hosts of [['gate.local'], ['gate.local', '192.168.7.2']]) {
      const next = await authority.serverPair(hosts);
      assert.notEqual(next.certificate, former.certificate);
      assert.notEqual(next.key, former.key);
      former = next;
    }
    assert.equal(certificateOf('broker').checkIP('192.168.7.2'), '192.168.7.2');
  });

  it("makes a server's pair anew when it is not whole or another node's", async () => {
    const authority = await openAuthority(dir);
    const other = await (await openAuthority(join(dir, 'other'))).serverPair([]);
    const spoilt: Record<string, string>[] = [
      { 'broker.pem': 'no certificate' },
      { 'broker.key': 'no key' },
      { 'broker.key': other.key },
      { 'broker.key': other.key, 'broker.pem': other.certificate },
    ];
    for (const files of spoilt) {
      await authority.serverPair([]);
      for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
      const { certificate, key } = await authority.serverPair([]);
      const server = new X509Certificate(certificate);
      assert.ok(server.verify(certificateOf('ca').publicKey), JSON.stringify(files));
      assert.ok(server.checkPrivateKey(createPrivateKey(key)));
      assert.equal(readFileSync(join(dir, 'broker.key'), 'utf8'), key);
    }
  });

  it('is valid on a controller whose clock stands in 1970 and on one whose clock ran ahead', async () => {
    for (const certificate of [await enrolled(await openAuthority(dir), 'bridge-1'), certificateOf('ca')]) {
      assert.equal(new Date(certificate.validFrom).getTime(), 0);
      assert.equal(new Date(certificate.validTo).getUTCFullYear(), 9999);
    }
  });

  it('enrols a name once, and again only to replace it', async () => {
    const authority = await openAuthority(dir);
    const first = await enrolled(authority, 'bridge-1');
    assert.deepEqual(await authority.enroll('bridge-1'), { refused: 'name-exists' });
    assert.equal(certificateOf('bridge-1').fingerprint256, first.fingerprint256);
    assert.notEqual((await enrolled(authority, 'bridge-1', true)).fingerprint256, first.fingerprint256);
  });

  it('enrols a name once when it is asked twice at the same moment', async () => {
    const authority = await openAuthority(dir);
    const answers = await Promise.all([authority.enroll('bridge-1'), authority.enroll('bridge-1')]);
    assert.deepEqual(
      answers.filter((answer) => 'refused' in answer),
      [{ refused: 'name-exists' }],
    );
    await Promise.all([1, 2].map(() => authority.enroll('bridge-1', { replace: true })));
    assert.ok(certificateOf('bridge-1').checkPrivateKey(createPrivateKey(readFileSync(join(dir, 'bridge-1.key')))));
  });

  it('withdraws a certificate that was replaced or deleted, for an authority opened before as well', async () => {
    const running = await openAuthority(dir);
    const first = await enrolled(running, 'bridge-1');
    assert.ok(running.isCurrent('bridge-1', first.fingerprint256));
    const second = await enrolled(await openAuthority(dir), 'bridge-1', true);
    assert.ok(!running.isCurrent('bridge-1', first.fingerprint256));
    assert.ok(running.isCurrent('bridge-1', second.fingerprint256));
    assert.ok(!running.isCurrent('bridge-2', second.fingerprint256));
    unlinkSync(join(dir, 'bridge-1.pem'));
    assert.ok(!running.isCurrent('bridge-1', second.fingerprint256));
  });

  it('refuses names that are not names, and takes none of its own files for a device', async () => {
    const authority = await openAuthority(dir);
    for (const name of ['', '../x', 'A', 'a b', 'a/b', '__proto__', 'x'.repeat(24), 'a\n'])
      assert.deepEqual(await authority.enroll(name), { refused: 'bad-name' }, name);
    for (const name of reservedNames) assert.deepEqual(await authority.enroll(name), { refused: 'reserved-name' });
    assert.ok(!authority.isCurrent('ca', certificateOf('ca').fingerprint256));
    assert.ok(!authority.isCurrent('../ca', certificateOf('ca').fingerprint256));
  });

  it('keeps for itself exactly the names that no site file may give to a bridge', () => {
    assert.deepEqual(reservedNames, ownNames);
  });

  it('goes on from a first start that was cut between its two files', async () => {
    await openAuthority(dir);
    const key = readFileSync(join(dir, 'ca.key'), 'utf8');
    unlinkSync(join(dir, 'ca.pem'));
    assert.ok((await enrolled(await openAuthority(dir), 'bridge-1')).checkIssued(certificateOf('ca')));
    assert.equal(readFileSync(join(dir, 'ca.key'), 'utf8'), key);
  });

  it('never makes a second authority over a damaged one', async () => {
    await openAuthority(dir);
    const file = join(dir, 'ca.key');
    const key = readFileSync(file, 'utf8');
    writeFileSync(file, 'no key');
    await assert.rejects(openAuthority(dir), /ca\.key is damaged/);
    unlinkSync(file);
    await assert.rejects(openAuthority(dir), /ca\.key is missing/);
    writeFileSync(file, key);
    chmodSync(file, 0o644);
    await assert.rejects(openAuthority(dir), /chmod 600/);
  });

  it('shares nothing with another node', async () => {
    const one = await openAuthority(join(dir, 'one'));
    const other = await openAuthority(join(dir, 'other'));
    await other.enroll('bridge-1');
    const device = new X509Certificate(readFileSync(join(dir, 'other', 'bridge-1.pem')));
    assert.ok(!device.checkIssued(new X509Certificate(one.certificate)));
    assert.ok(!one.isCurrent('bridge-1', device.fingerprint256));
  });
});
