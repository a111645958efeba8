// Folds the whole ledger again from its first event and puts the result in the place of what the node worked with.
import { join } from 'node:path';
import type { Recorded } from '../contract/events.ts';
import { evolve } from '../domain/evolve.ts';
import { memory } from '../domain/overlay.ts';
import { type Table, tableNames } from '../domain/state.ts';
import { Ledger } from '../ledger/ledger.ts';
import { replay } from '../ledger/replay.ts';
import type { TableChange } from '../ledger/unit.ts';
import { holdingsView } from '../ledger/views/holdings.ts';
import { turnedAway } from '../ledger/views/turned-away.ts';
import { rebuildView } from '../ledger/views/view.ts';
import { carrierOf } from '../words/carriers.ts';
import { siteConfig } from './site-config.ts';
import type { Given, Outcome } from './verbs.ts';

const textOf = (rows: TableChange[]): Map<string, string> =>
  new Map(rows.map(({ table, id, row }) => [`${table}/${id}`, JSON.stringify(row)]));

/** Live rows as the events alone make them. */
export const foldAll = async (file: string): Promise<TableChange[]> => {
  const state = memory();
  for await (const { body } of replay(file, { epoch: 0, seq: 0 }))
    state.apply(evolve(state, JSON.parse(body) as Recorded));
  return tableNames.flatMap((table: Table) => [...state.all(table)].map((row) => ({ table, id: row.id, row })));
};

/** Needs the edge to be stopped. Says how many rows differed from what was there: 0 = the incremental ones were right. */
export const rebuild = async ({ data, site }: Given): Promise<Outcome> => {
  const file = join(data, 'ledger.db');
  const ledger = new Ledger({ file, site: siteConfig(site).site.site, now: Date.now });
  await ledger.start();
  try {
    const fresh = await foldAll(file);
    const before = textOf(await ledger.tables());
    const now = textOf(fresh);
    const differing = [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.get(key) !== now.get(key));
    await ledger.replaceTables(fresh);
    const views = {
      holdings: await rebuildView(ledger, holdingsView(carrierOf)),
      turnedAway: await rebuildView(ledger, turnedAway),
    };
    return { ok: true, data: { rows: fresh.length, differing: differing.length, views } };
  } finally {
    await ledger.stop();
  }
};
