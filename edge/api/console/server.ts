// The HTTPS listener of the console: its page, and the routes of the contract behind sign-in and right.
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Express, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { type ConsoleFile, type ConsoleRoute, consoleFiles, consoleRoutes } from '../../contract/console/routes.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import { StatementFault } from '../../ledger/ledger.ts';
import type { PemPair } from '../../secrets/certificate-pair.ts';
import { isRefusal, type Reply } from '../answers.ts';
import { answerRefusal, badRequest, close, closeApp, listen, openApp, readJson, serveFolder } from '../http.ts';
import { type AdmissionOptions, admit, askingOf, mayPass, type RouteRight } from './admission.ts';
import { browserOf } from './browser.ts';
import type { FileHandlers, FileReply, Handlers } from './handlers.ts';
import { ownPage, type Reach } from './origin.ts';
import type { Replies } from './replies.ts';

export interface ConsoleServerOptions extends Reach, AdmissionOptions {
  port: number;
  /** Key and certificate of this server, PEM. */
  pair: PemPair;
  /** The authority's certificate, PEM, for people to install. */
  authority: string;
  /** The folder of the built page. */
  page: string;
  handlers: Handlers & FileHandlers;
  /** Sends news until the browser goes away or `isLive` says no. */
  follow: (request: Request, response: Response, isLive: () => boolean) => Promise<void>;
  dispatch: Pick<Dispatch, 'state' | 'onChange'>;
  replies: Replies;
  /** The published contract, made when it is asked for. */
  contract: () => object;
  /** Ends what is over by the clock. Called every second. */
  sweep: () => void;
  log: Logger;
}

interface Mounted {
  method: 'get' | 'post';
  path: string;
  right: RouteRight;
  query?: z.ZodType | undefined;
  request?: z.ZodType;
  bodyLimit?: number;
  status?: 201;
}
type Call<T> = (asked: object) => Promise<T>;

const usualBody = 16_384;
const mostConnections = 128;
/** Who holds a connection and says nothing gives it up. */
const slowestMs = 10_000;
const sweepEveryMs = 1_000;

export class ConsoleServer {
  readonly #options: ConsoleServerOptions;
  readonly #server: Server;
  #sweeper: NodeJS.Timeout | undefined;

  constructor(options: ConsoleServerOptions) {
    this.#options = options;
    const { key, certificate } = options.pair;
    const limits = { handshakeTimeout: slowestMs, headersTimeout: slowestMs };
    this.#server = createServer({ key, cert: certificate, minVersion: 'TLSv1.2', ...limits }, this.#app());
    this.#server.maxConnections = mostConnections;
  }

  /** Resolves with the address it listens on. */
  async start(): Promise<AddressInfo> {
    const address = await listen(this.#server, this.#options);
    this.#sweeper = setInterval(this.#options.sweep, sweepEveryMs);
    return address;
  }

  stop(): Promise<void> {
    clearInterval(this.#sweeper);
    return close(this.#server);
  }

  #app(): Express {
    const { page, authority, log, handlers } = this.#options;
    const app = openApp({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: { includeSubDomains: false },
    });
    app.use(ownPage(this.#options));
    for (const name of Object.keys(consoleRoutes) as ConsoleRoute[])
      if (name === 'follow') this.#mountStream(app, consoleRoutes.follow);
      else this.#mount(app, { ...consoleRoutes[name], name }, handlers[name] as Call<Reply<unknown>>);
    for (const name of Object.keys(consoleFiles) as ConsoleFile[])
      this.#mountFile(app, { ...consoleFiles[name], method: 'get' }, handlers[name] as Call<FileReply>);
    // Made once: it takes so long that doors would wait for whoever asks again and again.
    let contract: string | undefined;
    app.get('/api/openapi.json', (_request, response) => {
      contract ??= JSON.stringify(this.#options.contract());
      response.type('json').send(contract);
    });
    app.get('/menfang-ca.pem', (_request, response) => {
      response.type('application/x-x509-ca-cert').attachment('menfang-ca.pem').send(authority);
    });
    app.use(serveFolder(page));
    // The page has addresses of its own for its views; what is none of the API's is the page's.
    app.get(/^\/(?!api\/)/, (_request, response, next) => {
      response.sendFile(join(page, 'index.html'), { cacheControl: false, etag: false }, (error) => error && next());
    });
    closeApp(app, log);
    return app;
  }

  #mount(app: Express, route: Mounted & { name: string }, handler: Call<Reply<unknown>>): void {
    const { method, path, right, bodyLimit, status = 200, name } = route;
    const readBody = readJson(bodyLimit ?? usualBody);
    app[method](path, admit(this.#options, right), readBody, async (request, response) => {
      const asked = this.#asked(route, request, response);
      if (!asked) return;
      const asker = asked.by?.sessionId ?? request.socket.remoteAddress ?? '';
      const isSentAgain = method === 'post' && asked.body !== undefined;
      const reply = await recorded(() =>
        isSentAgain
          ? this.#options.replies.once({ asker, route: name, body: asked.body }, () => handler(asked))
          : handler(asked),
      );
      if (isRefusal(reply)) return answerRefusal(response, reply);
      if (reply.cookie) response.set('set-cookie', reply.cookie);
      response.status(status).json(reply.body);
    });
  }

  #mountFile(app: Express, route: Mounted, handler: Call<FileReply>): void {
    app.get(route.path, admit(this.#options, route.right), async (request, response) => {
      const asked = this.#asked(route, request, response);
      if (!asked) return;
      const reply = await recorded(() => handler(asked));
      if ('refused' in reply) return answerRefusal(response, reply);
      response.attachment(reply.name).type(reply.type).send(reply.body);
    });
  }

  /** A stream lives no longer than the sign-in and the right it was opened by [S11]. */
  #mountStream(app: Express, { path, right }: Mounted): void {
    const { dispatch, follow } = this.#options;
    app.get(path, admit(this.#options, right), (request, response) => {
      const isLive = (): boolean => {
        const asking = askingOf(this.#options, request);
        return asking !== undefined && mayPass(asking.staff, right);
      };
      // The ledger tells its news before the rows show it: whether the sign-in still lives is asked when they do.
      const off = dispatch.onChange(() => {
        if (!isLive()) response.end();
      });
      response.on('close', off);
      return follow(request, response, isLive);
    });
  }

  /** What the handler is given; undefined when the request was malformed or its sign-in is over, and is answered. */
  #asked(route: Mounted, request: Request, response: Response) {
    const body = route.request?.safeParse(request.body);
    if (body && !body.success) return void answerRefusal(response, badRequest(body.error));
    const query = route.query?.safeParse(request.query);
    if (query && !query.success) return void answerRefusal(response, badRequest(query.error));
    const asking = askingOf(this.#options, request);
    const { id = '' } = request.params as { id?: string };
    const read = { body: body?.data, query: query?.data, params: { id } };
    const session = asking?.session ?? null;
    // What a page reads again by itself is nobody's doing: a desk left alone is signed out [safety: codes 9].
    if (session && request.get('menfang-unasked') === undefined) this.#options.sessions.touch(session.id);
    if (route.right === 'anyone')
      return { ...read, by: null, sessionId: session?.id ?? null, where: browserOf(request.get('user-agent')) };
    // It may have ended while the body was on its way.
    if (!asking || !mayPass(asking.staff, route.right)) return void answerRefusal(response, { refused: 'signed-out' });
    const { staff } = asking;
    return { ...read, by: { staffId: staff.id, sessionId: asking.session.id }, roles: staff.roles };
  }
}

/** A disk that cannot be written is an answer: nothing has happened. */
const recorded = async <T>(handle: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
    return { refused: 'cannot-record', remedy: 'nothing was changed; the node cannot write' };
  }
};
