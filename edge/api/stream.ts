// Server-sent events: the line they travel on, and the simplest use of it: one snapshot at once and again at every change.
import type { Request, Response } from 'express';

const pingEveryMs = 15_000;
const retryMs = 500;
/** A client that reads nothing is let go, rather than kept in memory; it comes back by itself. */
const unreadMost = 1_000_000;

export interface Line {
  /** `data` is JSON text. */
  send(event: { id: string; event: string; data: string }): void;
  /** Gives the client an id to come back with, and tells it nothing. */
  mark(id: string): void;
  end(): void;
}

/** Opens the line: pings keep it alive until the client goes away or `end`. `onPing` follows each ping, `onEnd` comes once. */
export const openLine = (
  request: Request,
  response: Response,
  { onPing, onEnd }: { onPing: () => void; onEnd: () => void },
): Line => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  const write = (text: string): void => {
    if (response.writableEnded) return;
    if (response.writableLength > unreadMost) response.destroy();
    else response.write(text);
  };
  write(`retry: ${retryMs}\n\n`);
  const ping = setInterval(() => {
    write(': ping\n\n');
    onPing();
  }, pingEveryMs);
  request.on('close', () => {
    clearInterval(ping);
    onEnd();
  });
  return {
    send: ({ id, event, data }) => write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`),
    mark: (id) => write(`id: ${id}\n\n`),
    end: () => response.end(),
  };
};

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
  let last = '';
  const send = (): void => {
    const data = JSON.stringify(snapshot());
    if (data === last) return;
    last = data;
    line.send({ id: position(), event, data });
  };
  const off = onChange(send);
  const line = openLine(request, response, { onPing: send, onEnd: off });
  send();
};
