// The three X.509 certificates of a node, ECDSA P-256: its authority, its servers, its devices [RFC 5280].
import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import * as der from './der.ts';

export type Role = { role: 'authority' } | { role: 'server'; hosts: readonly string[] } | { role: 'device' };

export interface CertificateRequest {
  /** The common name. */
  subject: string;
  /** The subject's key pair. */
  key: KeyObject;
  issuer: string;
  /** Equals `key` in the authority's own certificate. */
  issuerKey: KeyObject;
  use: Role;
}

const oids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;

const algorithm = der.sequence(der.oid(oids.ecdsaWithSha256));

/**
 * A controller without a clock battery boots in 1970 and may even make its first certificates there: with any real dates it could not talk to its own
 * devices until a time server answers. So no date is a bar: valid from the epoch, and without end in RFC 5280's own way of saying so [RFC 5280 4.1.2.5].
 * A certificate is withdrawn by replacing it (authority.ts), not by waiting.
 */
const validity = der.sequence(der.utcTime('700101000000Z'), der.generalizedTime('99991231235959Z'));

const commonName = (text: string): Buffer =>
  der.sequence(der.set(der.sequence(der.oid(oids.commonName), der.utf8String(text))));

const publicBytes = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });
/** 160 bits of a hash of the public key [RFC 7093 2]. */
const keyIdentifier = (key: KeyObject): Buffer =>
  createHash('sha256').update(publicBytes(key)).digest().subarray(0, 20);

/** 126 unpredictable bits, positive, of a fixed length of 16 octets [RFC 5280 4.1.2.2]. */
const serialNumber = (): Buffer => {
  const [first = 0, ...rest] = randomBytes(16);
  return der.integer((first & 0x3f) | 0x40, ...rest);
};

const addressBytes = (address: string): Uint8Array => {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.').map(Number));
  // A URL writes an IPv6 address in its one canonical form: groups in hex, at most one `::`.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
};

/** GeneralName: [2] a host name, [7] an address [RFC 5280 4.2.1.6]. */
const generalName = (host: string): Buffer =>
  isIP(host) ? der.implicit(7, addressBytes(host)) : der.implicit(2, Buffer.from(host, 'ascii'));

const extension = (id: string, value: Buffer): Buffer => der.sequence(der.oid(id), der.octetString(value));
const criticalExtension = (id: string, value: Buffer): Buffer =>
  der.sequence(der.oid(id), der.isTrue, der.octetString(value));

/** Bits of KeyUsage [RFC 5280 4.2.1.3]: keyCertSign is bit 5, digitalSignature bit 0, counted from the left. */
const maySignCertificates = der.bitString(Uint8Array.of(0x04), 2);
const maySign = der.bitString(Uint8Array.of(0x80), 7);

const useExtensions = (use: Role): Buffer[] => {
  switch (use.role) {
    case 'authority':
      return [
        // May issue, but not make further authorities (path length 0).
        criticalExtension(oids.basicConstraints, der.sequence(der.isTrue, der.integer(0))),
        criticalExtension(oids.keyUsage, maySignCertificates),
      ];
    case 'server':
      return [
        criticalExtension(oids.keyUsage, maySign),
        extension(oids.extKeyUsage, der.sequence(der.oid(oids.serverAuth))),
        extension(oids.subjectAltName, der.sequence(...use.hosts.map(generalName))),
      ];
    case 'device':
      return [
        criticalExtension(oids.keyUsage, maySign),
        extension(oids.extKeyUsage, der.sequence(der.oid(oids.clientAuth))),
      ];
  }
};

/** An X.509 v3 certificate in PEM. */
export const makeCertificate = ({ subject, key, issuer, issuerKey, use }: CertificateRequest): string => {
  const extensions = [
    ...useExtensions(use),
    extension(oids.subjectKeyIdentifier, der.octetString(keyIdentifier(key))),
    extension(oids.authorityKeyIdentifier, der.sequence(der.implicit(0, keyIdentifier(issuerKey)))),
  ];
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(2)),
    serialNumber(),
    algorithm,
    commonName(issuer),
    validity,
    commonName(subject),
    publicBytes(key),
    der.explicit(3, der.sequence(...extensions)),
  );
  const signature = der.bitString(sign('sha256', toBeSigned, issuerKey));
  const body = der
    .sequence(toBeSigned, algorithm, signature)
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${body}-----END CERTIFICATE-----\n`;
};
