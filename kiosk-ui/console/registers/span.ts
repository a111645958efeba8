// The days people mostly want a register of, as the edge writes days.

export interface Span {
  from: string;
  to: string;
}
export const spanNames = ['today', 'month', 'last-month'] as const;
export type SpanName = (typeof spanNames)[number];

const dayMs = 86_400_000;

/** `today` is a day at the site: 2026-11-21. This month ends today, the last month with its last day. */
export const spanOf = (name: SpanName, today: string): Span => {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'month':
      return { from: firstOfMonth, to: today };
    case 'last-month': {
      const to = new Date(Date.parse(firstOfMonth) - dayMs).toISOString().slice(0, 10);
      return { from: `${to.slice(0, 8)}01`, to };
    }
  }
};
