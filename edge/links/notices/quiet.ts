// The hours in which nobody is reminded of anything [law and practice: quiet hours], in the site's own time zone.

export interface QuietHours {
  /** `HH:MM`, inclusive. */
  from: string;
  /** `HH:MM`, exclusive; earlier than `from` means the next morning. */
  to: string;
}

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Answers whether a wall time (UTC ms) is within the quiet hours. Throws a RangeError for an unknown time zone. */
export const quietHours = ({ from, to }: QuietHours, timeZone: string): ((wallMs: number) => boolean) => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  return (wallMs) => {
    const minute = minuteOf(clock.format(wallMs));
    return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
  };
};
