// The speed of a serial wire: when each byte has wholly arrived at the other end. Pure; ptys themselves do not pace.

/** A start bit, eight bits and a stop bit [hardware: wire limits]. */
const bitsPerByte = 10;

export type Travelling = { byte: number; dueAt: number };
/** One direction of a wire. `freeAt` is when its last byte has left it. */
export type Wire = { byteMs: number; freeAt: number; travelling: readonly Travelling[] };

/** A wire at rest; `baud` in bits a second. */
export const idleWire = (baud: number): Wire => ({
  byteMs: (bitsPerByte * 1_000) / baud,
  freeAt: Number.NEGATIVE_INFINITY,
  travelling: [],
});

/** Puts bytes on the wire at `now` (ms): each takes its time, and waits for those before it. */
export const send = (wire: Wire, bytes: Iterable<number>, now: number): Wire => {
  let freeAt = Math.max(wire.freeAt, now);
  const sent = Array.from(bytes, (byte) => {
    freeAt += wire.byteMs;
    return { byte, dueAt: freeAt };
  });
  return { ...wire, freeAt, travelling: [...wire.travelling, ...sent] };
};

/** Takes off the wire what has arrived by `now`, in order. */
export const arrive = (wire: Wire, now: number): { wire: Wire; arrived: readonly Travelling[] } => {
  const firstLater = wire.travelling.findIndex(({ dueAt }) => dueAt > now);
  const count = firstLater < 0 ? wire.travelling.length : firstLater;
  return {
    wire: { ...wire, travelling: wire.travelling.slice(count) },
    arrived: wire.travelling.slice(0, count),
  };
};

/** When the next byte arrives; Infinity when none travels. */
export const nextArrival = (wire: Wire): number => wire.travelling[0]?.dueAt ?? Number.POSITIVE_INFINITY;
