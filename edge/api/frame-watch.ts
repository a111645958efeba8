// Notices a page that has frozen: its heartbeat comes from drawing frames, not from a timer.
import type { Instant } from '../contract/events.ts';

/** ~20 s of silence means a frozen page [kiosk: every screen]. */
const frozenAfterMs = 20_000;

export class FrameWatch {
  readonly #last = new Map<string, { at: Instant; frozen: boolean }>();
  readonly #tell: (terminal: string, frozen: boolean) => void;

  constructor(tell: (terminal: string, frozen: boolean) => void) {
    this.#tell = tell;
  }

  beat(terminal: string, at: Instant): void {
    if (this.#last.get(terminal)?.frozen) this.#tell(terminal, false);
    this.#last.set(terminal, { at, frozen: false });
  }

  /** Looks for pages that were there and fell silent; call it now and then. */
  look(now: Instant): void {
    for (const [terminal, one] of this.#last) {
      if (one.frozen || now.monoMs - one.at.monoMs <= frozenAfterMs) continue;
      one.frozen = true;
      this.#tell(terminal, true);
    }
  }
}
