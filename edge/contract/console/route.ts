// How a route of the console is written down.
import type { z } from 'zod';
import type { Right } from '../rights.ts';

export interface Route {
  method: 'get' | 'post';
  /** Express syntax. */
  path: string;
  /** What one must be allowed to do; `anyone` = signed in or not, `signed-in` = whoever is. */
  right: Right | 'anyone' | 'signed-in';
  summary: string;
  query?: z.ZodType;
  request?: z.ZodType;
  answer: z.ZodType;
  status?: 201;
  /** Server-sent events of that name instead of one answer; `file` = a download made by hand in the handler. */
  event?: 'ledger';
  /** Larger than the usual body: bytes. */
  bodyLimit?: number;
}

export const root = '/api/console';
/** Bytes: a signature. */
export const signature = 256_000;
/** Bytes: a people file. */
export const file = 12_000_000;

export const get = <A extends z.ZodType, R extends Route['right']>(
  path: string,
  right: R,
  answer: A,
  summary: string,
) => ({ method: 'get', path: `${root}${path}`, right, answer, summary }) as const;
export const post = <Q extends z.ZodType, A extends z.ZodType, R extends Route['right']>(
  path: string,
  right: R,
  words: { request: Q; answer: A; summary: string },
) => ({ method: 'post', path: `${root}${path}`, right, ...words }) as const;
