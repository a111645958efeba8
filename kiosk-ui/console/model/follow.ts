// The line of news from the ledger: which topics are old now, and whether the line stands.
import { type ReadonlySignal, signal } from '@preact/signals';
import { listen } from '../../kiosk/stream.ts';
import type { ConsoleAnswer } from '../contract.ts';
import { streamPath } from '../routes.ts';
import { allTopics, type Topic, topicsOf } from './news.ts';

/** Facts come in bursts; lists are read once for all of them. */
const gatherMs = 150;
/** A short break is nobody's business. */
const staleAfterMs = 5_000;

export interface News {
  /** Counts up with each telling, so that the same topics twice are two tellings. */
  n: number;
  topics: ReadonlySet<Topic>;
}

export interface Following {
  news: ReadonlySignal<News>;
  /** Wall time at which the line broke, once it has been broken for a while; null while what is shown is true. */
  staleSince: ReadonlySignal<number | null>;
  /** Begins to listen; `refused` when the edge does not let one. */
  start(refused: () => void): void;
  stop(): void;
}

export const createFollowing = (): Following => {
  const news = signal<News>({ n: 0, topics: new Set() });
  const staleSince = signal<number | null>(null);
  let gathered = new Set<Topic>();
  let gathering = 0;
  let staleTimer = 0;
  let isUp = true;
  let end: (() => void) | null = null;

  const tell = (topics: readonly Topic[]): void => {
    if (topics.length === 0) return;
    for (const topic of topics) gathered.add(topic);
    if (gathering !== 0) return;
    gathering = window.setTimeout(() => {
      gathering = 0;
      news.value = { n: news.value.n + 1, topics: gathered };
      gathered = new Set();
    }, gatherMs);
  };
  const link = (up: boolean): void => {
    if (up === isUp) return;
    isUp = up;
    clearTimeout(staleTimer);
    const since = Date.now();
    if (up) {
      staleSince.value = null;
      // A stream that was made anew does not know what it missed.
      tell(allTopics);
    } else {
      staleTimer = window.setTimeout(() => {
        staleSince.value = since;
      }, staleAfterMs);
    }
  };
  const stop = (): void => {
    end?.();
    end = null;
    clearTimeout(gathering);
    clearTimeout(staleTimer);
    gathering = 0;
    gathered = new Set();
    isUp = true;
    staleSince.value = null;
  };
  return {
    news,
    staleSince,
    start: (refused) => {
      stop();
      end = listen<ConsoleAnswer<'follow'>>(streamPath, 'ledger', {
        heard: ({ type }) => tell(topicsOf(type)),
        link,
        refused,
      });
    },
    stop,
  };
};
