// A certificate and its private key, as they lie in two files.
import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateRequest } from './certificate.ts';
import { readPublic, readSecret, replaceSecret } from './secret-file.ts';

export interface CertificatePair {
  certificate: X509Certificate;
  key: KeyObject;
}
/** Both PEM. */
export interface PemPair {
  certificate: string;
  key: string;
}
export interface PairFiles {
  certificateFile: string;
  keyFile: string;
}
/** `mismatched`: both can be read, but the key is another certificate's. */
export type PairFault = { fault: 'missing' } | { fault: 'damaged'; cause: unknown } | { fault: 'mismatched' };

/** A new key for ECDSA P-256: PKCS #8, PEM. */
export const makeKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** PEM. The library weighs 17 MB and up to a second of a small machine, and a usual start makes no certificate: so the first certificate loads it. */
export const makeCertificate = async (request: CertificateRequest): Promise<string> =>
  (await import('./certificate.ts')).makeCertificate(request);

/** The certificate goes last: a power cut between the two leaves a name without one, or a pair that does not match. */
export const keepPair = ({ certificateFile, keyFile }: PairFiles, pair: PemPair): void => {
  replaceSecret(keyFile, pair.key);
  replaceSecret(certificateFile, pair.certificate);
};

/** Throws when others on this machine can read the key, naming the remedy. */
export const readPair = ({ certificateFile, keyFile }: PairFiles): CertificatePair | PairFault => {
  const pem = { certificate: readPublic(certificateFile), key: readSecret(keyFile) };
  if (pem.certificate === undefined || pem.key === undefined) return { fault: 'missing' };
  let pair: CertificatePair;
  try {
    pair = { certificate: new X509Certificate(pem.certificate), key: createPrivateKey(pem.key) };
  } catch (cause) {
    return { fault: 'damaged', cause };
  }
  return pair.certificate.checkPrivateKey(pair.key) ? pair : { fault: 'mismatched' };
};
