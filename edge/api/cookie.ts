// Random cookies that prove where a request comes from: kept as digests, read from the `Cookie` header.
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256: what is kept of a token. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The value of the cookie `name` in a `Cookie` header; undefined when there is none. */
export const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
