// How long the page's main thread is busy from a touch to the next frame, told by the browser's own trace.
import type { CDPSession, Page } from 'playwright-core';

/** What DevTools' own timeline is drawn from. Times are µs. */
interface Traced {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of `dur`, what the thread itself ran. */
  tdur?: number;
  args: { data?: { type?: string }; elementCount?: number };
}
interface Span {
  from: number;
  to: number;
  ran: number;
  elements: number;
}

export interface Touched {
  /** What was touched. */
  does: string;
  /** From the finger's first event through the frame that shows what the click did: how long the main thread was taken. */
  busyMs: number;
  /** How long it ran itself in these tasks, whatever else the machine was doing. */
  ranMs: number;
  /** Elements whose style was worked out anew. */
  restyled: number;
}

export interface TouchWatch {
  /** Touches the control that does `does`, and by no test tool's own hand: its checks would run in the page and be counted. */
  touch(does: string): Promise<void>;
  /** One for each touch, in their order. */
  stop(): Promise<Touched[]>;
}

/** Asking the page sooner whether it has drawn would be counted as the page's own time. */
const settleMs = 100;

const spansOf = (events: readonly Traced[], isIt: (one: Traced) => boolean): Span[] =>
  events
    .filter((one) => one.ph === 'X' && isIt(one))
    .map(({ ts, dur = 0, tdur = 0, args }) => ({ from: ts, to: ts + dur, ran: tdur, elements: args.elementCount ?? 0 }))
    .sort((a, b) => a.from - b.from);

/** The n-th touch is the n-th `pointerdown`; its frame is committed by the first commit that begins after its click. */
const measure = (events: readonly Traced[], names: readonly string[]): Touched[] => {
  const dispatched = (type: string) => (one: Traced) => one.name === 'EventDispatch' && one.args.data?.type === type;
  const main = events.find(dispatched('pointerdown'));
  const thread = events.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
  const downs = spansOf(thread, dispatched('pointerdown'));
  const clicks = spansOf(thread, dispatched('click'));
  const commits = spansOf(thread, ({ name }) => name === 'Commit');
  const tasks = spansOf(thread, ({ name }) => name === 'RunTask');
  const stylings = spansOf(thread, ({ name }) => name === 'UpdateLayoutTree');
  if (downs.length !== names.length || clicks.length !== names.length)
    throw new Error(`${names.length} touches, ${downs.length} seen, ${clicks.length} clicks`);
  return names.map((does, n) => {
    const from = downs[n]?.from ?? Number.NaN;
    const click = clicks[n]?.to ?? Number.NaN;
    const frame = commits.find((commit) => commit.from >= click)?.to ?? Number.NaN;
    if (!(frame > from)) throw new Error(`no frame after ${does}`);
    const within = (spans: Span[]): Span[] => spans.filter((span) => span.to > from && span.from < frame);
    const own = within(tasks);
    const restyled = within(stylings).reduce((sum, { elements }) => sum + elements, 0);
    const busy = own.reduce((sum, task) => sum + Math.min(task.to, frame) - Math.max(task.from, from), 0);
    const ran = own.reduce((sum, task) => sum + task.ran, 0);
    return { does, busyMs: busy / 1_000, ranMs: ran / 1_000, restyled };
  });
};

const middleOf = async (page: Page, does: string): Promise<{ x: number; y: number }> => {
  const box = await page.locator(`[data-do="${does}"]`).first().boundingBox();
  if (box === null) throw new Error(`nothing to touch does ${does}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Begins on a page whose processor is slowed `slower` times until the end; 1 is as fast as it is. */
export const startTouchWatch = async (page: Page, session: CDPSession, slower: number): Promise<TouchWatch> => {
  const events: Traced[] = [];
  const names: string[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  return {
    touch: async (does) => {
      const point = await middleOf(page, does);
      names.push(does);
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      // What this touch did is drawn before the page is asked anything, and before the next one comes.
      await page.waitForTimeout(settleMs);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    },
    stop: async () => {
      const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
      await session.send('Tracing.end');
      await complete;
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      return measure(events, names);
    },
  };
};
