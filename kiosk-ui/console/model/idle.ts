// How long a desk has been left alone: a warning before the end, then the end [safety: codes 9].

const warningSeconds = 60;

export type Idle = { kind: 'active' } | { kind: 'warning'; secondsLeft: number } | { kind: 'over' };

/** Times in milliseconds of one clock. `endsAt` is when the sign-in ends whatever one does. */
export const idleOf = (at: { lastActive: number; idleSeconds: number; endsAt: number }, now: number): Idle => {
  const end = Math.min(at.lastActive + at.idleSeconds * 1000, at.endsAt);
  const secondsLeft = Math.ceil((end - now) / 1000);
  if (secondsLeft <= 0) return { kind: 'over' };
  return secondsLeft <= warningSeconds ? { kind: 'warning', secondsLeft } : { kind: 'active' };
};
