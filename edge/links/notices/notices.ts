// The ledger's reader that tells owners of their parcels: what is due is computed from the recorded state, sent, and recorded.
import type { CommandOf } from '../../contract/commands.ts';
import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import { StatementFault } from '../../ledger/ledger.ts';
import type { Carrier, Contact } from './carrier.ts';
import { type DueNotice, due, untold, type WaitingParcel } from './due.ts';
import { messageOf, type PickupCode } from './message.ts';
import { attemptId } from './notice-id.ts';
import { type QuietHours, quietHours } from './quiet.ts';
import { attempt, failed, type Outcome } from './round.ts';

/** The part of a pino logger that is used here. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface NoticesOptions {
  /** Every parcel that waits for its owner, as it is committed now. */
  waiting(): Iterable<WaitingParcel>;
  /** Undefined once erased. */
  contact(personId: string): Contact | undefined;
  /** Computed anew each time; undefined while none is issued. */
  pickup(holdId: string): PickupCode | undefined;
  /** Answers after the commit; rejects with a StatementFault when nothing can be recorded. */
  dispatch(command: CommandOf<'RecordNotice'>): Promise<{ done: true } | Refusal>;
  site: { title: string; timeZone: string };
  quiet: QuietHours;
  /** The preferred one first; none means that nobody is told, and `status` says so. */
  carriers: readonly Carrier[];
  now(): Instant;
  log: Log;
}

export interface NoticesStatus {
  carriers: string[];
  /** Since start: notices that a carrier took, and attempts that all carriers failed. */
  sent: number;
  failed: number;
  /** Parcels whose owner was not told yet, and those for which no more attempts are made. */
  waiting: number;
  givenUp: number;
}

/** Deadlines are looked at so often; an append wakes the reader at once. */
const tickMs = 5_000;
/** A gateway that stays silent must not hold up what other people wait for. */
const mostAtOnce = 4;
/** A refusal stands until someone mends settings or address: it is tried again hourly, or after a restart. */
const holdOffMs = 3_600_000;

/** At least once at a crash: an attempt is recorded after it was made, under an id computed from it. */
/** Those that have an address to send to: the owner's wishes and nothing else, or all of them when none of the wishes can be met. */
const wished = (carriers: readonly Carrier[], contact: Contact): Carrier[] => {
  const able = carriers.filter((carrier) => carrier.reaches(contact));
  const wishes = (contact.channels ?? []).flatMap((name) => able.filter((carrier) => carrier.name === name));
  return wishes.length > 0 ? wishes : able;
};

export class Notices {
  readonly #options: NoticesOptions;
  /** By hours: the site's, and those of people who have their own. */
  readonly #quiet = new Map<string, (wallMs: number) => boolean>();
  /** By parcel: an attempt that is being made. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** By parcel: an attempt that was made and could not be recorded. It is not made again. */
  readonly #unrecorded = new Map<string, Outcome>();
  /** By parcel: monotonic time before which nothing is tried. */
  readonly #heldUntil = new Map<string, number>();
  readonly #counts = { sent: 0, failed: 0 };
  #timer: NodeJS.Timeout | undefined;
  #isStopped = true;
  #isWoken = false;

  /** Throws a RangeError when the site's time zone is unknown. */
  constructor(options: NoticesOptions) {
    this.#options = options;
    this.#quietAt(options.quiet);
  }

  start(): void {
    this.#isStopped = false;
    this.#timer = setInterval(() => this.#pass(), tickMs);
    this.wake();
  }

  /** Returns when nothing is under way any more: at the latest after one carrier's time limit. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await Promise.all(this.#underWay.values());
  }

  /** To be called after each append. Cheap: many calls in one turn are one look. */
  wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    setImmediate(() => {
      this.#isWoken = false;
      this.#pass();
    });
  }

  status(): NoticesStatus {
    const { carriers, waiting } = this.#options;
    return { carriers: carriers.map(({ name }) => name), ...this.#counts, ...untold(waiting()) };
  }

  #pass(): void {
    const { carriers, waiting, now, quiet } = this.#options;
    if (this.#isStopped || carriers.length === 0) return;
    const { wallMs, clock, monoMs } = now();
    const parcels = [...waiting()];
    this.#forgetOthers(new Set(parcels.map(({ id }) => id)));
    const moment = {
      wallMs,
      isClockTrusted: clock !== 'unknown',
      isQuiet: (own: QuietHours | null) => this.#quietAt(own ?? quiet)(wallMs),
    };
    for (const notice of due(parcels, moment)) {
      const { id } = notice.parcel;
      if (this.#underWay.size >= mostAtOnce) return;
      if (this.#underWay.has(id) || (this.#heldUntil.get(id) ?? 0) > monoMs) continue;
      const done = this.#deliver(notice).then((isRecorded) => {
        this.#underWay.delete(id);
        // What could not be recorded waits for the next tick.
        if (isRecorded) this.wake();
      });
      this.#underWay.set(id, done);
    }
  }

  #quietAt(hours: QuietHours): (wallMs: number) => boolean {
    const key = `${hours.from}-${hours.to}`;
    const known = this.#quiet.get(key) ?? quietHours(hours, this.#options.site.timeZone);
    this.#quiet.set(key, known);
    return known;
  }

  #forgetOthers(waiting: Set<string>): void {
    for (const memory of [this.#unrecorded, this.#heldUntil])
      for (const id of memory.keys()) if (!waiting.has(id)) memory.delete(id);
  }

  async #deliver(notice: DueNotice): Promise<boolean> {
    const { id } = notice.parcel;
    const outcome = this.#unrecorded.get(id) ?? (await this.#make(notice));
    if (outcome === undefined) return true;
    if (!(await this.#record(notice, outcome))) {
      this.#unrecorded.set(id, outcome);
      return false;
    }
    this.#unrecorded.delete(id);
    this.#counts[outcome.sent ? 'sent' : 'failed'] += 1;
    if (!outcome.sent && !outcome.isRetryable) this.#holdOff(notice);
    return true;
  }

  /** Undefined when there was nothing to ask and this is on record already. */
  async #make(notice: DueNotice): Promise<Outcome | undefined> {
    const { carriers, contact: contactOf, pickup: pickupOf, site } = this.#options;
    const { parcel } = notice;
    const contact = contactOf(parcel.personId) ?? {};
    const able = wished(carriers, contact);
    const pickup = pickupOf(parcel.id);
    if (able.length > 0 && pickup) {
      return attempt(messageOf(notice, { contact, pickup, siteTitle: site.title }), able, () => this.#isStopped);
    }
    if (notice.attempt === 1) return failed(pickup ? 'no address of this person is known' : 'no pickup code is issued');
    this.#holdOff(notice);
    return undefined;
  }

  #holdOff({ parcel }: DueNotice): void {
    this.#heldUntil.set(parcel.id, this.#options.now().monoMs + holdOffMs);
  }

  /** False when the ledger cannot be written now. */
  async #record(notice: DueNotice, { sent, carrier, reason }: Outcome): Promise<boolean> {
    const { log } = this.#options;
    const { kind, parcel, attempt } = notice;
    const facts = { holdId: parcel.id, notice: kind, carrier, attempt, reason };
    const cause = await this.#recordFault({ commandId: attemptId(notice), kind: 'RecordNotice', sent, ...facts });
    if (cause !== undefined) {
      log.warn({ ...facts, sent, cause }, 'notices: not recorded yet');
      return false;
    }
    if (sent) log.info(facts, 'notices: sent');
    else log.warn(facts, 'notices: failed');
    return true;
  }

  async #recordFault(command: CommandOf<'RecordNotice'>): Promise<string | undefined> {
    try {
      const answer = await this.#options.dispatch(command);
      return 'refused' in answer ? answer.refused : undefined;
    } catch (error) {
      if (!(error instanceof StatementFault)) throw error;
      return error.code;
    }
  }
}
