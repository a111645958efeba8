// The authority's own certificate and key: made once, and never over damaged ones.
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type CertificatePair, makeCertificate, makeKey, type PairFiles, readPair } from './certificate-pair.ts';
import { createSecret, readPublic, readSecret } from './secret-file.ts';

/** Each node's authority has a name of its own, so that a foreign certificate is told apart in a log. */
export const authorityName = (key: KeyObject): string => {
  const publicBytes = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return `Menfang ${createHash('sha256').update(publicBytes).digest('hex').slice(0, 16)}`;
};

/** Makes the pair when there is none. Rejects with an Error naming file and remedy when it is not whole or readable by others. */
export const openOwnPair = async (files: PairFiles): Promise<CertificatePair> => {
  const { certificateFile, keyFile } = files;
  const pair = readPair(files);
  if (!('fault' in pair)) return pair;
  if (pair.fault === 'damaged')
    throw new Error(`${certificateFile} or ${keyFile} is damaged: restore both from one backup`, { cause: pair.cause });
  if (pair.fault === 'mismatched')
    throw new Error(`${keyFile} does not belong to ${certificateFile}: restore both from one backup`);
  if (readPublic(certificateFile) !== undefined)
    throw new Error(`${keyFile} is missing though ${certificateFile} is there: restore it from a backup`);
  // The key goes first: a power cut between the two leaves a key, and the certificate is made from it at the next start.
  createSecret(keyFile, makeKey());
  const key = createPrivateKey(readSecret(keyFile) ?? '');
  const name = authorityName(key);
  const request = { subject: name, key, issuer: name, issuerKey: key, use: { role: 'authority' as const } };
  createSecret(certificateFile, await makeCertificate(request));
  return openOwnPair(files);
};
