// Waiting for what must come about, on a machine whose speed is not known.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

const lookEveryMs = 40;
/** Far above what anything takes on a quiet machine: only what never comes about fails. */
const patienceMs = 60_000;

type Probe<T> = () => Promise<T | undefined | false> | T | undefined | false;

/** The first answer of `probe` that is there; an AssertionError that says what did not come about. */
export const eventually = async <T>(what: string, probe: Probe<T>, withinMs = patienceMs): Promise<T> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    assert.ok(performance.now() < until, `never came about: ${what}`);
    await wait(lookEveryMs);
  }
};
