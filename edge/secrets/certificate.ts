// The three X.509 certificates of a node, ECDSA P-256: its authority, its servers, its devices [RFC 5280].

// The library's dependency injection asks for this polyfill as it is loaded, so it goes first.
import 'reflect-metadata';
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

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

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A controller without a clock battery boots in 1970 and may even make its first certificates there: with any real dates it could not talk to its own
 * devices until a time server answers. So no date is a bar: valid from the epoch, and without end in RFC 5280's own way of saying so [RFC 5280 4.1.2.5].
 * A certificate is withdrawn by replacing it (authority.ts), not by waiting.
 */
const validity = { notBefore: new Date(0), notAfter: new Date('9999-12-31T23:59:59Z') };

const commonName = (text: string): Name => new Name([{ CN: [{ utf8String: text }] }]);

const publicBytes = (key: KeyObject): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' }));
/** 160 bits of a hash of the public key, in hex [RFC 7093 2]. */
const keyIdentifier = (key: KeyObject): string =>
  createHash('sha256').update(publicBytes(key)).digest('hex').slice(0, 40);

const generalName = (host: string): JsonGeneralName => {
  switch (isIP(host)) {
    case 4:
      return { type: 'ip', value: host };
    case 6:
      // In groups of hex, as a URL writes it: the library misreads an IPv4 tail such as ::ffff:10.0.0.1.
      return { type: 'ip', value: new URL(`http://[${host}]`).hostname.slice(1, -1) };
    default:
      return { type: 'dns', value: host };
  }
};

const useExtensions = (use: Role): Extension[] => {
  switch (use.role) {
    case 'authority':
      return [
        // May issue, but not make further authorities (path length 0).
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      ];
    case 'server':
      return [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension(use.hosts.map(generalName)),
      ];
    case 'device':
      return [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ];
  }
};

const signingKey = (key: KeyObject): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), algorithm, false, ['sign']);

/** An X.509 v3 certificate in PEM. Rejects with the library's error when a key is not of P-256. */
export const makeCertificate = async ({
  subject,
  key,
  issuer,
  issuerKey,
  use,
}: CertificateRequest): Promise<string> => {
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    subject: commonName(subject),
    issuer: commonName(issuer),
    publicKey: publicBytes(key),
    signingKey: await signingKey(issuerKey),
    signingAlgorithm: algorithm,
    extensions: [
      ...useExtensions(use),
      new SubjectKeyIdentifierExtension(keyIdentifier(key)),
      new AuthorityKeyIdentifierExtension(keyIdentifier(issuerKey)),
    ],
  });
  return `${certificate.toString('pem')}\n`;
};
