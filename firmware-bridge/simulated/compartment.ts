// The physics of one compartment: a coil frees the bolt, a spring opens the door, a person pushes it shut. Pure.

/** What holds for this door at the moment; times in ms, `autoCloseMs` undefined = nobody closes it. */
export type Conditions = {
  isStuck: boolean;
  neverCloses: boolean;
  /** How long the contact chatters after each motion. */
  bounceMs: number;
  springMs: number;
  autoCloseMs: number | undefined;
};

type Moved = { movedAt: number; bounceMs: number };
/** `released`: the bolt is free, the door has not sprung yet. `pushAt`: when somebody pushes the open door. */
export type Compartment = Moved &
  ({ is: 'closed' } | { is: 'released'; springAt: number } | { is: 'open'; pushAt: number });

/** `pulse` the coil fires · `force` a hand pulls the door open · `push` a hand pushes it shut · `time` nothing but time has passed. */
export type Influence = { kind: 'pulse' | 'force' | 'push' | 'time'; under: Conditions };
export type Motion = 'open' | 'closed';

export const closedCompartment: Compartment = { is: 'closed', movedAt: Number.NEGATIVE_INFINITY, bounceMs: 0 };

type Step = { compartment: Compartment; motion?: Motion };

const pushTime = (under: Conditions, now: number): number => now + (under.autoCloseMs ?? Number.POSITIVE_INFINITY);

const opened = (under: Conditions, now: number): Step => ({
  compartment: { is: 'open', pushAt: pushTime(under, now), movedAt: now, bounceMs: under.bounceMs },
  motion: 'open',
});

const closed = (under: Conditions, now: number): Step => ({
  compartment: { is: 'closed', movedAt: now, bounceMs: under.bounceMs },
  motion: 'closed',
});

const nextClosed = (compartment: Compartment, { kind, under }: Influence, now: number): Step => {
  switch (kind) {
    case 'pulse':
      return under.isStuck
        ? { compartment }
        : { compartment: { ...compartment, is: 'released', springAt: now + under.springMs } };
    case 'force':
      return opened(under, now);
    case 'push':
    case 'time':
      return { compartment };
  }
};

const nextReleased = (
  compartment: Extract<Compartment, { is: 'released' }>,
  { kind, under }: Influence,
  now: number,
): Step => {
  switch (kind) {
    case 'force':
      return opened(under, now);
    case 'time':
      return now < compartment.springAt ? { compartment } : opened(under, now);
    case 'pulse':
    case 'push':
      return { compartment };
  }
};

const nextOpen = (compartment: Extract<Compartment, { is: 'open' }>, { kind, under }: Influence, now: number): Step => {
  const pushed: Step = under.neverCloses
    ? { compartment: { ...compartment, pushAt: pushTime(under, now) } }
    : closed(under, now);
  switch (kind) {
    case 'push':
      return pushed;
    case 'time':
      if (now >= compartment.pushAt) return pushed;
      // The visitor's habit may be set while the door already stands open.
      return { compartment: { ...compartment, pushAt: Math.min(compartment.pushAt, pushTime(under, now)) } };
    case 'pulse':
    case 'force':
      return { compartment };
  }
};

/** The compartment after an influence at `now` (ms), and the door's motion if it moved. */
export const nextCompartment = (compartment: Compartment, influence: Influence, now: number): Step => {
  switch (compartment.is) {
    case 'closed':
      return nextClosed(compartment, influence, now);
    case 'released':
      return nextReleased(compartment, influence, now);
    case 'open':
      return nextOpen(compartment, influence, now);
  }
};

/** When time alone will change the compartment; Infinity when never. */
export const compartmentDueAt = (compartment: Compartment): number => {
  switch (compartment.is) {
    case 'closed':
      return Number.POSITIVE_INFINITY;
    case 'released':
      return compartment.springAt;
    case 'open':
      return compartment.pushAt;
  }
};

/** What the door contact reads at `now`: while it bounces, old and new position by turns, a millisecond each. */
export const contactIsClosed = (compartment: Compartment, now: number): boolean => {
  const isClosed = compartment.is !== 'open';
  const sinceMs = now - compartment.movedAt;
  return sinceMs < compartment.bounceMs && Math.floor(sinceMs) % 2 === 0 ? !isClosed : isClosed;
};
