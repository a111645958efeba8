// A local HTTP server for the tests, standing for an SMS gateway or a webhook's receiver: it keeps what it is asked and answers as told.
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answering = (asked: Asked, response: ServerResponse) => void;

export const answerJson =
  (content: unknown, status = 200): Answering =>
  (_asked, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));

export class SimulatedGateway {
  answer: Answering = answerJson({ code: 0 });
  readonly asked: Asked[] = [];
  #server: Server | undefined;

  /** On a free port of this machine. */
  async start(): Promise<void> {
    const server = createServer(async (request, response) => {
      const { method = '', url: path = '', headers } = request;
      const asked = { method, path, headers, body: await text(request) };
      this.asked.push(asked);
      this.answer(asked, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
  }

  /** Breaks connections that are still open. */
  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  get url(): string {
    const address = this.#server?.address();
    if (!address || typeof address === 'string') throw new Error('the gateway is not started');
    return `http://127.0.0.1:${address.port}`;
  }

  /** The last request; fails the test when there was none. */
  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('the gateway was not asked');
    return last;
  }
}
