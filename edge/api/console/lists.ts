// The views that the console's lists and registers read, kept up with the ledger while the edge runs.
import type { Ledger } from '../../ledger/ledger.ts';
import { holdingsView } from '../../ledger/views/holdings.ts';
import { turnedAway } from '../../ledger/views/turned-away.ts';
import { Upkeep } from '../../ledger/views/upkeep.ts';
import { carrierOf } from '../../words/carriers.ts';

export interface Lists {
  start(): void;
  stop(): Promise<void>;
  /** Wall ms at which what the views show was true: now, unless they are still on their way to the ledger's end. */
  asOf(): Promise<number>;
}

/** `now`: wall ms. */
export const openLists = (ledger: Ledger, now: () => number): Lists => {
  const views = [new Upkeep(ledger, holdingsView(carrierOf)), new Upkeep(ledger, turnedAway)];
  return {
    start: () => {
      for (const view of views) view.start();
    },
    stop: async () => {
      await Promise.all(views.map((view) => view.stop()));
    },
    asOf: async () => Math.min(...(await Promise.all(views.map((view) => view.freshAt(now()))))),
  };
};
