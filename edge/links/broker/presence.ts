// Which session of a client is the living one: a newer session wins, and nothing an older one does afterwards counts.

/** Sessions are numbered in the order in which they were authenticated. */
export type Presence = { live: number | undefined };
export type PresenceInput = { kind: 'ready' | 'gone'; session: number };

export const absent: Presence = { live: undefined };

/** The presence after `input`, and what is to be announced, if anything. */
export const nextPresence = (
  { live }: Presence,
  input: PresenceInput,
): { presence: Presence; announce?: { connected: boolean; session: number } } => {
  switch (input.kind) {
    case 'ready':
      if (live !== undefined && live >= input.session) return { presence: { live } };
      return { presence: { live: input.session }, announce: { connected: true, session: input.session } };
    case 'gone':
      if (live !== input.session) return { presence: { live } };
      return { presence: absent, announce: { connected: false, session: input.session } };
  }
};
