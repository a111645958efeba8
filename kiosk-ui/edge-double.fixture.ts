// A stand-in for the edge, for stories of the page: says what it is told to say, and holds both sides to the contract.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { z } from 'zod';
import * as api from '../edge/contract/api.ts';
import { type Refusal, refusal } from '../edge/contract/refusals.ts';
import type { KioskView, VisitView } from './kiosk/contract.ts';
import { readBody, sendFile } from './page-files.fixture.ts';
import { kioskSample } from './samples.fixture.ts';

const requests = {
  identify: api.identify,
  openings: api.openDoor,
  problems: api.reportProblem,
  proxies: api.makeProxy,
  'proxies/revoke': api.revokeProxy,
  recipients: api.matchRecipient,
  parcels: api.depositParcel,
  swaps: api.swapCompartment,
  'take-backs': api.onParcel,
  withdrawals: api.onParcel,
  'shelf-confirmations': api.onParcel,
  end: api.onVisit,
  calls: api.callPerson,
  heartbeats: api.heartbeat,
} as const;
export type DoubleRoute = keyof typeof requests;
type Body<R extends DoubleRoute> = z.infer<(typeof requests)[R]>;
type Reply = VisitView | KioskView | api.ProxyView | Refusal;
type Handlers = { [R in DoubleRoute]?: (body: Body<R>) => Reply };

const routeOf = (path: string): { route: DoubleRoute; visitId: string | null } | null => {
  if (path === '/api/visits') return { route: 'identify', visitId: null };
  const ofVisit = /^\/api\/visits\/([0-9a-f-]{36})\/(.+)$/.exec(path);
  const name = ofVisit?.[2] ?? path.replace('/api/', '');
  return Object.hasOwn(requests, name) ? { route: name as DoubleRoute, visitId: ofVisit?.[1] ?? null } : null;
};

export interface EdgeDouble {
  url: string;
  /** Requests in the order of their coming, heartbeats left out. */
  seen: { route: DoubleRoute; visitId: string | null; body: object }[];
  beats: number;
  /** What broke the contract, on either side. A test ends by finding this empty. */
  faults: string[];
  on<R extends DoubleRoute>(route: R, answer: (body: Body<R>) => Reply): void;
  /** The kiosk view from now on, to everyone who listens. */
  tellKiosk(change: Partial<KioskView>): void;
  /** A whole view of a visit, to everyone who listens to it. */
  tellVisit(visit: VisitView): void;
  /** The next `n` answers are lost on the way, after the request was understood. */
  loseAnswers(n: number): void;
  /** Cut: no line to the edge at all, until mended. */
  cut(isCut: boolean): void;
  /** Forgets handlers, views and what was seen. */
  reset(kiosk: Partial<KioskView>): void;
  stop(): Promise<void>;
}

/** Serves the built page in `folder` and the visit API on a free loopback port. */
export const startEdgeDouble = async (folder: string): Promise<EdgeDouble> => {
  let handlers: Handlers = {};
  let kiosk = kioskSample();
  let lose = 0;
  let isCut = false;
  const visits = new Map<string, VisitView>();
  const streams = new Map<ServerResponse, string>();
  const done = new Map<string, string>();

  const sendEvent = (to: ServerResponse, event: string, data: object): void => {
    to.write(`id: ${Date.now()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const openStream = (response: ServerResponse, key: string): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 300\n\n');
    streams.set(response, key);
    response.on('close', () => streams.delete(response));
  };
  const tell = (key: string, event: string, data: object): void => {
    for (const [stream, of] of streams) if (of === key) sendEvent(stream, event, data);
  };

  const answerOf = (route: DoubleRoute, text: string, visitId: string | null): Reply => {
    const parsed = requests[route].safeParse(JSON.parse(text));
    if (!parsed.success) {
      double.faults.push(`${route}: ${parsed.error.message}`);
      return { refused: 'bad-request', field: parsed.error.issues[0]?.path.join('.') ?? '' };
    }
    if (route !== 'heartbeats') double.seen.push({ route, visitId, body: parsed.data });
    const handler = handlers[route] as ((body: object) => Reply) | undefined;
    return handler?.(parsed.data) ?? { refused: 'not-allowed' };
  };

  const keep = (reply: Reply): void => {
    const schema =
      'refused' in reply
        ? refusal
        : 'code' in reply
          ? api.proxyView
          : 'visitId' in reply
            ? api.visitView
            : api.kioskView;
    const checked = schema.safeParse(reply);
    if (!checked.success) double.faults.push(`answer: ${checked.error.message}`);
    if ('visitId' in reply) visits.set(reply.visitId, reply);
  };

  const command = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const text = await readBody(request);
    const found = routeOf(path);
    if (found === null) {
      double.faults.push(`no such route: ${path}`);
      response.writeHead(404).end('{}');
      return;
    }
    if (found.route === 'heartbeats') {
      double.beats += 1;
      answerOf('heartbeats', text, null);
      response.writeHead(204).end();
      return;
    }
    const { commandId } = JSON.parse(text);
    const known = done.get(commandId);
    const reply: Reply = known === undefined ? answerOf(found.route, text, found.visitId) : JSON.parse(known);
    done.set(commandId, JSON.stringify(reply));
    keep(reply);
    if (lose > 0) {
      lose -= 1;
      request.socket.destroy();
      return;
    }
    const status = 'refused' in reply ? 409 : found.route === 'identify' ? 201 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  };

  const read = async (response: ServerResponse, path: string): Promise<void> => {
    const visitId = /^\/api\/visits\/([0-9a-f-]{36})/.exec(path)?.[1];
    const visit = visitId === undefined ? undefined : visits.get(visitId);
    if (path === '/api/kiosk/stream') {
      openStream(response, 'kiosk');
      sendEvent(response, 'kiosk', kiosk);
    } else if (visit && path.endsWith('/stream')) {
      openStream(response, visit.visitId);
      sendEvent(response, 'visit', visit);
    } else if (path.startsWith('/api/')) {
      const body = visit ?? { refused: 'visit-over' };
      response.writeHead(visit ? 200 : 410, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } else {
      await sendFile(folder, path, response);
    }
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://edge').pathname;
    if (isCut && path.startsWith('/api/')) request.socket.destroy();
    else void (request.method === 'POST' ? command(request, response, path) : read(response, path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the double has no port');

  const closeStreams = (): void => {
    for (const stream of streams.keys()) stream.destroy();
  };
  const double: EdgeDouble = {
    url: `http://127.0.0.1:${address.port}`,
    seen: [],
    beats: 0,
    faults: [],
    on: (route, answer) => {
      handlers = { ...handlers, [route]: answer };
    },
    tellKiosk: (change) => {
      kiosk = { ...kiosk, ...change };
      keep(kiosk);
      tell('kiosk', 'kiosk', kiosk);
    },
    tellVisit: (visit) => {
      keep(visit);
      tell(visit.visitId, 'visit', visit);
    },
    loseAnswers: (n) => {
      lose = n;
    },
    cut: (cut) => {
      isCut = cut;
      if (cut) closeStreams();
    },
    reset: (change) => {
      handlers = { end: () => ({ refused: 'visit-over' }), calls: () => kiosk };
      kiosk = kioskSample(change);
      lose = 0;
      isCut = false;
      visits.clear();
      done.clear();
      double.seen = [];
    },
    stop: async () => {
      closeStreams();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  double.reset({});
  return double;
};
