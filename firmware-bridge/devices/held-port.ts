// Keeps a port open: reads it, writes to it, and opens it again with growing pauses when it vanishes.
import type { Port, Sink } from '../ports/port.ts';

export interface PortListener {
  opened(): void;
  received(bytes: Uint8Array): void;
  /** Told once for each loss, and once when the first attempt to open fails. */
  lost(cause: string): void;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;

export class HeldPort {
  private sink: Sink | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;
  private stopped = true;
  private reading: Promise<void> = Promise.resolve();
  private readonly port: Port;
  private readonly listener: PortListener;

  constructor(port: Port, listener: PortListener) {
    this.port = port;
    this.listener = listener;
  }

  start(): void {
    this.stopped = false;
    this.reading = this.hold();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sink?.close();
    await this.reading;
  }

  /** True once the bytes have left the machine; false when the port failed, which the listener is told too. */
  async write(bytes: Uint8Array): Promise<boolean> {
    const sink = this.sink;
    if (!sink) return false;
    const fault = await sink.write(bytes);
    if (fault) await sink.close();
    return !fault;
  }

  /** Throws away bytes that wait in the port; the port is opened anew. */
  async discard(): Promise<void> {
    await this.sink?.discard();
  }

  private async hold(): Promise<void> {
    const opening = await this.port.open();
    if ('fault' in opening) {
      this.lose(opening.cause);
      return;
    }
    if (this.stopped) {
      await opening.sink.close();
      return;
    }
    this.sink = opening.sink;
    this.pauseMs = firstPauseMs;
    this.listener.opened();
    for await (const bytes of opening.source) this.listener.received(bytes);
    this.sink = undefined;
    await opening.sink.close();
    this.lose('the port closed');
  }

  private lose(cause: string): void {
    if (this.stopped) return;
    this.listener.lost(cause);
    this.timer = setTimeout(() => {
      this.reading = this.hold();
    }, this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
  }
}
