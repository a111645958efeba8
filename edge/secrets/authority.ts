// The node's own certificate authority: it vouches for its own servers and devices, and for no other node's.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { createSecret, readPublic, readSecret, replaceSecret } from './secret-file.ts';

/** Where a client's credentials were written. The device needs all three files. */
export interface Enrolled {
  name: string;
  certificateFile: string;
  keyFile: string;
  authorityFile: string;
}
export type EnrollRefusal = { refused: 'bad-name' | 'reserved-name' | 'name-exists' };

export interface Authority {
  /** The authority's certificate, PEM. */
  readonly certificate: string;
  /**
   * Key and certificate, PEM, for a server that devices reach by `hosts` beside localhost. A fresh pair at every start, never written down: clients trust the
   * authority, not the pair, and it follows the site file's hosts.
   */
  makeServerPair(hosts: readonly string[]): { certificate: string; key: string };
  /** Makes key and certificate for a client. With `replace` the name's former certificate is worth nothing from this moment. */
  enroll(name: string, options?: { replace: boolean }): Enrolled | EnrollRefusal;
  /**
   * Whether the certificate with this SHA-256 fingerprint (hex, colons allowed) is the one that `name` has now. A replaced or deleted one is revoked, for a
   * running broker too: the name's own file is the register, so that there is no list to fall out of step.
   */
  isCurrent(name: string, fingerprint256: string): boolean;
}

const clientName = /^[a-z0-9-]{1,23}$/;
/** `ca` is a file of the authority's own; the other two would make a log ambiguous. */
const reservedNames = ['ca', 'broker', 'edge'];
const localHosts = ['localhost', '127.0.0.1', '::1'];

const makeKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Hex SHA-256 of the certificate's bytes: what Node calls its fingerprint256. */
const fingerprintOf = (pem: string): string => {
  const body = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  return createHash('sha256').update(Buffer.from(body, 'base64')).digest('hex');
};

/** Each node's authority has a name of its own, so that a foreign certificate is told apart in a log. */
const authorityName = (key: KeyObject): string => {
  const publicBytes = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return `Menfang ${createHash('sha256').update(publicBytes).digest('hex').slice(0, 16)}`;
};

interface Pair {
  certificate: X509Certificate;
  key: KeyObject;
}

/** Undefined when a file is missing. Throws, naming both files, when they are damaged or do not belong together. */
const readPair = (files: { certificate: string; key: string }): Pair | undefined => {
  const pem = { certificate: readPublic(files.certificate), key: readSecret(files.key) };
  if (pem.certificate === undefined || pem.key === undefined) return undefined;
  let pair: Pair;
  try {
    pair = { certificate: new X509Certificate(pem.certificate), key: createPrivateKey(pem.key) };
  } catch (cause) {
    throw new Error(`${files.certificate} or ${files.key} is damaged: restore both from one backup`, { cause });
  }
  if (!pair.certificate.checkPrivateKey(pair.key))
    throw new Error(`${files.key} does not belong to ${files.certificate}: restore both from one backup`);
  return pair;
};

const openOwn = (dir: string): Pair => {
  const files = { certificate: join(dir, 'ca.pem'), key: join(dir, 'ca.key') };
  const pair = readPair(files);
  if (pair) return pair;
  if (readPublic(files.certificate) !== undefined)
    throw new Error(`${files.key} is missing though ${files.certificate} is there: restore it from a backup`);
  // The key goes first: a power cut between the two leaves a key, and the certificate is made from it at the next start.
  createSecret(files.key, makeKey());
  const key = createPrivateKey(readSecret(files.key) ?? '');
  const name = authorityName(key);
  const request = { subject: name, key, issuer: name, issuerKey: key, use: { role: 'authority' as const } };
  createSecret(files.certificate, makeCertificate(request));
  return openOwn(dir);
};

/** Opens the authority whose files are in `dir`, made when there are none. Throws an Error naming file and remedy when one is damaged or readable by others. */
export const openAuthority = (dir: string): Authority => {
  const own = openOwn(dir);
  const issuer = { issuer: authorityName(own.key), issuerKey: own.key };
  const fileOf = (name: string, extension: 'pem' | 'key') => join(dir, `${name}.${extension}`);

  const enroll: Authority['enroll'] = (name, options = { replace: false }) => {
    if (!clientName.test(name)) return { refused: 'bad-name' };
    if (reservedNames.includes(name)) return { refused: 'reserved-name' };
    const files = { certificateFile: fileOf(name, 'pem'), keyFile: fileOf(name, 'key') };
    if (!options.replace && readPublic(files.certificateFile) !== undefined) return { refused: 'name-exists' };
    const key = makeKey();
    const request = { subject: name, key: createPrivateKey(key), ...issuer, use: { role: 'device' as const } };
    // The certificate goes last: a power cut between the two leaves a name that is not enrolled yet, or one to be replaced again.
    replaceSecret(files.keyFile, key);
    replaceSecret(files.certificateFile, makeCertificate(request));
    return { name, ...files, authorityFile: join(dir, 'ca.pem') };
  };

  const isCurrent: Authority['isCurrent'] = (name, fingerprint256) => {
    if (!clientName.test(name) || reservedNames.includes(name)) return false;
    const pem = readPublic(fileOf(name, 'pem'));
    return pem !== undefined && fingerprintOf(pem) === fingerprint256.replaceAll(':', '').toLowerCase();
  };

  const makeServerPair: Authority['makeServerPair'] = (hosts) => {
    const key = makeKey();
    const use = { role: 'server' as const, hosts: [...new Set([...localHosts, ...hosts])] };
    return { certificate: makeCertificate({ subject: 'broker', key: createPrivateKey(key), ...issuer, use }), key };
  };

  return { certificate: own.certificate.toString(), makeServerPair, enroll, isCurrent };
};
