// Server-sent events: one snapshot at once and again at every change, so a client that missed some misses nothing.
import type { Request, Response } from 'express';

const pingEveryMs = 15_000;
const retryMs = 500;

export interface StreamOptions {
  event: string;
  /** What is to be seen now; undefined ends the stream. */
  snapshot: () => unknown;
  /** Calls back at every commit; answers how to stop. */
  onChange: (listener: () => void) => () => void;
  /** The ledger's place, as the event's id. */
  position: () => string;
}

/** Sends until the client goes away. Views that depend on time alone (a countdown) are sent with the ping. */
export const stream = (request: Request, response: Response, options: StreamOptions): void => {
  const { event, snapshot, onChange, position } = options;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.write(`retry: ${retryMs}\n\n`);
  let last = '';
  const send = (): void => {
    const data = JSON.stringify(snapshot());
    if (data === last) return;
    last = data;
    response.write(`id: ${position()}\nevent: ${event}\ndata: ${data}\n\n`);
  };
  const off = onChange(send);
  const ping = setInterval(() => {
    response.write(': ping\n\n');
    send();
  }, pingEveryMs);
  request.on('close', () => {
    off();
    clearInterval(ping);
  });
  send();
};
