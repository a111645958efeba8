// The numbers a site works by, each with its source. Values without a clause are site policy with a default.

export interface Policy {
  value: number;
  /** Clause of the office's procedures, or the safety requirement, or "site policy". */
  source: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const policies = {
  /** From the device's "pulse done" to the sensor's "open"; afterwards the door counts as stuck. */
  openWithinMs: { value: 5_000, source: 'site policy' },
  /** From the grant to the device's answer: the order's ttl and the way there and back [S3]. */
  answerWithinMs: { value: 6_000, source: 'S3' },
  /** How long a device may take to come back after a restart before what it was doing is given up. */
  settleAfterRestartMs: { value: 60_000, source: 'S3' },
  /** A bridge that restarts is back sooner; nobody is called for that. */
  cabinetAwayAfterMs: { value: 15_000, source: 'site policy' },
  heldOpenAfterMs: { value: 90_000, source: 'site policy' },
  visitIdleMs: { value: 5 * minute, source: 'site policy' },
  wrongCodesPerRound: { value: 5, source: 'safety: codes 2' },
  wrongCodesPerDay: { value: 30, source: 'safety: codes 2' },
  /** Afterwards somebody is told that cards are being tried. */
  wrongScansPerDay: { value: 30, source: 'site policy' },
  day: { value: day, source: 'safety: codes 2' },
  mismatchesPerVisit: { value: 5, source: 'site policy' },
  mismatchesPerDay: { value: 15, source: 'site policy' },
  proxyHoursMost: { value: 72, source: 'site policy' },
  /** How long a console shows how the door it opened ended. */
  deskDoorShownMs: { value: 30_000, source: 'site policy' },
  /** Undeliverable or refused → back. */
  backWithinMs: { value: 7 * day, source: 'M5: 外财 5.3.3 E' },
  /** Unclaimed → public notice; "over a month", and no month is longer. */
  unclaimedAfterMs: { value: 31 * day, source: 'M6: 项财 5.3.5' },
  /** Public notice → back; the clause names no term. */
  backAfterNoticeMs: { value: 7 * day, source: 'site policy' },
  /** How long a one-time link for an account of staff works. */
  invitationMs: { value: 15 * minute, source: 'safety: codes 8' },
  sessionIdleMs: { value: 15 * minute, source: 'safety: codes 9' },
  sessionMostMs: { value: 12 * hour, source: 'safety: codes 9' },
  /** A sign-in that fails is answered no sooner, whatever was wrong with it. */
  failedSignInMs: { value: 1_000, source: 'safety: codes 4' },
} satisfies Record<string, Policy>;

/** Waits after each round of wrong codes; the last one repeats [safety: codes 2]. */
export const waitsAfterRoundMs = [1 * minute, 5 * minute, 15 * minute, 60 * minute] as const;
