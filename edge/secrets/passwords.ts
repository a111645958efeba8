// Passwords of staff: argon2id over a peppered digest, one at a time [safety: codes 6].
import { createHmac, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface Passwords {
  /** In PHC form; safe to seal, never to show. */
  hash(password: string): Promise<string>;
  /** With `hash` undefined it takes as long and is never right: who asks learns nothing of which names exist [safety: codes 4]. */
  fits(password: string, hash: string | undefined): Promise<boolean>;
}

/** Loaded by the first sign-in: most runs of the shell, and the first minutes of a node, need none of it. */
const argon2 = () => import('@node-rs/argon2');

export const openPasswords = ({ passwordKey }: Pick<Keys, 'passwordKey'>): Passwords => {
  // The same letters may be composed differently by two keyboards.
  const peppered = (password: string): string =>
    createHmac('sha256', passwordKey).update(password.normalize('NFKC')).digest('base64');

  /** In turn, because each takes 19 MiB of a small machine; a failure is its asker's alone. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  const hash = (password: string): Promise<string> =>
    inTurn(async () => (await argon2()).hash(peppered(password), cost));
  let nobodys: Promise<string> | undefined;
  return {
    hash,
    fits: async (password, hashed) => {
      nobodys ??= hash(randomBytes(32).toString('hex'));
      const compared = hashed ?? (await nobodys);
      const isRight = await inTurn(async () => (await argon2()).verify(compared, peppered(password)));
      return isRight && hashed !== undefined;
    },
  };
};
