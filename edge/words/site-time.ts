// Days and times as people at a site write them, whatever time zone this machine is in.

export interface SiteTime {
  /** `2026-11-21` */
  day(wallMs: number): string;
  /** `2026-11-21 14:05` */
  minute(wallMs: number): string;
  /** The site's clock face, as UTC milliseconds: what a spreadsheet, which knows no zones, has to be given. */
  face(wallMs: number): number;
  /** When a day of the site begins, wall ms. Undefined for a day that no calendar has. */
  startOf(day: string): number | undefined;
  /** The day after, as `2026-11-22`. */
  dayAfter(day: string): string;
}

const dayMs = 86_400_000;
/** Clocks are changed at whole quarters of an hour only. */
const quarterMs = 900_000;
const mostOffsets = 5_000;
const isoDay = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 10);

/** `timeZone` is an IANA name; throws a RangeError for an unknown one. */
export const openSiteTime = (timeZone: string): SiteTime => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

  const read = (wallMs: number): number => {
    const parts = new Map(clock.formatToParts(wallMs).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) =>
      parts.get(type),
    );
    const [day, hour, minute, second] = rest;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };

  const offsets = new Map<number, number>();
  /** Reading the clock takes ten microseconds, and a register holds twenty thousand times. */
  const face = (wallMs: number): number => {
    const quarter = Math.floor(wallMs / quarterMs);
    const offset = offsets.get(quarter) ?? read(quarter * quarterMs) - quarter * quarterMs;
    if (offsets.size >= mostOffsets) offsets.clear();
    offsets.set(quarter, offset);
    return wallMs + offset;
  };

  const startOf = (day: string): number | undefined => {
    const wanted = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(wanted) || isoDay(wanted) !== day) return undefined;
    // Twice, because the offset may be another one on the far side of a change of the clock.
    const near = wanted - (face(wanted) - wanted);
    return near - (face(near) - wanted);
  };

  return {
    day: (wallMs) => isoDay(face(wallMs)),
    minute: (wallMs) => new Date(face(wallMs)).toISOString().slice(0, 16).replace('T', ' '),
    face,
    startOf,
    dayAfter: (day) => isoDay(Date.parse(`${day}T00:00:00Z`) + dayMs),
  };
};
