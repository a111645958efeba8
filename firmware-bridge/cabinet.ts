// One cabinet as the edge knows it: its leases, its orders, its reports and its state.
import type { Order, UnlockOrder } from '../edge/contract/orders.ts';
import type { State } from '../edge/contract/reports.ts';
import type { Clock } from './clock.ts';
import type { Observation } from './devices/lock/board.ts';
import type { DoorsSeen } from './devices/lock/line.ts';
import type { Unlock } from './devices/lock/line-state.ts';
import type { Journal, Unreceipted } from './journal.ts';
import { deadlineOf, type Leases, newLease, withLease } from './lease.ts';
import { judge, type Verdict } from './orders.ts';

/** What moves the bolts and watches the doors of this cabinet. */
export interface Doors {
  unlock(unlock: Unlock): void;
  doors(cabinet: string): DoorsSeen;
}

export interface CabinetParts {
  id: string;
  boot: string;
  profile: State['profile'];
  compartments: readonly number[];
  doors: Doors;
  journal: Journal;
  clock: Clock;
  /** A report is on the disk. */
  reported: (told: Unreceipted) => void;
  /** The state is another than the one published last. */
  changed: () => void;
}

export class Cabinet {
  private leases: Leases = new Map();
  private readonly underWay = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private syncedSeq: number;
  private readonly parts: CabinetParts;

  constructor(parts: CabinetParts) {
    this.parts = parts;
    this.syncedSeq = parts.journal.memory(parts.id).seq;
  }

  /** A new proof of freshness for the edge to put into its orders. */
  issueLease(): string {
    const lease = newLease();
    this.leases = withLease(this.leases, lease, this.parts.clock.monoMs());
    return lease;
  }

  /** Says what became of the order, for the log; the edge learns it from the report. */
  take(order: Order): Verdict['kind'] {
    if (order.kind === 'unlock') return this.takeUnlock(order);
    const deadline = deadlineOf(this.leases, order, this.parts.clock.monoMs());
    if (deadline === undefined) return 'expired';
    this.parts.changed();
    return 'obey';
  }

  observe(observation: Observation): void {
    if (observation.kind === 'answered') this.underWay.delete(observation.orderId);
    this.writing = this.record(observation);
  }

  /** The board sees something else than before: the state follows the reports that explain it. */
  change(): void {
    void this.writing.then(() => this.parts.changed());
  }

  state(): State {
    const { id, boot, profile, doors } = this.parts;
    return { contract: 1, boot, seq: this.syncedSeq, ...doors.doors(id), profile };
  }

  private takeUnlock(order: UnlockOrder): Verdict['kind'] {
    const { id, journal, compartments, doors, clock } = this.parts;
    const { leases, underWay } = this;
    const verdict = judge(order, { leases, memory: journal.memory(id), underWay, compartments, now: clock.monoMs() });
    const { orderId, compartment } = order;
    const seen = doors.doors(id).doors.find((one) => one.compartment === compartment);
    const answered = { kind: 'answered', orderId, compartment, observed: seen?.door ?? 'unknown' } as const;
    switch (verdict.kind) {
      case 'obey':
        underWay.add(orderId);
        doors.unlock({ orderId, compartment, cabinet: id, deadline: verdict.deadline });
        break;
      case 'expired':
        this.observe({ ...answered, result: 'expired' });
        break;
      case 'duplicate':
        this.observe({ ...answered, result: 'duplicate', first: verdict.first });
        break;
      case 'failed':
        this.observe({ ...answered, result: 'failed', cause: verdict.cause });
        break;
      case 'under-way':
        break;
    }
    return verdict.kind;
  }

  private async record(observation: Observation): Promise<void> {
    const told = await this.parts.journal.append(this.parts.id, observation);
    this.syncedSeq = told.report.seq;
    this.parts.reported(told);
  }
}
