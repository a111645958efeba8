// Answers kept for a minute: what a page sends again, because the first answer was lost on the way, is done once and answered alike.
import { createHmac, randomBytes } from 'node:crypto';

const keptMs = 60_000;
const mostKept = 500;

export interface Replies {
  /** The first answer to the same `body` of the same `asker` on the same `route`; `reply` makes it when there is none. */
  once<T>(asked: { asker: string; route: string; body: unknown }, reply: () => Promise<T>): Promise<T>;
}

/** `now`: monotonic milliseconds. */
export const openReplies = (now: () => number): Replies => {
  // Bodies hold passwords: what is kept of them is worth nothing outside this run.
  const key = randomBytes(32);
  const kept = new Map<string, { reply: Promise<unknown>; at: number }>();
  const forgetOld = (): void => {
    for (const [digest, { at }] of kept) {
      if (kept.size < mostKept && now() - at < keptMs) return;
      kept.delete(digest);
    }
  };
  return {
    once<T>({ asker, route, body }: { asker: string; route: string; body: unknown }, reply: () => Promise<T>) {
      forgetOld();
      const digest = createHmac('sha256', key)
        .update(JSON.stringify([asker, route, body]))
        .digest('hex');
      const known = kept.get(digest);
      if (known) return known.reply as Promise<T>;
      const made = reply();
      kept.set(digest, { reply: made, at: now() });
      made.catch(() => kept.delete(digest));
      return made;
    },
  };
};
