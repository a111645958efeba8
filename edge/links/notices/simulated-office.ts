// An office for the tests of notices: parcels, a clock to be set, a ledger that records what it is told, and carriers that do as told.
import { setImmediate as turn } from 'node:timers/promises';
import type { CommandOf } from '../../contract/commands.ts';
import { StatementFault } from '../../ledger/ledger.ts';
import type { Carrier, CarrierFault, Contact, Message, Sent } from './carrier.ts';
import type { Tally, WaitingParcel } from './due.ts';
import { Notices } from './notices.ts';

type Recorded = CommandOf<'RecordNotice'>;

const unsent: Tally = { sent: 0, attempts: 0, lastAt: null };

export class SimulatedCarrier implements Carrier {
  readonly name: string;
  readonly asked: Message[] = [];
  answer: (message: Message) => Promise<Sent | CarrierFault> | Sent | CarrierFault = () => ({ sent: true });

  constructor(name: string) {
    this.name = name;
  }

  reaches({ phone, email }: Contact): boolean {
    return (this.name === 'mail' ? email : phone) !== undefined;
  }

  async send(message: Message): Promise<Sent | CarrierFault> {
    this.asked.push(message);
    return this.answer(message);
  }
}

export class SimulatedOffice {
  /** Friday, 10:00 in Shanghai. */
  wallMs = Date.parse('2026-11-20T10:00:00+08:00');
  clock: 'synced' | 'unknown' = 'synced';
  monoMs = 1_000;
  readonly parcels = new Map<string, WaitingParcel>();
  readonly contacts = new Map<string, Contact>();
  readonly sms = new SimulatedCarrier('sms');
  readonly mail = new SimulatedCarrier('mail');
  carriers: Carrier[] = [this.sms, this.mail];
  readonly recorded: Recorded[] = [];
  readonly logged: string[] = [];
  isFull = false;
  hasCodes = true;
  notices: Notices | undefined;

  /** `channels` and `quiet`: the owner's own wishes. */
  place(id: string, { channels, quiet = null }: { channels?: string[]; quiet?: WaitingParcel['quiet'] } = {}): void {
    const parcel = { id, personId: `p-${id}`, waybill: 'SF1234567890', carrier: null, quiet, placedAt: this.wallMs };
    const place = { kind: 'compartment', label: 'A07' } as const;
    this.parcels.set(id, { ...parcel, place, notices: { arrival: unsent, reminder: unsent } });
    this.contacts.set(parcel.personId, { phone: '13800138000', email: 'owner@example.org', channels });
    this.notices?.wake();
  }

  /** Both clocks go on, and the reader looks. */
  async pass(ms: number): Promise<void> {
    this.wallMs += ms;
    this.monoMs += ms;
    await this.look();
  }

  /** Lets the reader look, and everything that can be done without the world be done. */
  async look(): Promise<void> {
    this.notices?.wake();
    for (let turns = 0; turns < 20; turns += 1) await turn();
  }

  async open(): Promise<void> {
    const log = (facts: object, message: string) => this.logged.push(JSON.stringify({ ...facts, message }));
    this.notices = new Notices({
      waiting: () => this.parcels.values(),
      contact: (personId) => this.contacts.get(personId),
      pickup: (holdId) => (this.hasCodes ? { code: '123456782', qr: `qr-${holdId}` } : undefined),
      dispatch: async (command) => this.#dispatch(command),
      site: { title: '阳光花园', timeZone: 'Asia/Shanghai' },
      quiet: { from: '22:00', to: '08:00' },
      carriers: this.carriers,
      now: () => ({ wallMs: this.wallMs, clock: this.clock, boot: 'boot', monoMs: this.monoMs }),
      log: { info: log, warn: log },
    });
    this.notices.start();
    await this.look();
  }

  async close(): Promise<void> {
    await this.notices?.stop();
    this.notices = undefined;
  }

  /** What was recorded, one word each. */
  get story(): string[] {
    return this.recorded.map(({ sent, notice, carrier, attempt }) => {
      return sent ? `${notice} by ${carrier}` : `${notice} failed ${attempt}: ${carrier}`;
    });
  }

  async #dispatch(command: Recorded): Promise<{ done: true }> {
    await turn();
    if (this.isFull) throw new StatementFault(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
    if (this.recorded.some(({ commandId }) => commandId === command.commandId)) return { done: true };
    this.recorded.push(command);
    const parcel = this.parcels.get(command.holdId);
    if (!parcel) return { done: true };
    const { sent, attempts } = parcel.notices[command.notice];
    const tally = command.sent
      ? { sent: sent + 1, attempts: 0, lastAt: this.wallMs }
      : { sent, attempts: attempts + 1, lastAt: this.wallMs };
    this.parcels.set(parcel.id, { ...parcel, notices: { ...parcel.notices, [command.notice]: tally } });
    return { done: true };
  }
}
