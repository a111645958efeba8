// What every HTTP listener of the edge has in common: its headers, how it says no, how it listens and ends.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Refusal } from '../contract/refusals.ts';
import { statusOf } from './answers.ts';

export const answerRefusal = (response: Response, refusal: Refusal): void => {
  response.status(statusOf[refusal.refused]).json(refusal);
};

/** Words for a malformed body or query: which field, and what it should be. */
export const badRequest = (error: z.ZodError): Refusal => {
  const [issue] = error.issues;
  return { refused: 'bad-request', field: issue?.path.join('.') ?? '', remedy: issue?.message ?? 'check the request' };
};

/** An application whose answers are kept by nobody and embedded nowhere. */
export const openApp = (headers: HelmetOptions): express.Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(helmet(headers));
  app.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  return app;
};

/** Reads a JSON body of at most `limit` bytes into `request.body`. */
export const readJson = (limit: number): express.RequestHandler => express.json({ limit });

/** The files of a built page. */
export const serveFolder = (folder: string): express.RequestHandler =>
  express.static(folder, { cacheControl: false, etag: false });

/** The last words to a request: nothing is here, or it failed; never how. Goes on after all routes. */
export const closeApp = (app: express.Express, log: Logger): void => {
  app.use((_request, response) => {
    answerRefusal(response, { refused: 'bad-request', remedy: 'there is nothing at this address' });
  });
  app.use((error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    if (error.status !== undefined && error.status < 500)
      return answerRefusal(response, { refused: 'bad-request', remedy: 'send a JSON body of the size of this route' });
    log.error({ err: error }, 'a request failed');
    response.status(500).json({ refused: 'cannot-record', remedy: 'call a person; the node has logged what happened' });
  });
};

/** Resolves with the address it listens on; rejects when the port is taken. */
export const listen = (server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
