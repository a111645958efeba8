// The console's lists and searches over years of a desk: 200,000 holdings, 2,000,000 events, by the very handlers the routes call.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { openItems } from '../../edge/api/console/items.ts';
import { openLists } from '../../edge/api/console/lists.ts';
import { openSearch } from '../../edge/api/console/search.ts';
import { projectFolder, readConfig } from '../../edge/config.ts';
import { itemsQuery } from '../../edge/contract/console/items.ts';
import { openCore } from '../../edge/core.ts';
import type { Measured } from './bench.ts';
import { eventsEach, fill, waybillOf } from './desk/fill.ts';
import { nameOf, roomOf, settle, signIn } from './desk/people.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { holdings: { type: 'string', default: '200000' } },
});
const rounds = 40;

const quantile = (figures: number[], q: number): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN) * 100) / 100;
};

/** `{name, p50Ms, p99Ms, searchP50Ms, searchP99Ms, storyP99Ms, floorP99Ms, …}`: the floor is one row by its key, in the same run: the machine's own noise. */
export const run = async (): Promise<Measured> => {
  const holdings = Number(values.holdings);
  const data = mkdtempSync(join(tmpdir(), 'menfang-desk-'));
  const config = readConfig(join(projectFolder, 'scripts', 'sites', 'lobby.json'));
  const began = performance.now();
  const first = await openCore({ config, data });
  await first.dispatch.execute({ commandId: uuidv7(), kind: 'StartNode', boot: first.now().boot, version: 'bench' });
  const residents = await settle(first);
  const by = await signIn(first);
  await first.dispatch.stop();
  await fill(first.ledger, { holdings, residents, staffId: by.staffId, now: Date.now() });
  await first.stop();

  const core = await openCore({ config, data });
  const { dispatch, ledger, now } = core;
  const lists = openLists(ledger, Date.now);
  lists.start();
  while ((await lists.asOf()) < Date.now() - 1_000);
  const search = openSearch({ dispatch });
  const items = openItems({
    ...{ dispatch, ledger, site: config.layout, timeZone: config.site.timeZone, lists, search, now, newId: uuidv7 },
  });
  const setUpSeconds = Math.round((performance.now() - began) / 1000);

  const slowest = { ms: 0, asked: '' };
  const measure = async (asked: Record<string, unknown>): Promise<number> => {
    const query = itemsQuery.parse(asked);
    const from = performance.now();
    const reply = await items.listItems({ by, roles: ['desk'], query, body: undefined, params: { id: '' } });
    const ms = performance.now() - from;
    if ('refused' in reply) throw new Error(`${JSON.stringify(asked)}: ${JSON.stringify(reply)}`);
    if (ms > slowest.ms) Object.assign(slowest, { ms: Math.round(ms), asked: JSON.stringify(asked) });
    return ms;
  };
  const page = async (asked: Record<string, unknown>): Promise<string | null> => {
    const query = itemsQuery.parse(asked);
    const reply = await items.listItems({ by, roles: ['desk'], query, body: undefined, params: { id: '' } });
    return 'refused' in reply ? null : reply.body.next;
  };

  const listed: number[] = [];
  const searched: number[] = [];
  const stories: number[] = [];
  const floor: number[] = [];
  await measure({ list: 'waiting', search: 'wm' });
  Object.assign(slowest, { ms: 0, asked: '' });
  const next = await page({ list: 'ended', limit: 2000 });
  for (let round = 0; round < rounds; round += 1) {
    const n = (round * 4_999) % holdings;
    for (const list of ['waiting', 'today', 'due', 'disputed', 'to-return', 'ended'])
      listed.push(await measure({ list }));
    for (const more of [{ kind: 'letter' }, { carrier: '德邦' }, { where: 'shelf' }, { order: 'asc' }, { after: next }])
      listed.push(await measure({ list: 'ended', ...more }));
    listed.push(await measure({ list: 'waiting', sort: 'room', order: 'asc' }));
    for (const list of ['waiting', 'ended']) {
      const room = `${roomOf(n % 3000)}-${n % 3000}`;
      for (const text of [
        room,
        nameOf(n % 6000),
        'wm',
        String(n % 10_000).padStart(4, '0'),
        waybillOf(n),
        waybillOf(n).slice(-6),
      ])
        searched.push(await measure({ list, search: text }));
    }
    const [row] = await ledger.queryViews<{ id: string }>(
      "SELECT id FROM view_row WHERE view = 'holdings' AND id >= ? LIMIT 1",
      [(n % 16).toString(16)],
    );
    const from = performance.now();
    await items.readItem({ by, roles: ['desk'], query: undefined, body: undefined, params: { id: row?.id ?? '' } });
    stories.push(performance.now() - from);
    for (let n = 0; n < 12; n += 1) {
      const begin = performance.now();
      await ledger.viewRows('holdings', [row?.id ?? '']);
      floor.push(performance.now() - begin);
    }
  }
  const events = ledger.head.seq;
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6);
  search.stop();
  await lists.stop();
  await core.stop();
  rmSync(data, { recursive: true, force: true });
  return {
    name: 'desk',
    p50Ms: quantile(listed, 0.5),
    p99Ms: quantile(listed, 0.99),
    searchP50Ms: quantile(searched, 0.5),
    searchP99Ms: quantile(searched, 0.99),
    storyP99Ms: quantile(stories, 0.99),
    floorP50Ms: quantile(floor, 0.5),
    floorP99Ms: quantile(floor, 0.99),
    slowest: `${slowest.ms} ms ${slowest.asked}`,
    holdings,
    events,
    eventsEach,
    setUpSeconds,
    rssMb,
  };
};
