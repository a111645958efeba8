// What every page of the console reaches for: the model, words in the chosen language, lists that keep themselves true, scans.
import { useSignalEffect } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleAnswer, RefusalCode } from './contract.ts';
import type { Console } from './model/console.ts';
import { hearKey, hearScans } from './model/keys.ts';
import type { Topic } from './model/news.ts';
import type { Asking, ReadRoute } from './routes.ts';
import { frameWords } from './words/frame.ts';
import type { Section } from './words/section.ts';
import type { FrameWords } from './words/words.ts';

export const ConsoleContext = createContext<Console | null>(null);

export const useConsole = (): Console => {
  const model = useContext(ConsoleContext);
  if (model === null) throw new Error('a part of the console stands outside of it');
  return model;
};

/** The words of one section in the chosen language; the component follows when another one is chosen. */
export const useWords = <Words>(section: Section<Words>): Words => section[useConsole().language.value];
export const useFrameWords = (): FrameWords => useWords(frameWords);

export interface Reading<Body> {
  /** The newest answer; kept while another one is on its way. */
  body: Body | null;
  /** Why there is no newer one. */
  trouble: RefusalCode | 'lost' | null;
  isReading: boolean;
  /** Reads again now. */
  again(): void;
}

/**
 * Reads a route, and again when `asking` changes or the ledger tells of one of `topics`. `asking` null = nothing is wanted now. An answer to an earlier question is
 * thrown away.
 */
export const useReading = <N extends ReadRoute>(
  name: N,
  asking: Asking<N> | null,
  topics: readonly Topic[],
): Reading<ConsoleAnswer<N>> => {
  const { read, news } = useConsole();
  const [state, setState] = useState<Omit<Reading<ConsoleAnswer<N>>, 'again'>>({
    body: null,
    trouble: null,
    isReading: asking !== null,
  });
  const current = useRef<AbortController | null>(null);
  const key = JSON.stringify(asking);
  const start = (isUnasked = false): void => {
    current.current?.abort();
    if (asking === null) return;
    const mine = new AbortController();
    current.current = mine;
    setState((former) => ({ ...former, isReading: true }));
    void read(name, asking, { stop: mine.signal, isUnasked }).then((answer) => {
      if (mine.signal.aborted) return;
      if (answer.kind === 'answer') setState({ body: answer.body, trouble: null, isReading: false });
      else {
        const trouble = answer.kind === 'lost' ? 'lost' : answer.refusal.refused;
        setState((former) => ({ ...former, trouble, isReading: false }));
      }
    });
  };
  const startNow = useRef(start);
  startNow.current = start;
  useEffect(() => {
    startNow.current();
    return () => current.current?.abort();
  }, [name, key]);
  const told = useRef(news.value.n);
  useSignalEffect(() => {
    const { n, topics: old } = news.value;
    if (n === told.current) return;
    told.current = n;
    if (topics.some((topic) => old.has(topic))) startNow.current(true);
  });
  return { ...state, again: () => startNow.current() };
};

/** Hears what a scanner or card reader types, wherever the focus is; the part that was mounted last hears it. */
export const useScan = (scanned: (value: string) => void, isOn = true): void => {
  const ear = useRef(scanned);
  ear.current = scanned;
  useEffect(() => (isOn ? hearScans((value) => ear.current(value)) : undefined), [isOn]);
};

/** One key outside of text fields does something. */
export const useKey = (key: string, press: () => void, isOn = true): void => {
  const ear = useRef(press);
  ear.current = press;
  useEffect(() => (isOn ? hearKey(key, () => ear.current()) : undefined), [key, isOn]);
};
