// Who may be meant by what is typed: asked for a moment after the last key, because each search is recorded [P1].
import { useEffect, useState } from 'preact/hooks';
import type { RefusalCode } from '../contract.ts';
import { useConsole } from '../hooks.ts';
import type { Recipient } from './contract.ts';

const pauseMs = 180;

/** One Chinese character is a name; one letter or digit is nobody. */
export const isWorthAsking = (text: string): boolean => text.length >= 2 || /\p{Script=Han}/u.test(text);

export interface Hits {
  text: string;
  rows: readonly Recipient[];
  trouble: RefusalCode | 'lost' | null;
}

/** Hits for exactly this text; null while they are not known, or nothing is worth asking. */
export const useHits = (typed: string): Hits | null => {
  const { read } = useConsole();
  const [hits, setHits] = useState<Hits | null>(null);
  const text = typed.trim();
  useEffect(() => {
    if (!isWorthAsking(text)) return undefined;
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await read('findRecipients', { query: { q: text } }, { stop: stop.signal });
      if (stop.signal.aborted) return;
      if (answer.kind === 'answer') setHits({ text, rows: answer.body.rows, trouble: null });
      else setHits({ text, rows: [], trouble: answer.kind === 'lost' ? 'lost' : answer.refusal.refused });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return hits?.text === text ? hits : null;
};
