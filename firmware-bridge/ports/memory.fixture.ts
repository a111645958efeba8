// A port in memory for the tests: the same interface as the serial one, with a lock board's answers behind it.
import { EventEmitter, on } from 'node:events';
import type { Port } from './port.ts';

export interface MemoryPort extends Port {
  /** Every request, with the time of `performance.now()` at which it was written. */
  written: { hex: string; at: number }[];
  /** Pulls the cable; the port can be opened again unless `isGone`. */
  unplug(): void;
  isGone: boolean;
}

/** `answer` gives what comes back, after `afterMs`. */
export const memoryPort = (answer: (request: Uint8Array) => { afterMs: number; bytes: Uint8Array }[]): MemoryPort => {
  let cable = new EventEmitter();
  const port: MemoryPort = {
    written: [],
    isGone: false,
    unplug: () => {
      cable.emit('close');
    },
    open: async () => {
      if (port.isGone) return { fault: 'port-missing', cause: 'gone' };
      cable = new EventEmitter();
      const here = cable;
      const close = async (): Promise<void> => {
        here.emit('close');
      };
      const events = on(here, 'data', { close: ['close'] });
      return {
        source: (async function* () {
          for await (const [bytes] of events) yield bytes;
        })(),
        sink: {
          write: async (bytes) => {
            port.written.push({ hex: Buffer.from(bytes).toString('hex'), at: performance.now() });
            for (const { afterMs, bytes: reply } of answer(bytes)) setTimeout(() => here.emit('data', reply), afterMs);
            return undefined;
          },
          discard: close,
          close,
        },
      };
    },
  };
  return port;
};
