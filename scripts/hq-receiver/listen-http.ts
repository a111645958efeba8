// The receiver's HTTP side: POST /mf/1/{site}/events with a batch; the reply is the receipt.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deviceId } from '../../edge/contract/ids.ts';
import type { Ingest } from './ingest.ts';
import { largestPayloadBytes } from './judge.ts';

const reply = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > largestPayloadBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const answer = async (ingest: Ingest, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const [, site] = /^\/mf\/1\/([^/]+)\/events$/.exec(request.url ?? '') ?? [];
  if (request.method !== 'POST' || !deviceId.safeParse(site).success || site === undefined) {
    return reply(response, 404, { refused: 'no-such-place', remedy: 'POST /mf/1/{site}/events' });
  }
  const payload = await readBody(request);
  if (!payload) return reply(response, 413, { refused: 'too-large', remedy: 'send at most 1 MiB' });
  const receipt = await ingest.ingest(site, payload);
  if (receipt) return reply(response, 200, receipt);
  return reply(response, 400, { refused: 'not-a-batch', remedy: 'send a JSON array of 1 to 200 events' });
};

export interface HttpListener {
  port: number;
  close(): Promise<void>;
}

/** Listens on the loopback address only: it knows no passwords, a proxy before it does. Port 0 takes a free one. */
export const listenHttp = async (
  ingest: Ingest,
  port: number,
  onFault: (cause: unknown) => void,
): Promise<HttpListener> => {
  const server = createServer((request, response) => {
    answer(ingest, request, response).catch((cause) => {
      // A caller that hangs up is no fault of ours.
      if (request.destroyed && !request.complete) return;
      onFault(cause);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
