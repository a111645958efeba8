// Somebody sends what no page would: bodies of every shape, forged origins, other people's cookies. Nothing fails, hangs or opens.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { type RouteName, routes } from '../../edge/contract/routes.ts';
import { textsOf } from './bodies.fixture.ts';
import { beginCourier, meet } from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { owner } from './people.fixture.ts';
import { Site } from './site.fixture.ts';
import { isRefusal, type Visitor } from './visitor.fixture.ts';

const bodiesOfEach = process.env.MENFANG_FULL ? 10_000 : 200;
/** A terminal answers unknown cards one at a time, a second each, on purpose: the full dose would take it three hours. */
const bodiesOf = (name: RouteName): number => (name === 'identify' ? Math.min(bodiesOfEach, 1_000) : bodiesOfEach);
const atOnce = 20;
const seed = 20_261_121;
/** Nothing but a refused identification, which takes a second on purpose, takes this long on the slowest machine. */
const hangMs = 40_000;

const posts = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].method === 'post');

const bodyOf = (name: RouteName): fc.Arbitrary<string> => {
  const route = routes[name];
  assert.ok('request' in route);
  return textsOf(route.request);
};

describe('a terminal that is sent anything', function () {
  this.timeout(120_000 + bodiesOfEach * 3_000);
  const site = new Site();
  before(() => site.start());
  afterEach(() => site.check());
  after(() => site.stop());

  let inside: Visitor | undefined;
  const begin = async (): Promise<Visitor> => {
    const visitor = await eventually('a terminal without an open door', async () => {
      site.shutAll();
      const next = site.visitor();
      const said = await next.try('identify', { way: 'code', value: site.courierCodes[0] ?? '' });
      return isRefusal(said) ? undefined : next;
    });
    await meet(visitor, owner);
    return visitor;
  };

  const post = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(new URL(path, site.url()), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(hangMs),
    });

  const firstTry = async (name: RouteName, body: string): Promise<void> => {
    const { path } = routes[name];
    const { visitId = '', cookie = '' } = inside ?? {};
    const response = await post(path.replace(':visitId', visitId), body, { cookie });
    const answer = await response.text();
    const { refused } = response.status < 400 ? {} : (JSON.parse(answer) as { refused?: string });
    assert.ok(response.status < 500 || refused === 'device-away', `${name} ${response.status}: ${body.slice(0, 300)}`);
    assert.equal(refused === undefined, response.status < 400, `${name}: ${answer.slice(0, 200)}`);
    assert.doesNotMatch(answer, /\bat .*\.(js|ts):\d+/);
  };

  for (const name of posts)
    it(`answers ${bodiesOf(name)} bodies to ${name} with words and no failure`, async () => {
      inside = await begin();
      const bodies = fc.sample(bodyOf(name), { seed, numRuns: bodiesOf(name) });
      for (let at = 0; at < bodies.length; at += atOnce)
        await Promise.all(bodies.slice(at, at + atOnce).map((body) => firstTry(name, body)));
      const last = await inside.try('leave');
      assert.ok(last);
      const health = await fetch(new URL('/healthz', site.url()));
      assert.equal(health.status, 200);
    });

  it('takes no change that another page was made to send', async () => {
    inside = await begin();
    const body = JSON.stringify({ commandId: uuidv7() });
    const { visitId, cookie } = inside;
    for (const origin of ['http://evil.example', 'null', site.url('gate').replace(/\/$/, '')]) {
      const response = await post(`/api/visits/${visitId}/end`, body, { cookie, origin });
      assert.equal(response.status, 403, origin);
    }
    assert.equal((await inside.ask('readVisit')).over, false);
    const own = site.url().replace(/\/$/, '');
    assert.equal((await post(`/api/visits/${visitId}/end`, body, { cookie, origin: own })).status, 200);
  });

  it('takes a visit’s cookie for that visit only', async () => {
    inside = await begin();
    const other = await beginCourier(site, 'gate', 1);
    const body = JSON.stringify({ commandId: uuidv7() });
    for (const cookie of [other.cookie, '', 'visit=', `visit=${'A'.repeat(43)}`]) {
      assert.equal((await post(`/api/visits/${inside.visitId}/end`, body, { cookie })).status, 410);
      const address: URL = new URL(`/api/visits/${inside.visitId}`, site.url());
      const read: Response = await fetch(address, { headers: { cookie } });
      assert.equal(read.status, 410);
    }
    await other.ask('leave');
    await inside.ask('leave');
  });

  it('publishes exactly the addresses that it answers', async () => {
    const document = (await (await fetch(new URL('/api/openapi.json', site.url()))).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const published = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const mounted = Object.values(routes).map(
      ({ method, path }) => `${method} ${path.replace(':visitId', '{visitId}')}`,
    );
    assert.deepEqual(published.sort(), mounted.sort());
    const nowhere = 'there is nothing at this address';
    for (const one of published) {
      const [method = '', path = ''] = one.split(' ');
      const url = new URL(path.replace('{visitId}', uuidv7()), site.url());
      const stopped = new AbortController();
      const response = await fetch(url, { method: method.toUpperCase(), signal: stopped.signal });
      if (response.headers.get('content-type')?.startsWith('application/json'))
        assert.ok(!(await response.text()).includes(nowhere), one);
      stopped.abort();
    }
    const unknown = await post('/api/doors', '{}', {});
    assert.ok((await unknown.text()).includes(nowhere));
  });
});
