// The proof that a request comes from the page in which the visit began: a random cookie that the page itself cannot read.
import { timingSafeEqual } from 'node:crypto';
import { cookieOf, newToken, tokenDigest } from './cookie.ts';

const name = 'visit';

/** Cookies of the visits of this run; after a restart every visit is over, so nothing is kept [safety: codes 9]. */
export class VisitCookies {
  readonly #hashes = new Map<string, Buffer>();

  /** A `Set-Cookie` value with 256 random bits. Dies with the browser; never sent by another site. */
  issue(visitId: string): string {
    const token = newToken();
    this.#hashes.set(visitId, tokenDigest(token));
    return `${name}=${token}; Path=/api/visits; HttpOnly; SameSite=Strict`;
  }

  /** Whether the `Cookie` header holds this visit's token. */
  fits(visitId: string, header: string | undefined): boolean {
    const expected = this.#hashes.get(visitId);
    const token = cookieOf(header, name);
    return expected !== undefined && token !== undefined && timingSafeEqual(expected, tokenDigest(token));
  }

  forget(visitId: string): void {
    this.#hashes.delete(visitId);
  }
}

/** The header that takes the cookie away again. */
export const noCookie = `${name}=; Path=/api/visits; HttpOnly; SameSite=Strict; Max-Age=0`;
