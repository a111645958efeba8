// The last day of a tenant or trustee at the site: it counts to its end, wherever the desk's computer believes to be.

const dayMs = 86_400_000;

/** The face of the site's clock at `wallMs`, as if it stood in UTC. */
const face = (wallMs: number, timeZone: string): number => {
  const read = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(wallMs);
  return Date.parse(`${read.replace(' ', 'T')}Z`);
};

/** The last millisecond of a day such as 2026-11-21, wall ms. Null when no calendar has that day. */
export const endOfDay = (day: string, timeZone: string): number | null => {
  const begins = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(begins) || new Date(begins).toISOString().slice(0, 10) !== day) return null;
  const next = begins + dayMs;
  // Twice, because the offset may be another one on the far side of a change of the clock.
  const near = next - (face(next, timeZone) - next);
  return near - (face(near, timeZone) - next) - 1;
};
