// What the broker turned away: counted in full for the metrics, logged sparingly, so that a flood cannot fill the disk.

export const reasons = [
  'too-many-connections',
  'too-many-from-address',
  'handshake',
  'certificate',
  'client-id',
  'will',
  'publish',
  'subscribe',
  'packet-too-large',
  'malformed-length',
  'client-error',
] as const;
export type Reason = (typeof reasons)[number];

/** The part of a pino logger that is used here. */
export interface Log {
  warn(facts: object, message: string): void;
}

/** One line a reason in this time; it carries the count so far. */
const quietMs = 1_000;

/** `clock` gives monotonic milliseconds. */
export const makeTurnedAway = (log: Log, clock: () => number) => {
  const counts = new Map<Reason, number>(reasons.map((reason) => [reason, 0]));
  const loggedAt = new Map<Reason, number>();
  return {
    counts: (): ReadonlyMap<Reason, number> => counts,
    /** `facts` may name client and address, never what was sent: a hostile topic or payload does not belong in a log. */
    note(reason: Reason, facts: { client?: string; address?: string; cause?: string }): void {
      const count = (counts.get(reason) ?? 0) + 1;
      counts.set(reason, count);
      const now = clock();
      if (now - (loggedAt.get(reason) ?? -quietMs) < quietMs) return;
      loggedAt.set(reason, now);
      log.warn({ reason, count, ...facts }, 'the broker turned something away');
    },
  };
};
export type TurnedAway = ReturnType<typeof makeTurnedAway>;
