// Between the ledger and the devices: orders out, reports in, receipts back, and who is there.
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Command } from '../contract/commands.ts';
import type { EventData, Instant } from '../contract/events.ts';
import { leaseMessage, type Order, orderTtlMs } from '../contract/orders.ts';
import { report, state as stateMessage } from '../contract/reports.ts';
import type { Topic } from '../contract/topics.ts';
import type { Dispatch } from '../dispatch.ts';
import { type Ledger, StatementFault } from '../ledger/ledger.ts';
import type { Body, Row } from '../ledger/unit.ts';
import type { Outgoing } from './broker.ts';

/** What this needs of the broker. */
export interface DeviceLine {
  publish(message: Outgoing): Promise<'sent' | 'away'>;
}
export interface DevicesOptions {
  line: DeviceLine;
  dispatch: Dispatch;
  ledger: Pick<Ledger, 'onAppend'>;
  now: () => Instant;
  newId: () => string;
  /** Which cabinets a client, by its certificate name, speaks for. */
  clients: { name: string; cabinets: string[] }[];
  log: Logger;
}

/** An order leaves only on a lease this young; a device that gave none for `silentAfterMs` counts as silent. */
const leaseFreshMs = 2_000;
const silentAfterMs = 3_000;
const lookEveryMs = 500;

interface Line {
  connected: boolean;
  /** What the device's own last snapshot said of its lock board. */
  boardOnline: boolean;
  lease: { lease: string; monoMs: number } | undefined;
}

const parse = <T>(schema: z.ZodType<T>, payload: Buffer): { data: T } | { problem: string } => {
  let raw: unknown;
  try {
    raw = JSON.parse(payload.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'not JSON' };
    throw error;
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? { data: parsed.data } : { problem: parsed.error.issues[0]?.path.join('.') ?? 'shape' };
};

export class Devices {
  readonly #options: DevicesOptions;
  readonly #lines = new Map<string, Line>();
  #timer: NodeJS.Timeout | undefined;
  #off: (() => void) | undefined;
  /** Messages that were no valid words of the contract, for the metrics. */
  refused = 0;

  constructor(options: DevicesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#off = this.#options.ledger.onAppend((rows) => this.#send(rows));
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  stop(): void {
    this.#off?.();
    clearInterval(this.#timer);
  }

  /** From the broker: a client's session began or ended. */
  onPresence(client: string, connected: boolean): void {
    for (const cabinet of this.#options.clients.find(({ name }) => name === client)?.cabinets ?? []) {
      this.#lines.set(cabinet, { connected, boardOnline: false, lease: undefined });
      if (!connected) this.#present(cabinet, 'offline');
    }
  }

  /** From the broker: one message of a device, already known to come from a client that may speak for it. */
  onMessage({ id: cabinet, word }: Topic, payload: Buffer): void {
    switch (word) {
      case 'lease': {
        const said = parse(leaseMessage, payload);
        const line = this.#lines.get(cabinet);
        if ('problem' in said || !line) {
          this.#refuse(cabinet, word, said);
          return;
        }
        line.lease = { lease: said.data.lease, monoMs: this.#options.now().monoMs };
        if (this.#presence(cabinet) !== 'online' && line.boardOnline) this.#present(cabinet, 'online');
        return;
      }
      case 'report': {
        const said = parse(report, payload);
        if ('problem' in said) {
          this.#refuse(cabinet, word, said);
          return;
        }
        void this.#record({ commandId: said.data.reportId, kind: 'RecordReport', cabinet, report: said.data }).then(
          (kept) => (kept ? this.#receipt(cabinet, said.data.reportId) : undefined),
        );
        return;
      }
      case 'state': {
        const said = parse(stateMessage, payload);
        const line = this.#lines.get(cabinet);
        if ('problem' in said || !line) {
          this.#refuse(cabinet, word, said);
          return;
        }
        line.boardOnline = said.data.online;
        void this.#record({ commandId: this.#options.newId(), kind: 'RecordState', cabinet, state: said.data });
        this.#present(cabinet, said.data.online ? 'online' : 'silent');
        return;
      }
      case 'order':
      case 'receipt':
        this.#refuse(cabinet, word, { problem: 'not a device’s word' });
        return;
    }
  }

  #refuse(cabinet: string, word: string, said: { problem: string } | object): void {
    this.refused += 1;
    this.#options.log.warn(
      { cabinet, word, ...('problem' in said && { problem: said.problem }) },
      'device message refused',
    );
  }

  /** False when it could not be recorded: the device keeps it and says it again. */
  async #record(command: Command): Promise<boolean> {
    try {
      await this.#options.dispatch.execute(command);
      return true;
    } catch (error) {
      if (!(error instanceof StatementFault)) throw error;
      this.#options.log.error({ kind: command.kind, err: error }, 'not recorded; waiting for the device to repeat it');
      return false;
    }
  }

  async #receipt(id: string, reportId: string): Promise<void> {
    await this.#options.line.publish({ kind: 'cabinet', id, word: 'receipt', payload: JSON.stringify({ reportId }) });
  }

  #presence(cabinet: string): EventData<'CabinetPresenceChanged'>['presence'] {
    return this.#options.dispatch.state.get('cabinets', cabinet)?.presence ?? 'offline';
  }

  #present(cabinet: string, presence: EventData<'CabinetPresenceChanged'>['presence']): void {
    void this.#record({ commandId: this.#options.newId(), kind: 'RecordPresence', cabinet, presence });
  }

  /** A client that is connected but frozen gives no leases. */
  #look(): void {
    const { monoMs } = this.#options.now();
    for (const [cabinet, line] of this.#lines) {
      const stale = !line.lease || monoMs - line.lease.monoMs > silentAfterMs;
      if (line.connected && stale && this.#presence(cabinet) === 'online') this.#present(cabinet, 'silent');
    }
  }

  #send(rows: Row[]): void {
    for (const row of rows) {
      const body = JSON.parse(row.body) as Body;
      if (body.type === 'OpeningGranted') this.#order(body.at, body.data as EventData<'OpeningGranted'>);
    }
  }

  /** Only a grant of this boot, younger than its ttl, to a device whose lease is fresh [S3]; otherwise the opening is aborted, never tried later. */
  #order(at: Instant, { openingId, cabinet, compartment }: EventData<'OpeningGranted'>): void {
    const { now, newId, log, line: wire } = this.#options;
    const { boot, monoMs } = now();
    const line = this.#lines.get(cabinet);
    const fresh = line?.connected && line.lease && monoMs - line.lease.monoMs < leaseFreshMs ? line.lease : undefined;
    const young = at.boot === boot && monoMs - at.monoMs < orderTtlMs;
    const giveUp = (): Promise<boolean> => {
      log.warn({ openingId, cabinet, fresh: Boolean(fresh), young }, 'order not sent');
      return this.#record({ commandId: newId(), kind: 'AbortOpening', openingId, reason: 'device-away' });
    };
    if (!fresh || !young) {
      void giveUp();
      return;
    }
    const order: Order = { kind: 'unlock', orderId: openingId, compartment, lease: fresh.lease, ttlMs: orderTtlMs };
    void wire
      .publish({ kind: 'cabinet', id: cabinet, word: 'order', payload: JSON.stringify(order) })
      .then((went) =>
        went === 'sent' ? this.#record({ commandId: newId(), kind: 'RecordOrdered', openingId }) : giveUp(),
      );
  }
}
