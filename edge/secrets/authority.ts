// The node's own certificate authority: it vouches for its own servers and devices, and for no other node's.
import { createHash, createPrivateKey, type X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { authorityName, openOwnPair } from './authority-pair.ts';
import type { CertificateRequest } from './certificate.ts';
import { keepPair, makeCertificate, makeKey, type PairFiles, type PemPair, readPair } from './certificate-pair.ts';
import { readPublic } from './secret-file.ts';

/** Where a client's credentials were written. The device needs all three files. */
export interface Enrolled extends PairFiles {
  name: string;
  authorityFile: string;
}
export type ServerName = 'broker' | 'console';
export type EnrollRefusal = { refused: 'bad-name' | 'reserved-name' | 'name-exists' };

export interface Authority {
  /** The authority's certificate, PEM. */
  readonly certificate: string;
  /**
   * Key and certificate, PEM, for the server of that name (the broker, unless told otherwise) that others reach by `hosts` beside localhost. Kept for the
   * next start, and made anew when it is not whole, is another authority's or lacks one of the hosts: clients trust the authority, not the pair.
   */
  serverPair(hosts: readonly string[], name?: ServerName): Promise<PemPair>;
  /** Makes key and certificate for a client. With `replace` the name's former certificate is worth nothing from this moment. */
  enroll(name: string, options?: { replace: boolean }): Promise<Enrolled | EnrollRefusal>;
  /**
   * Whether the certificate with this SHA-256 fingerprint (hex, colons allowed) is the one that `name` has now. A replaced or deleted one is revoked, for a
   * running broker too: the name's own file is the register, so that there is no list to fall out of step.
   */
  isCurrent(name: string, fingerprint256: string): boolean;
}

const clientName = /^[a-z0-9-]{1,23}$/;
/** `ca`, `broker` and `console` are files of the authority's own; `edge` would make a log ambiguous. */
export const reservedNames = ['ca', 'broker', 'console', 'edge'];
const localHosts = ['localhost', '127.0.0.1', '::1'];

/** Hex SHA-256 of the certificate's bytes: what Node calls its fingerprint256. */
const fingerprintOf = (pem: string): string => {
  const body = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  return createHash('sha256').update(Buffer.from(body, 'base64')).digest('hex');
};

const serves = (certificate: X509Certificate, host: string): boolean =>
  (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined;

/** Opens the authority whose files are in `dir`, made when there are none. Rejects with an Error naming file and remedy when one is damaged or readable by others. */
export const openAuthority = async (dir: string): Promise<Authority> => {
  const filesOf = (name: string): PairFiles => ({
    certificateFile: join(dir, `${name}.pem`),
    keyFile: join(dir, `${name}.key`),
  });
  const ownFiles = filesOf('ca');
  const own = await openOwnPair(ownFiles);
  const issuer = { issuer: authorityName(own.key), issuerKey: own.key };

  const makePair = async (subject: string, use: CertificateRequest['use']): Promise<PemPair> => {
    const key = makeKey();
    return { certificate: await makeCertificate({ subject, key: createPrivateKey(key), ...issuer, use }), key };
  };

  const refusalOf = (name: string, replace: boolean): EnrollRefusal | undefined => {
    if (!clientName.test(name)) return { refused: 'bad-name' };
    if (reservedNames.includes(name)) return { refused: 'reserved-name' };
    if (!replace && readPublic(filesOf(name).certificateFile) !== undefined) return { refused: 'name-exists' };
    return undefined;
  };

  const enroll: Authority['enroll'] = async (name, { replace } = { replace: false }) => {
    const refusal = refusalOf(name, replace);
    if (refusal) return refusal;
    const pair = await makePair(name, { role: 'device' });
    // Asked again, since the name may have been enrolled while this certificate was made.
    const late = refusalOf(name, replace);
    if (late) return late;
    const files = filesOf(name);
    keepPair(files, pair);
    return { name, ...files, authorityFile: ownFiles.certificateFile };
  };

  const isCurrent: Authority['isCurrent'] = (name, fingerprint256) => {
    if (!clientName.test(name) || reservedNames.includes(name)) return false;
    const pem = readPublic(filesOf(name).certificateFile);
    return pem !== undefined && fingerprintOf(pem) === fingerprint256.replaceAll(':', '').toLowerCase();
  };

  const serverPair: Authority['serverPair'] = async (moreHosts, name = 'broker') => {
    const hosts = [...new Set([...localHosts, ...moreHosts])];
    const files = filesOf(name);
    const kept = readPair(files);
    if (
      !('fault' in kept) &&
      kept.certificate.verify(own.certificate.publicKey) &&
      hosts.every((host) => serves(kept.certificate, host))
    )
      return {
        certificate: kept.certificate.toString(),
        key: kept.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    const pair = await makePair(name, { role: 'server', hosts });
    keepPair(files, pair);
    return pair;
  };

  return { certificate: own.certificate.toString(), serverPair, enroll, isCurrent };
};
