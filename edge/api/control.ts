// The way from the shell into a running edge: a Unix socket in the data folder, for its owner only.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { deny, errorProblem, type Said } from './said.ts';

const mostBytes = 12_000_000;
const socketOf = (data: string): string => join(data, 'control.sock');

const readAll = async (source: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > mostBytes) throw new RangeError('too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

export class Control {
  readonly #socket: string;
  readonly #server: Server;

  constructor(data: string, perform: (action: string, asked: unknown) => Promise<Said>) {
    this.#socket = socketOf(data);
    this.#server = createServer((incoming, response) => {
      const answer = (said: Said): void => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(said));
      };
      readAll(incoming)
        .then((text) => perform(incoming.url?.slice(1) ?? '', JSON.parse(text)))
        .then(answer, (error: unknown) => {
          // Whatever went wrong with one command is the answer to it; the node goes on.
          const detail = error instanceof Error ? error.message : String(error);
          answer(deny(errorProblem(error, join(data, 'ledger.db')) ?? { code: 'system', facts: { detail } }));
        });
    });
  }

  start(): Promise<void> {
    rmSync(this.#socket, { force: true });
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#socket, () => {
        chmodSync(this.#socket, 0o600);
        resolve();
      });
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

/** Asks a running edge; undefined when none runs on this data folder. */
export const askRunning = (data: string, action: string, asked: unknown): Promise<Said | undefined> => {
  const socketPath = socketOf(data);
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path: `/${action}`, method: 'POST' }, (response) => {
      readAll(response).then((text) => resolve(JSON.parse(text) as Said), reject);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => {
      // The socket of an edge that was killed: nobody listens on it.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    asking.end(JSON.stringify(asked));
  });
};
