// The HTTP listener of one kiosk terminal: its page, the routes of the contract, health and metrics. Loopback only.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express, NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { id } from '../contract/ids.ts';
import { type RouteName, routes } from '../contract/routes.ts';
import { isRefusal, type Reply } from './answers.ts';
import { answerRefusal, badRequest, close, closeApp, listen, openApp, readJson, serveFolder } from './http.ts';
import { stream } from './stream.ts';
import { openTerminal, type TerminalOptions } from './terminal.ts';

export interface ServerOptions extends TerminalOptions {
  host: string;
  port: number;
  /** The folder of the built page. */
  page: string;
  position: () => string;
  /** Documents and figures that are the same at every terminal, by path: `/api/openapi.json`, `/metrics`, … */
  documents: Record<string, () => Promise<{ type: string; body: string; status?: number }>>;
  log: Logger;
}

const bodyLimit = 16_384;

/** A change must come from this page itself, whatever a browser was made to send. */
const sameOrigin = (request: Request, response: Response, next: NextFunction): void => {
  const origin = request.get('origin');
  if (request.method === 'GET' || origin === undefined || origin === `http://${request.get('host')}`) next();
  else answerRefusal(response, { refused: 'not-allowed', remedy: 'send it from the page of this terminal' });
};

/** A name that only points to this machine is somebody else's page (DNS rebinding). */
const ownHost = (request: Request, response: Response, next: NextFunction): void => {
  if (/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.get('host') ?? '')) next();
  else answerRefusal(response, { refused: 'not-allowed', remedy: 'open this terminal at 127.0.0.1' });
};

export class KioskServer {
  readonly #options: ServerOptions;
  readonly #terminal: ReturnType<typeof openTerminal>;
  readonly #server: Server;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#terminal = openTerminal(options);
    this.#server = createServer(this.#app());
  }

  /** Resolves with the address it listens on. */
  start(): Promise<AddressInfo> {
    return listen(this.#server, this.#options);
  }

  stop(): Promise<void> {
    return close(this.#server);
  }

  #app(): Express {
    const app = openApp({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    });
    app.use(ownHost, sameOrigin, readJson(bodyLimit));
    for (const name of Object.keys(routes) as RouteName[]) this.#mount(app, name);
    for (const [path, read] of Object.entries(this.#options.documents))
      app.get(path, async (_request, response) => {
        const { type, body, status = 200 } = await read();
        response.status(status).type(type).send(body);
      });
    app.use(serveFolder(this.#options.page));
    closeApp(app, this.#options.log);
    return app;
  }

  #mount(app: Express, name: RouteName): void {
    const route: (typeof routes)[RouteName] = routes[name];
    const handler = this.#terminal.handlers[name] as (request: {
      body: unknown;
      visitId: string;
    }) => Promise<Reply<unknown>>;
    app[route.method](route.path, async (request, response) => {
      const visitId = String((request.params as Record<string, string>).visitId ?? '');
      if (route.visit && !this.#mayTouch(request, visitId)) return answerRefusal(response, { refused: 'visit-over' });
      const parsed = 'request' in route ? route.request.safeParse(request.body) : undefined;
      if (parsed && !parsed.success) return answerRefusal(response, badRequest(parsed.error));
      if ('event' in route) return this.#follow(request, response, { event: route.event, visitId });
      const reply = await handler({ body: parsed?.data, visitId });
      if (isRefusal(reply)) return answerRefusal(response, reply);
      if (reply.cookie) response.set('set-cookie', reply.cookie);
      response.status(route.status).json(reply.body);
    });
  }

  #mayTouch(request: Request, visitId: string): boolean {
    return id.safeParse(visitId).success && this.#options.cookies.fits(visitId, request.get('cookie'));
  }

  #follow(
    request: Request,
    response: Response,
    { event, visitId }: { event: 'kiosk' | 'visit'; visitId: string },
  ): void {
    const { snapshots } = this.#terminal;
    const { dispatch, position } = this.#options;
    const snapshot = event === 'kiosk' ? snapshots.kiosk : () => snapshots.visit(visitId);
    stream(request, response, { event, snapshot, position, onChange: (listener) => dispatch.onChange(listener) });
  }
}
