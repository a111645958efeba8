// Sends reports until the edge has receipted them: in order, a window at a time, again after a growing pause.
import type { Unreceipted } from './journal.ts';

export interface OutboxParts {
  /** What waits for a receipt, oldest first. */
  waiting: () => readonly Unreceipted[];
  publish: (told: Unreceipted) => void;
}

const window = 32;
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

export class Outbox {
  private readonly sent = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;
  private isConnected = false;
  private readonly parts: OutboxParts;

  constructor(parts: OutboxParts) {
    this.parts = parts;
  }

  /** A new connection: everything unreceipted goes out again, for a PUBACK was no receipt. */
  start(): void {
    this.isConnected = true;
    this.pauseMs = firstPauseMs;
    this.sent.clear();
    this.send();
  }

  stop(): void {
    this.isConnected = false;
    clearTimeout(this.timer);
  }

  /** Sends what is in the window and was not sent yet. */
  send(): void {
    if (!this.isConnected) return;
    const due = this.parts.waiting().slice(0, window);
    for (const told of due) {
      if (this.sent.has(told.report.reportId)) continue;
      this.sent.add(told.report.reportId);
      this.parts.publish(told);
    }
    clearTimeout(this.timer);
    if (due.length > 0) this.timer = setTimeout(() => this.sendAgain(), this.pauseMs);
  }

  /** A receipt came: the edge is awake, and the window moves on. */
  receipted(reportId: string): void {
    this.sent.delete(reportId);
    this.pauseMs = firstPauseMs;
    this.send();
  }

  private sendAgain(): void {
    this.sent.clear();
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    this.send();
  }
}
