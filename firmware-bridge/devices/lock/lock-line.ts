// Drives one serial line of lock boards: joins the port, the clock and the line's machine.
import type { Port } from '../../ports/port.ts';
import { HeldPort } from '../held-port.ts';
import type { Observation } from './board.ts';
import { type DoorsSeen, doorsOf, next } from './line.ts';
import {
  type BoardSetup,
  type Effect,
  type Input,
  type LineState,
  startLine,
  type Unlock,
  wakeAt,
} from './line-state.ts';

export interface LineListener {
  /** The order's bytes are about to go out; must have remembered it when it returns. */
  began(cabinet: string, order: { orderId: string; compartment: number }): void;
  observed(cabinet: string, observation: Observation): void;
  changed(cabinet: string): void;
  portOpened(): void;
}

export interface LineParts {
  port: Port;
  boards: readonly BoardSetup[];
  /** Monotonic milliseconds. */
  now: () => number;
  listener: LineListener;
}

/** After a freeze timers run before what the port has brought meanwhile: the bytes are given this long to speak first. */
const freezeMs = 250;
const thawMs = 50;

export class LockLine {
  private line: LineState;
  private timer: NodeJS.Timeout | undefined;
  private isRunning = false;
  private readonly held: HeldPort;
  private readonly parts: LineParts;

  constructor(parts: LineParts) {
    this.parts = parts;
    this.line = startLine(parts.boards);
    this.held = new HeldPort(parts.port, {
      opened: () => {
        this.put({ kind: 'port-opened' });
        parts.listener.portOpened();
      },
      received: (bytes) => this.put({ kind: 'bytes', bytes }),
      lost: (cause) => this.put({ kind: 'port-lost', cause }),
    });
  }

  start(): void {
    this.isRunning = true;
    this.held.start();
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    clearTimeout(this.timer);
    await this.held.stop();
  }

  /** The answer comes as an observation `answered`. */
  unlock(unlock: Unlock): void {
    this.put({ kind: 'unlock', unlock });
  }

  doors(cabinet: string): DoorsSeen {
    return doorsOf(this.line, cabinet);
  }

  private put(input: Input): void {
    if (!this.isRunning) return;
    const step = next(this.line, input, this.parts.now());
    this.line = step.line;
    for (const effect of step.effects) this.perform(effect);
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const at = wakeAt(this.line);
    if (at === undefined) return;
    const tick = () => {
      const isThawing = this.parts.now() - at >= freezeMs;
      if (isThawing) this.timer = setTimeout(() => this.put({ kind: 'tick' }), thawMs);
      else this.put({ kind: 'tick' });
    };
    this.timer = setTimeout(tick, Math.max(0, Math.ceil(at - this.parts.now())));
  }

  private perform(effect: Effect): void {
    const { listener } = this.parts;
    switch (effect.kind) {
      case 'begin':
        listener.began(effect.cabinet, effect);
        break;
      case 'send':
        this.send(effect);
        break;
      case 'discard':
        void this.held.discard();
        break;
      case 'observed':
        listener.observed(effect.cabinet, effect.observation);
        break;
      case 'changed':
        listener.changed(effect.cabinet);
        break;
    }
  }

  private send({ id, bytes, deadline }: Extract<Effect, { kind: 'send' }>): void {
    // Asked again at the last moment: writing down the order may have taken long on a worn card [S3].
    if (deadline !== undefined && this.parts.now() >= deadline) {
      setImmediate(() => this.put({ kind: 'unsent', id }));
      return;
    }
    void this.held.write(bytes).then((isOut) => {
      if (isOut) this.put({ kind: 'written', id });
    });
  }
}
