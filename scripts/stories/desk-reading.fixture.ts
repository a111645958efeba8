// What the pages of a console read, with their queries: lists to their last page, registers, the map.
import assert from 'node:assert/strict';
import {
  type ConsoleAnswer,
  type ConsoleAsked,
  type ConsoleRoute,
  consoleRoutes,
} from '../../edge/contract/console/routes.ts';
import type { Browser } from './console-edge.fixture.ts';

/** A page's GET, granted and as the contract has it. */
export const read = async <N extends ConsoleRoute>(
  browser: Browser,
  name: N,
  { id = '', query = {} }: { id?: string; query?: object } = {},
): Promise<ConsoleAnswer<N>> => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) search.set(key, String(value));
  const heard = await browser.send(`${consoleRoutes[name].path.replace(':id', id)}?${search}`);
  assert.equal(heard.status, 200, `${name}: ${heard.text}`);
  return consoleRoutes[name].answer.parse(JSON.parse(heard.text)) as ConsoleAnswer<N>;
};

type List = ConsoleAsked<'listItems'>['list'];
type Rows = ConsoleAnswer<'listItems'>['rows'];

/** A whole list, page by page as one scrolls; its total must be what was shown. */
export const readList = async (browser: Browser, list: List): Promise<Rows> => {
  const rows: Rows = [];
  let after: string | null = null;
  do {
    const query: ConsoleAsked<'listItems'> = { list, limit: 40, ...(after !== null && { after }) };
    const page: ConsoleAnswer<'listItems'> = await read(browser, 'listItems', { query });
    rows.push(...page.rows);
    after = page.next;
    if (after === null) assert.equal(page.total, rows.length, list);
  } while (after !== null);
  assert.equal(new Set(rows.map(({ holdId }) => holdId)).size, rows.length, `${list} shows each item once`);
  return rows;
};
