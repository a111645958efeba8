// A stand-in for the console's edge, for stories: answers the contract's routes with samples or as told, and holds both sides to the contract.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type ConsoleRoute, consoleRoutes } from '../../edge/contract/console/routes.ts';
import { type Refusal, refusal } from '../../edge/contract/refusals.ts';
import { readBody, sendFile } from '../page-files.fixture.ts';
import type { ConsoleAnswer, ConsoleRequest, EventType, SessionView, SiteView } from './contract.ts';
import {
  helloSample,
  itemSample,
  rightsSample,
  secondFactorSample,
  sessionSample,
  sessionsSample,
  siteSample,
  staffSample,
} from './samples.fixture.ts';

type Route = Exclude<ConsoleRoute, 'follow'>;
interface Asked<N extends Route> {
  body: ConsoleRequest<N>;
  query: Record<string, unknown>;
  id: string;
}
type Handler<N extends Route> = (asked: Asked<N>) => ConsoleAnswer<N> | Refusal;
type Handlers = { [N in Route]?: Handler<N> };

export interface ConsoleDouble {
  url: string;
  /** Requests in the order of their coming, one for each command however often it was sent. */
  seen: { route: Route; body: object; query: object }[];
  /** What broke the contract, on either side. A story ends by finding this empty. */
  faults: string[];
  on<N extends Route>(route: N, answer: Handler<N>): void;
  /** From now on this person is signed in, or nobody. */
  signIn(session: SessionView | null): void;
  /** The site from now on. */
  site(view: SiteView): void;
  /** A fact to every page that listens. */
  tell(type: EventType): void;
  /** The next `n` answers are lost on the way, after the request was understood. */
  loseAnswers(n: number): void;
  /** Cut: no line to the edge at all, until mended. */
  cut(isCut: boolean): void;
  reset(session: SessionView | null): void;
  stop(): Promise<void>;
}

interface Found {
  name: ConsoleRoute;
  id: string;
}
const shapes = (Object.keys(consoleRoutes) as ConsoleRoute[])
  .map((name) => {
    const { method, path } = consoleRoutes[name];
    return { name, method, path, shape: new RegExp(`^${path.replace(':id', '([^/]+)')}$`) };
  })
  // A path that is written out goes before one with an id in the same place.
  .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));

const find = (method: string, path: string): Found | null => {
  for (const { name, method: wanted, shape } of shapes) {
    const match = wanted.toUpperCase() === method ? shape.exec(path) : null;
    if (match) return { name, id: match[1] ?? '' };
  }
  return null;
};

const isOpen = (name: ConsoleRoute): boolean => consoleRoutes[name].right === 'anyone';
const json = { 'content-type': 'application/json' };

/** Serves the built console in `folder` and its API on a free loopback port. */
export const startConsoleDouble = async (folder: string): Promise<ConsoleDouble> => {
  let handlers: Handlers = {};
  let session: SessionView | null = null;
  let site = siteSample();
  let seq = 0;
  let lose = 0;
  let isCut = false;
  const done = new Map<string, string>();
  const streams = new Set<ServerResponse>();

  const usual: Handlers = {
    hello: () => helloSample(),
    readSession: () => session ?? { refused: 'signed-out' },
    signIn: () => {
      session = sessionSample();
      return session;
    },
    makeAccount: () => {
      session = sessionSample({ name: '黄经理' });
      return session;
    },
    signOut: () => {
      session = null;
      return {};
    },
    openInvitation: () => ({ roles: ['manager'], secondFactor: secondFactorSample }),
    changePassword: () => ({}),
    readSite: () => site,
    readRights: () => rightsSample(),
    listStaff: () => staffSample(),
    listSessions: () => sessionsSample(),
    readItem: ({ id }) => ({ item: itemSample(4, { holdId: id }), steps: [] }),
  };

  /** The body or query by its schema; a breach is noted and null comes back. */
  const parsed = (name: ConsoleRoute, schema: z.ZodType | undefined, value: unknown): object | null => {
    if (schema === undefined) return {};
    const result = schema.safeParse(value);
    if (result.success) return result.data as object;
    double.faults.push(`${name}: ${result.error.message}`);
    return null;
  };
  const answerOf = (name: Route, asked: { body: object; query: object; id: string }): object => {
    if (session === null && !isOpen(name)) return { refused: 'signed-out' };
    double.seen.push({ route: name, body: asked.body, query: asked.query });
    const handler = (handlers[name] ?? usual[name]) as ((asked: object) => object) | undefined;
    const reply = handler?.(asked) ?? { refused: 'not-allowed' };
    const schema: z.ZodType = 'refused' in reply ? refusal : consoleRoutes[name].answer;
    const checked = schema.safeParse(reply);
    if (!checked.success) double.faults.push(`answer of ${name}: ${checked.error.message}`);
    return reply;
  };
  const follow = (response: ServerResponse): void => {
    if (session === null) {
      response.writeHead(401, json).end('{"refused":"signed-out"}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 300\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  };
  const api = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const found = find(request.method ?? 'GET', url.pathname);
    if (found === null) {
      double.faults.push(`no such route: ${request.method} ${url.pathname}`);
      response.writeHead(404, json).end('{}');
      return;
    }
    const { name, id } = found;
    if (name === 'follow') return follow(response);
    const route: { path: string; request?: z.ZodType; query?: z.ZodType } = consoleRoutes[name];
    const text = await readBody(request);
    const body = parsed(name, route.request, text === '' ? {} : JSON.parse(text));
    const query = parsed(name, route.query, Object.fromEntries(url.searchParams));
    const commandId = String(Reflect.get(body ?? {}, 'commandId') ?? '');
    const known = commandId === '' ? undefined : done.get(commandId);
    const reply =
      body === null || query === null
        ? { refused: 'bad-request' }
        : known === undefined
          ? answerOf(name, { body, query, id })
          : JSON.parse(known);
    if (commandId !== '') done.set(commandId, JSON.stringify(reply));
    if (lose > 0) {
      lose -= 1;
      request.socket.destroy();
      return;
    }
    const status = 'refused' in reply ? (reply.refused === 'signed-out' ? 401 : 409) : 200;
    response.writeHead(status, json).end(JSON.stringify(reply));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://edge');
    const isApi = url.pathname.startsWith('/api/');
    if (isCut && isApi) request.socket.destroy();
    else void (isApi ? api(request, response, url) : sendFile(folder, url.pathname, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the double has no port');
  const closeStreams = (): void => {
    for (const stream of streams) stream.destroy();
  };
  const double: ConsoleDouble = {
    url: `http://127.0.0.1:${address.port}`,
    seen: [],
    faults: [],
    on: (route, answer) => {
      handlers = { ...handlers, [route]: answer };
    },
    signIn: (who) => {
      session = who;
    },
    site: (view) => {
      site = view;
    },
    tell: (type) => {
      seq += 1;
      const news: ConsoleAnswer<'follow'> = { epoch: 1, seq, at: Date.now(), type, holdId: null };
      for (const stream of streams) stream.write(`id: 1-${seq}\nevent: ledger\ndata: ${JSON.stringify(news)}\n\n`);
    },
    loseAnswers: (n) => {
      lose = n;
    },
    cut: (cut) => {
      isCut = cut;
      if (cut) closeStreams();
    },
    reset: (who) => {
      handlers = {};
      session = who;
      site = siteSample();
      lose = 0;
      isCut = false;
      done.clear();
      closeStreams();
      double.seen = [];
    },
    stop: async () => {
      closeStreams();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return double;
};
