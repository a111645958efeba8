// Which notices are to be sent now: a pure reading of the waiting parcels and what the ledger says was sent and failed.
import type { PlaceView } from '../../contract/api.ts';
import type { NoticeKind } from './carrier.ts';
import type { QuietHours } from './quiet.ts';
import { retryAfterMs } from './retry.ts';

/** What the ledger has of one kind of notice. `attempts` counts failures since the last one that was sent; `lastAt` is the wall time of either. */
export interface Tally {
  sent: number;
  attempts: number;
  lastAt: number | null;
}

/** A parcel that is placed and not yet collected, in dispute or under way. */
export interface WaitingParcel {
  id: string;
  personId: string;
  waybill: string;
  /** Null when the waybill tells. */
  carrier: string | null;
  /** The owner's own; null = the site's. */
  quiet: QuietHours | null;
  place: Pick<PlaceView, 'kind' | 'label'>;
  /** Wall time, UTC ms. */
  placedAt: number;
  notices: Record<NoticeKind, Tally>;
}

export interface Moment {
  wallMs: number;
  /** False: nobody knows how late it is, so nothing that hangs on the hour is sent [S14]. */
  isClockTrusted: boolean;
  /** Whether nobody with these hours is reminded now; null = the site's. */
  isQuiet: (own: QuietHours | null) => boolean;
}

export interface DueNotice {
  parcel: WaitingParcel;
  kind: NoticeKind;
  /** How many of this kind were sent before. */
  series: number;
  /** From 1 within the series. */
  attempt: number;
  /** Since when it is due, wall time. */
  at: number;
}

const hourMs = 3_600_000;
/** After placing [domain: reminders, site policy]. */
const remindersAfterMs = [24 * hourMs, 48 * hourMs];
/** A reminder that was kept back does not come on the heels of the notice before it (site policy). */
const gapMs = 12 * hourMs;

const isGivenUp = ({ attempts }: Tally): boolean => attempts > 0 && retryAfterMs(attempts) === undefined;

/** Undefined once given up. A clock that went back behind the last attempt cannot measure the wait: one attempt is made and sets it right. */
const retryAt = ({ attempts, lastAt }: Tally, wallMs: number): number | undefined => {
  const wait = retryAfterMs(attempts);
  if (wait === undefined || lastAt === null) return undefined;
  return lastAt > wallMs ? wallMs : lastAt + wait;
};

const arrivalAt = ({ placedAt, notices: { arrival } }: WaitingParcel, wallMs: number): number | undefined => {
  if (arrival.sent > 0) return undefined;
  // A parcel placed "in the future" by a clock that was wrong is there nevertheless.
  return arrival.attempts === 0 ? Math.min(placedAt, wallMs) : retryAt(arrival, wallMs);
};

const reminderAt = ({ placedAt, notices }: WaitingParcel, wallMs: number): number | undefined => {
  const { arrival, reminder } = notices;
  const after = remindersAfterMs[reminder.sent];
  if (after === undefined || (arrival.sent === 0 && !isGivenUp(arrival))) return undefined;
  const former = reminder.lastAt ?? arrival.lastAt ?? placedAt;
  const at = reminder.attempts > 0 ? retryAt(reminder, wallMs) : former + gapMs;
  return at === undefined ? undefined : Math.max(placedAt + after, at);
};

const entry = (parcel: WaitingParcel, kind: NoticeKind, at: number): DueNotice => {
  const { sent, attempts } = parcel.notices[kind];
  return { parcel, kind, series: sent, attempt: attempts + 1, at };
};

/** Arrivals come first and do not ask for the hour: the first notice is prompt. Within a kind the longest due comes first. */
export const due = (parcels: Iterable<WaitingParcel>, { wallMs, isClockTrusted, isQuiet }: Moment): DueNotice[] => {
  const arrivals: DueNotice[] = [];
  const reminders: DueNotice[] = [];
  for (const parcel of parcels) {
    const arrival = arrivalAt(parcel, wallMs);
    if (arrival !== undefined && arrival <= wallMs) arrivals.push(entry(parcel, 'arrival', arrival));
    const reminder = isClockTrusted && !isQuiet(parcel.quiet) ? reminderAt(parcel, wallMs) : undefined;
    if (reminder !== undefined && reminder <= wallMs) reminders.push(entry(parcel, 'reminder', reminder));
  }
  const byAge = (one: DueNotice, other: DueNotice): number => one.at - other.at;
  return [...arrivals.sort(byAge), ...reminders.sort(byAge)];
};

/** How many parcels have an owner who was not yet told, and of how many of these no further attempt will be made. */
export const untold = (parcels: Iterable<WaitingParcel>): { waiting: number; givenUp: number } => {
  const counts = { waiting: 0, givenUp: 0 };
  for (const { notices } of parcels) {
    if (notices.arrival.sent > 0) continue;
    counts[isGivenUp(notices.arrival) ? 'givenUp' : 'waiting'] += 1;
  }
  return counts;
};
