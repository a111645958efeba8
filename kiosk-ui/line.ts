// One line to the edge over HTTP: a letter is sent again, unchanged, until an answer comes.

const firstPauseMs = 300;

export interface Patience {
  /** One attempt is given up after this. */
  answerWithinMs: number;
  /** After this the person is told and may press again; an older request shall not open a door to nobody. */
  givenUpAfterMs: number;
}
export const usualPatience: Patience = { answerWithinMs: 8_000, givenUpAfterMs: 20_000 };

export interface Letter {
  path: string;
  /** Sent by POST as JSON; without a body it is a GET. */
  body?: object;
  /** The page asks by itself: nobody pressed anything, so it keeps no sign-in alive. */
  isUnasked?: boolean;
}

/** One attempt; null when there was no answer that means anything. */
export const attempt = async <Json extends object>(path: string, init: RequestInit): Promise<Json | null> => {
  try {
    const response = await fetch(path, { ...init, cache: 'no-store', credentials: 'same-origin' });
    const json: Json = await response.json();
    return response.ok || 'refused' in json ? json : null;
  } catch (error) {
    // A dead line is a TypeError, a slow one a DOMException, half an answer a SyntaxError.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends until an answer comes, `stop` is aborted, or it has taken too long; then null. */
export const sendUntilAnswered = async <Json extends object>(
  { path, body, isUnasked }: Letter,
  stop: AbortSignal,
  { answerWithinMs, givenUpAfterMs }: Patience = usualPatience,
): Promise<Json | null> => {
  const begun = performance.now();
  const init: RequestInit =
    body === undefined
      ? { headers: isUnasked ? { 'menfang-unasked': '1' } : {} }
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  for (let wait = firstPauseMs; ; wait *= 2) {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(answerWithinMs)]);
    const json = await attempt<Json>(path, { ...init, signal });
    if (json !== null || stop.aborted) return json;
    if (performance.now() - begun + wait > givenUpAfterMs) return null;
    await pause(wait);
    if (stop.aborted) return null;
  }
};
