// Somebody who is signed in sends what no page would, to every route of the console: it is answered in words, and nothing fails.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { type ConsoleRoute, consoleFiles, consoleRoutes } from '../../edge/contract/console/routes.ts';
import { staffRoles } from '../../edge/contract/rights.ts';
import { nearOf, textsOf } from './bodies.fixture.ts';
import { Browser, ConsoleEdge, founders, invite, type Member, signIn } from './console-edge.fixture.ts';

const bodiesOfEach = process.env.MENFANG_FULL ? 10_000 : 40;
/** Wrong cards at the counter are answered one at a time, a second each, on purpose; so are wrong passwords, nearly. */
const bodiesTo = (name: ConsoleRoute): number =>
  name === 'claim' || consoleRoutes[name].right === 'anyone' ? Math.min(bodiesOfEach, 1_000) : bodiesOfEach;
const atOnce = 10;
const seed = 20_261_121;

/** A refusal that is the world's, not the node's fault: no cabinet is connected here. */
const worldly = ['device-away'];

const posts = (Object.keys(consoleRoutes) as ConsoleRoute[]).filter((name) => consoleRoutes[name].method === 'post');
const gets = [...Object.values(consoleRoutes), ...Object.values(consoleFiles)].filter(
  (route) => !('method' in route && route.method === 'post') && !route.path.endsWith('/stream'),
);

describe('a console that is sent anything', function () {
  this.timeout(120_000 + bodiesOfEach * 1_000);
  const edge = new ConsoleEdge();
  let everybody: Member;

  before(async () => {
    await edge.begin();
    const { manager } = await founders(edge);
    everybody = await invite(manager.browser, [...staffRoles]);
  });
  after(() => edge.end());

  /** What was sent may have ended the sign-in; it begins anew. */
  beforeEach(async () => {
    const { browser, account } = everybody;
    if ((await browser.try('readSession', {})).refused === 'signed-out')
      assert.equal((await signIn(browser, account)).status, 200);
  });

  const check = async (path: string, letter: { method: string; body?: string }, browser: Browser): Promise<void> => {
    const { status, text, refused } = await browser.send(path, letter);
    const says = `${letter.method} ${path} ${status} ${text.slice(0, 200)}: ${letter.body?.slice(0, 300)}`;
    assert.ok(status < 500 || worldly.includes(refused ?? ''), says);
    if (status >= 400) assert.ok(refused, says);
    assert.doesNotMatch(text, /\bat .*\.(js|ts):\d+/);
  };
  const all = async <T>(list: T[], each: (one: T) => Promise<void>): Promise<void> => {
    for (let at = 0; at < list.length; at += atOnce) await Promise.all(list.slice(at, at + atOnce).map(each));
  };

  for (const name of posts) {
    const route = consoleRoutes[name];
    assert.ok('request' in route);
    it(`answers ${bodiesTo(name)} bodies to ${name} with words and no failure`, () =>
      all(fc.sample(textsOf(route.request), { seed, numRuns: bodiesTo(name) }), (body) =>
        // Before the sign-in each address has its measure: these come from many.
        check(route.path, { method: 'POST', body }, route.right === 'anyone' ? new Browser(edge) : everybody.browser),
      ));
  }

  for (const route of gets)
    it(`answers ${bodiesOfEach} questions to ${route.path} with words and no failure`, async () => {
      const query = 'query' in route && route.query ? nearOf(route.query) : fc.constant({});
      const ids = fc.oneof(
        fc.constant('').map(() => uuidv7()),
        fc.string({ minLength: 1, maxLength: 40 }),
      );
      const asked = fc.sample(fc.tuple(query, ids), { seed, numRuns: bodiesOfEach });
      await all(asked, ([fields, id]) => {
        const pairs = Object.entries(fields).map(([key, value]): [string, string] => [
          key,
          (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 500),
        ]);
        const path = route.path.replace(':id', encodeURIComponent(id));
        return check(`${path}?${new URLSearchParams(pairs)}`, { method: 'GET' }, everybody.browser);
      });
    });

  it('answers no address that is not of the table', async () => {
    for (const path of [
      '/api/console',
      '/api/console/doors',
      '/api/console/../../etc/passwd',
      '/api/visits',
      '/metrics',
    ])
      assert.doesNotMatch((await everybody.browser.send(path)).text, /root:|menfang_/);
    const { status, refused } = await everybody.browser.send('/api/console/doors', { method: 'POST', body: '{}' });
    assert.deepEqual([status, refused], [400, 'bad-request']);
  });
});
